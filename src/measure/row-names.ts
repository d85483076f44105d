import { flatMap } from '../base/index.ts';
import type { CellId, Grid } from '../grid/index.ts';
import { isBlank } from './paragraphs.ts';
import type { MeasuredCell } from './types.ts';

/** A name of more lines than this, or more than half of its row's, is text. */
const LONGEST_NAME = 4;

/** What counts rows: 3, （3）, 三、 */
const SERIAL = /^[(（]?(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[)）.、．]?$/u;

/** Amounts, percentages, dates: what stands in a column of numbers says how much or when, and not what. */
const NUMBER = /^[-+−￥¥≥≤]?[\d０-９][\d０-９,，.．:：/／年月日-]*[%％]?$/u;

/** What ends sentences: whoever writes them says something, and names nothing. */
const SENTENCE = /[。；;！？]/u;

type Measured = { readonly grid: Grid; readonly cells: readonly MeasuredCell[] };

/**
 * The cells that name a row, should it be broken; `ids` are those that stand in it alone. They are printed again where the
 * row goes on, so that nobody need turn back to see whose text it is. The name is the first cell behind the labels that
 * the row begins with, if it is short and no number; where that counts the rows, the cell behind it as well.
 */
export function namesOf({ grid, cells }: Measured, ids: readonly CellId[]): readonly CellId[] {
  const longest = ids.reduce((most, id) => Math.max(most, cells[id]?.lineCount ?? 0), 0);
  const isLabel = (id: CellId): boolean => grid.cells[id]?.role === 'label';
  const own = ids.slice(ids.findIndex((id) => !isLabel(id)));
  // Where labels stand between them, each cell is named by its label.
  if (own.some(isLabel)) return [];
  const [first, second] = own;
  if (first === undefined) return [];
  if (!isSerial(cells[first])) return isName(cells[first], longest) ? [first] : [];
  return second !== undefined && isName(cells[second], longest) ? [first, second] : [first];
}

/**
 * The cells that say that they go on where they are printed again: labels, but not those of headers, and the names of
 * rows, but not their numbers.
 */
export function continuedCells({ grid, cells }: Measured): ReadonlySet<CellId> {
  const found = new Set<CellId>();
  const singles: CellId[][] = Array.from({ length: grid.rows }, () => []);
  const headerEnd = new Array<number>(grid.rows).fill(0);
  for (const { first, end } of grid.headers) headerEnd.fill(end, first, end);
  grid.cells.forEach(({ role, y, height }, id) => {
    if (role === 'label' && y + height > (headerEnd[y] ?? 0)) found.add(id);
    if (height === 1) singles[y]?.push(id);
  });
  for (const ids of singles) for (const id of namesOf({ grid, cells }, ids)) if (!isSerial(cells[id])) found.add(id);
  return found;
}

const isSerial = (cell: MeasuredCell | undefined): boolean => SERIAL.test(textOfCell(cell));

function isName(cell: MeasuredCell | undefined, longest: number): boolean {
  if (cell === undefined || isBlank(cell.paragraphs)) return false;
  const { lineCount } = cell;
  const text = textOfCell(cell);
  return lineCount <= LONGEST_NAME && 2 * lineCount <= longest && !SENTENCE.test(text) && !NUMBER.test(text);
}

const textOfCell = (cell: MeasuredCell | undefined): string =>
  flatMap(cell?.paragraphs ?? [], ({ lines }) => flatMap(lines, ({ fragments }) => fragments))
    .map(({ text }) => text)
    .join('')
    .trim();
