import { between, type Origin, pathText } from '../../base/index.ts';
import type { Grid, GridCell } from '../../grid/index.ts';

/** How much of a text is told. */
const LONGEST = 60;

/** Where a cell's text comes from in the record. */
type Typed = Extract<Origin, { readonly path: unknown }>;

/** The origin of the first thing in a cell that the author typed or left out; null where the form says it all. */
export function typedIn({ paragraphs }: GridCell): Typed | null {
  for (const { runs } of paragraphs) for (const { origin } of runs) if ('path' in origin) return origin;
  return null;
}

/** A cell in words of the form: the path of its field; a label by what it says; else by the label of its row. */
export function nameOf(grid: Grid, cell: GridCell): string {
  const origin = typedIn(cell);
  if (origin !== null && origin.kind !== 'key') return `“${pathText(origin.path)}”`;
  if (cell.role === 'label') return `栏目“${cut(textOf(cell))}”`;
  const covers = ({ y, height }: GridCell): boolean => cell.y >= y && cell.y < y + height;
  const label = grid.cells.findLast((one) => one.role === 'label' && one.x < cell.x && covers(one));
  return label === undefined ? '一格' : `“${cut(textOf(label))}”的一格`;
}

/** The text of a cell, its paragraphs joined by `\n`. */
export const textOf = ({ paragraphs }: GridCell): string =>
  paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');

/** A text as it is told; of a long one the stretch around where it begins to differ from the other. */
export function quoted(text: string, other = ''): string {
  if (text === '') return '空白';
  let same = 0;
  while (same < text.length && same < other.length && text[same] === other[same]) same += 1;
  const start = text.length <= LONGEST ? 0 : Math.max(0, Math.min(same - LONGEST / 3, text.length - LONGEST));
  return `“${start > 0 ? '……' : ''}${cut(text.slice(between(text, start)))}”`;
}

function cut(text: string): string {
  const line = text.replaceAll('\n', '⏎');
  return line.length > LONGEST ? `${line.slice(0, between(line, LONGEST))}……` : line;
}
