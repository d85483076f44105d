import { type Length, type Paper, typeWidth } from '../../../base/index.ts';
import type { MeasuredLines } from '../../../measure/index.ts';
import { noReach } from './fit.ts';
import { lookOf, type StyleSheet } from './look.ts';
import { type Placing, paragraphXml } from './paragraph.ts';
import { twips } from './units.ts';

/** Whether there is one paragraph only, which needs no cell to stand in. */
export const isNote = ({ cells: [first, second] }: MeasuredLines): boolean =>
  second === undefined && first?.paragraphs.length === 1;

/** A note above or below a table, of several lines, as a paragraph: readers keep one with what follows, but not a table. */
export function noteXml(
  { cells, style, height, drop }: MeasuredLines,
  { paper, sheet }: { readonly paper: Paper; readonly sheet: StyleSheet },
  placing: Pick<Placing, 'keepNext' | 'newPage'>,
): string {
  const end = typeWidth(paper);
  return cells
    .flatMap(({ x, width, align, paragraphs }) =>
      paragraphs.map((one) => {
        const shape = {
          look: lookOf(sheet, 'line', style),
          align,
          left: twips(x),
          right: Math.max(0, twips((end - x - width) as Length)),
          room: { width, reach: noReach },
        };
        const after = Math.max(0, height - drop - one.lines.length * style.pitch) as Length;
        return paragraphXml(one, shape, { ...placing, before: twips(drop), after: twips(after) });
      }),
    )
    .join('');
}
