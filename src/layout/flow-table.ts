import { flatMap, type Length, mpt, pt } from '../base/index.ts';
import type { MeasuredGrid } from '../measure/index.ts';
import { type RowText, rowTexts } from './flow-rows.ts';
import type { TablePage, TablePiece } from './types.ts';

/** A row of a table that the reader lays out. */
export type RowFlow = {
  /** At least so high; 0: as high as its text. */
  readonly height: Length;
  /** Space below the text of a row without a height of its own. */
  readonly below: Length;
  /** Whether its text may be parted by a page turn. */
  readonly splits: boolean;
  /** Whether it stays on one page with the row below it. */
  readonly keepNext: boolean;
};

/** The rows of a table, of which the reader repeats the first `repeated` on every page. */
export type TableFlow = { readonly rows: readonly RowFlow[]; readonly repeated: number };

/** So much room makes no difference: what rounding and other readers may take. */
const MARGIN = pt(1);
/** Rows are made no higher than this, each, to take the room of headers that are not repeated. */
const MOST_STRETCH = pt(3);
/** Readers leave at least so many lines of a paragraph on either side of a page turn. */
const LINES_APART = 2;

/** What is planned so far. */
type Draft = {
  /** How many rows at the top the reader repeats: they are as high on every page as on the first. */
  readonly repeated: number;
  readonly texts: readonly RowText[];
  readonly heights: number[];
  readonly below: number[];
  readonly keeps: boolean[];
  readonly broken: ReadonlySet<number>;
};

/** The rows of a page that stand there in one piece, and what else takes its room: headers and the rest of a row. */
type Fill = {
  readonly whole: readonly number[];
  readonly room: number;
  readonly headers: number;
  readonly rest: number;
  /** The row whose rest it is, if it ends here. */
  readonly ending: number | null;
};

/**
 * Row heights and kept rows with which a reader turns the pages of a table where it has been laid out. `extra` is how much
 * higher his pages are, `tail` the height of the lines below the table that shall not stand on a page without a row of it.
 */
export function planTable(
  grid: MeasuredGrid,
  pages: readonly TablePage[],
  { extra, tail }: { readonly extra: Length; readonly tail: Length },
): TableFlow {
  const repeated = repeatedRows(grid, pages);
  const own = pages.map(({ pieces }) => pieces.filter(({ repeat }) => !repeat));
  const draft = startDraft(rowTexts(grid), own, repeated);
  let rest = 0;
  pages.slice(0, -1).forEach(({ room, pieces }, i) => {
    const rows = own[i] ?? [];
    const [first] = rows;
    const last = rows.at(-1);
    if (first === undefined || last === undefined) return;
    const fill: Fill = {
      whole: flatMap(rows, ({ row }) => (draft.broken.has(row) ? [] : row)),
      room: room + extra - grid.table.rule,
      headers: i > 0 ? draft.heights.slice(0, repeated).reduce((all, height) => all + height, 0) : 0,
      rest,
      ending: rest > 0 && first.last ? first.row : null,
    };
    if (last.last) endBefore(draft, fill, pieces, { rows: own[i + 1] ?? [], tail: i + 2 === pages.length ? tail : 0 });
    rest = last.last ? 0 : endInside(draft, fill, pieces);
  });
  return { rows: finishRows(draft, own, tail), repeated };
}

/** The rows of each page, without headers printed again. */
type OwnPieces = readonly (readonly TablePiece[])[];

/** Rows are as high as they are laid out; those on several pages as high as their text needs. */
function startDraft(texts: readonly RowText[], pages: OwnPieces, repeated: number): Draft {
  const broken = brokenRows(pages);
  const heights = texts.map(({ need }) => need);
  for (const { row, height } of pages.flat()) if (!broken.has(row)) heights[row] = height;
  return { repeated, texts, heights, below: heights.map(() => 0), keeps: heights.map(() => false), broken };
}

function finishRows({ texts, heights, below, keeps, broken }: Draft, pages: OwnPieces, tail: Length): RowFlow[] {
  const end = heights.length - 1;
  const isLong = (row: number): boolean => texts[row]?.long ?? false;
  // A long row may end before the lines below the table, as in print, unless it has been chained to them.
  if (tail > 0 && !broken.has(end) && !isLong(end)) keeps[end] = true;
  const opening = new Set(pages.slice(1).map(([first]) => first?.row));
  return heights.map((height, row) => ({
    height: mpt(broken.has(row) ? 0 : height),
    below: mpt(below[row] ?? 0),
    splits: broken.has(row) || (isLong(row) && !opening.has(row) && !(row === end && keeps[row])),
    keepNext: keeps[row] ?? false,
  }));
}

