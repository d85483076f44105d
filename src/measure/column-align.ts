import type { Align } from '../base/index.ts';
import type { Grid, GridCell } from '../grid/index.ts';
import { isBlank } from './paragraphs.ts';
import type { MeasuredCell } from './types.ts';

/** What cells of one column have in common. */
export const columnOf = ({ x, width }: GridCell): string => `${x} ${width}`;

/**
 * How the cells of a column stand that leave it to us (`auto`): values of one line are centred, and then so are the few
 * longer ones among them; where most take more than a line, it is a column of text, and all begin at the left.
 */
export function columnWishes({ cells }: Grid, measured: readonly MeasuredCell[]): ReadonlyMap<string, Align> {
  const counts = new Map<string, { short: number; long: number }>();
  cells.forEach((cell, id) => {
    const { lineCount = 0, paragraphs = [] } = measured[id] ?? {};
    if (cell.align !== 'auto' || isBlank(paragraphs)) return;
    const count = counts.get(columnOf(cell)) ?? { short: 0, long: 0 };
    if (lineCount > 1) count.long += 1;
    else count.short += 1;
    counts.set(columnOf(cell), count);
  });
  return new Map([...counts].map(([column, { short, long }]) => [column, long > short ? 'justify' : 'center']));
}
