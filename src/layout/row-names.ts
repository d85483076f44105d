import { flatMap } from '../base/index.ts';
import type { CellId } from '../grid/index.ts';
import { isBlank, type MeasuredCell, type MeasuredGrid } from '../measure/index.ts';
import { SHORT_ROW } from './row-breaks.ts';

/** A name of more lines than this, or more than half of its row's, is text. */
const LONGEST_NAME = 4;

/** What counts rows: 3, （3）, 三、 */
const SERIAL = /^[(（]?(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[)）.、．]?$/u;

/** What ends sentences: whoever writes them says something, and names nothing. */
const SENTENCE = /[。；;！？]/u;

/**
 * The cells that name a row which may be broken; `ids` are those that stand in it alone. They are printed again where the
 * row goes on, so that nobody need turn back to see whose text it is. The name is the first cell behind the labels that
 * the row begins with, if it is short; where that is only a number, the cell behind it as well.
 */
export function namesOf({ grid, cells }: MeasuredGrid, ids: readonly CellId[]): readonly CellId[] {
  const longest = ids.reduce((most, id) => Math.max(most, cells[id]?.lineCount ?? 0), 0);
  if (longest < SHORT_ROW) return [];
  const isLabel = (id: CellId): boolean => grid.cells[id]?.role === 'label';
  const own = ids.slice(ids.findIndex((id) => !isLabel(id)));
  // Where labels stand between them, each cell is named by its label.
  if (own.some(isLabel)) return [];
  const [first, second] = own;
  if (first === undefined || !isName(cells[first], longest)) return [];
  return second !== undefined && SERIAL.test(textOfCell(cells[first])) && isName(cells[second], longest)
    ? [first, second]
    : [first];
}

function isName(cell: MeasuredCell | undefined, longest: number): boolean {
  if (cell === undefined || isBlank(cell.paragraphs)) return false;
  const { lineCount } = cell;
  return lineCount <= LONGEST_NAME && 2 * lineCount <= longest && !SENTENCE.test(textOfCell(cell));
}

const textOfCell = (cell: MeasuredCell | undefined): string =>
  flatMap(cell?.paragraphs ?? [], ({ lines }) => flatMap(lines, ({ fragments }) => fragments))
    .map(({ text }) => text)
    .join('')
    .trim();