/** What stands on the next page: rows, and the height of the lines below the table if they stand there too. */
type Following = { readonly rows: readonly TablePiece[]; readonly tail: number };

/** The page shall end with its last row, before the rows of the next one. */
function endBefore(draft: Draft, fill: Fill, pieces: readonly TablePiece[], { rows, tail }: Following): void {
  const { heights, broken, texts, keeps } = draft;
  const [next] = rows;
  if (next === undefined) return;
  stretch(draft, fill, Math.min(heightOf(pieces) - usedBy(draft, fill), MOST_STRETCH * fill.whole.length));
  // A reader may set what is left of a row in a line less.
  const unsure = MARGIN + (fill.ending === null ? 0 : (texts[fill.ending]?.pitch ?? 0));
  const spare = fill.room - usedBy(draft, fill) + unsure;
  const text = texts[next.row];
  const least = broken.has(next.row) && text !== undefined ? linesHigh(text, LINES_APART) : (heights[next.row] ?? 0);
  if (spare < least) return;
  let kept = 0;
  let count = 0;
  for (const { row } of rows) {
    if (broken.has(row) || kept > spare) break;
    kept += heights[row] ?? 0;
    count += 1;
  }
  const goOver = tail > 0 && count === rows.length && kept + tail > spare;
  keeps.fill(true, next.row, next.row + Math.max(0, goOver ? count : count - 1));
  // LibreOffice keeps a last row with what is below the table only on the table's first page: less room does more.
  stretch(draft, fill, spare - (count === 0 ? least : kept));
}

/** The page shall end inside its last row; returns the height of what is left of it. */
function endInside(draft: Draft, fill: Fill, pieces: readonly TablePiece[]): number {
  const last = pieces.at(-1) as TablePiece;
  const text = draft.texts[last.row] as RowText;
  const goesOn = fill.ending === null && fill.rest > 0;
  const need = goesOn ? fill.rest : text.need;
  const around = goesOn ? { ...fill, rest: 0 } : fill;
  // As many lines as there stand here, and less than another one.
  const spare = around.room - usedBy(draft, around);
  stretch(draft, around, spare - Math.min(last.height, need - LINES_APART * text.pitch) - text.pitch / 2);
  const left = around.room - usedBy(draft, around);
  if (left >= need) return 0;
  const lines = Math.floor((Math.min(left, need - LINES_APART * text.pitch) - text.padding) / text.pitch);
  return need - Math.max(0, lines) * text.pitch;
}

const heightOf = (pieces: readonly TablePiece[]): number => pieces.reduce((sum, { height }) => sum + height, 0);

const usedBy = ({ heights, below }: Draft, { whole, headers, rest, ending }: Fill): number =>
  whole.reduce((sum, row) => sum + (heights[row] ?? 0), headers + rest + (ending === null ? 0 : (below[ending] ?? 0)));

const linesHigh = ({ pitch, padding }: RowText, lines: number): number => lines * pitch + padding;

/**
 * Makes the whole rows of a page higher by an amount, each by the same, and repeated ones, which would be as high on all
 * pages, only where there are no others; where there is none at all, the row that ends there.
 */
function stretch({ repeated, heights, below }: Draft, { whole, ending }: Fill, amount: number): void {
  if (amount <= 0) return;
  const own = whole.filter((row) => row >= repeated);
  const rows = own.length > 0 ? own : whole;
  for (const row of rows) heights[row] = (heights[row] ?? 0) + amount / rows.length;
  if (whole.length === 0 && ending !== null) below[ending] = (below[ending] ?? 0) + amount;
}

/** Rows that stand on more than one page. */
const brokenRows = (pages: OwnPieces): ReadonlySet<number> =>
  new Set(flatMap(pages, (pieces) => flatMap(pieces, ({ row, last }) => (last ? [] : row))));

/**
 * How many rows at the top a reader may repeat: a header whose scope is the whole table. Word repeats to the table's end,
 * only from the top, and does not know what to do with a label that goes on below the header.
 */
function repeatedRows({ grid }: MeasuredGrid, pages: readonly TablePage[]): number {
  const top = grid.headers.find((header) => header.first === 0);
  if (top === undefined || top.until < grid.rows || top.end >= grid.rows) return 0;
  if (grid.cells.some((cell) => cell.y < top.end && cell.y + cell.height > top.end)) return 0;
  return pages.slice(1).every(({ pieces }) => pieces[0]?.repeat === true) ? top.end : 0;
}
