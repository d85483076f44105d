import { type Length, mpt, sum } from '../base/index.ts';
import { SHORT_ROW } from '../measure/index.ts';
import type { Frame } from './frame.ts';
import { slotsOn, solveHeights } from './heights.ts';
import { brokenPiece, LINES_APART, linesIn, type RowPiece, wholePiece } from './pieces.ts';

/** The rows of a grid on one page, with their heights and the lines of flowing cells printed before. */
export type GridPage = {
  readonly pieces: readonly RowPiece[];
  readonly heights: readonly Length[];
  readonly done: readonly number[];
};

/** Room for the grid on its first page (what headings leave) and on every further one. */
export type Rooms = { readonly first: Length; readonly next: Length };

type Cursor = { readonly row: number; readonly done: readonly number[] };

/**
 * Deals the rows of a grid to pages. Null for a page means that nothing of the grid fits there (only possible on the
 * first). Returns what was dealt and the row at which a line was too tall for a page, if any.
 */
export function paginate(
  frame: Frame,
  rooms: Rooms,
): { readonly pages: readonly (GridPage | null)[]; readonly stuck: number | null } {
  const pages: (GridPage | null)[] = [];
  let cursor: Cursor = { row: 0, done: new Array<number>(frame.lines.length).fill(0) };
  while (cursor.row < frame.rows) {
    const isFirst = pages.length === 0;
    const room = isFirst ? rooms.first : rooms.next;
    const mayWait = isFirst && rooms.first < rooms.next;
    const page = fillPage(frame, cursor, room, mayWait);
    if (page === null && !mayWait) return { pages, stuck: cursor.row };
    pages.push(page);
    if (page !== null) cursor = advance(frame, cursor, page);
  }
  return { pages, stuck: null };
}

/** A stretched row at the head of a page shows more than room left at the foot of the one before. */
const STRETCH_AFTER_WEIGHT = 1.5;

/** How many rows a page may give up for a better break. */
const ROWS_BACK = 4;

/**
 * A way to end a page; `badness` is the height it wastes: room left empty, and rows stretched by labels here and, which
 * shows more (a lone sum beside its header), on the next page.
 */
type Candidate = { readonly page: GridPage; readonly badness: number };

const better = (a: Candidate | null, b: Candidate | null): Candidate | null =>
  a === null || (b !== null && b.badness < a.badness) ? b : a;

/** By how much labels stretch the rows of a page. */
const stretched = ({ pieces, heights }: GridPage): number => sum(heights) - sum(pieces.map(({ base }) => base));

/** By how much the labels that go on after a break before `next` would stretch the few rows left to them. */
function stretchAfter(frame: Frame, next: number): number {
  const { grid, cells } = frame.source;
  let worst = 0;
  for (const id of frame.spanning) {
    const cell = grid.cells[id];
    if (cell === undefined || cell.y >= next) break;
    if (!frame.repeats[id] || cell.y + cell.height <= next) continue;
    const header = frame.headerOf(next);
    let lack = cells[id]?.need ?? 0;
    if (header && cell.y <= header.first)
      for (let row = header.first; row < header.end; row += 1) lack -= frame.bases[row] ?? 0;
    for (let row = next; row < cell.y + cell.height && lack > worst; row += 1) lack -= frame.bases[row] ?? 0;
    worst = Math.max(worst, lack);
  }
  return worst;
}

function fillPage(frame: Frame, cursor: Cursor, room: Length, mayWait: boolean): GridPage | null {
  const headers = repeatedHeaders(frame, cursor, room);
  const pieces = withRows(frame, cursor, headers, room);
  let best: Candidate | null = null;
  for (let count = pieces.length; count >= headers.length; count -= 1) {
    if (best !== null && pieces.length - count > ROWS_BACK) break;
    const next = cursor.row + count - headers.length;
    const whole = pieces.slice(0, count);
    const heights = solveHeights(frame, whole, cursor.done);
    if (sum(heights) > room) continue;
    const page = { pieces: whole, heights, done: cursor.done };
    if (next === frame.rows) return page;
    const broken = breakNext(frame, cursor, { page, next, room, forced: false });
    best = better(best, broken && { page: broken, badness: stretched(broken) });
    if (count > headers.length && mayBreakBefore(frame, next, cursor.row)) {
      const badness = room - sum(heights) + stretched(page) + STRETCH_AFTER_WEIGHT * stretchAfter(frame, next);
      best = better(best, { page, badness });
    }
  }
  if (best !== null) return best.page;
  if (mayWait) return null;
  for (let count = pieces.length; count >= headers.length; count -= 1) {
    const whole = pieces.slice(0, count);
    const page = { pieces: whole, heights: solveHeights(frame, whole, cursor.done), done: cursor.done };
    const next = cursor.row + count - headers.length;
    const broken = breakNext(frame, cursor, { page, next, room, forced: true });
    if (broken !== null) return broken;
  }
  return lastResort(frame, cursor, room);
}

/** The repeated headers and as many whole rows below them as may fit. */
function withRows(frame: Frame, { row: from, done }: Cursor, headers: readonly RowPiece[], room: Length): RowPiece[] {
  const pieces = [...headers];
  let used = sum(headers.map(({ base }) => base)) as number;
  for (let row = from; row < frame.rows; row += 1) {
    const piece = wholePiece(frame, row, done);
    if (used + piece.base > room) break;
    used += piece.base;
    pieces.push(piece);
  }
  return pieces;
}

/** Nothing obeys the rules (a header and its first row fill the page): break after whatever fits without the header. */
function lastResort(frame: Frame, cursor: Cursor, room: Length): GridPage | null {
  const pieces = withRows(frame, cursor, [], room);
  for (let count = pieces.length; count > 0; count -= 1) {
    const some = pieces.slice(0, count);
    const heights = solveHeights(frame, some, cursor.done);
    if (sum(heights) <= room) return { pieces: some, heights, done: cursor.done };
  }
  return breakNext(frame, cursor, {
    page: { pieces: [], heights: [], done: cursor.done },
    next: cursor.row,
    room,
    forced: true,
  });
}

/** The page with a part of the next row at its foot. */
function breakNext(
  frame: Frame,
  cursor: Cursor,
  {
    page,
    next,
    room,
    forced,
  }: { readonly page: GridPage; readonly next: number; readonly room: Length; readonly forced: boolean },
): GridPage | null {
  if (frame.isHeader(next) && !forced) return null;
  const left = mpt(room - sum(page.heights));
  const piece =
    brokenPiece(frame, next, cursor.done, { room: left, forced }) ??
    stretchedPiece(frame, cursor, { page, next, left, forced });
  if (piece === null) return null;
  const pieces = [...page.pieces, piece];
  const heights = solveHeights(frame, pieces, cursor.done);
  return sum(heights) <= room ? { pieces, heights, done: cursor.done } : null;
}

/**
 * A short row at the page's foot in which long text beside several rows ends: the row takes the height that is left, its
 * own cells are printed, and the text goes on in the same row on the next page. Null where no such text needs it.
 */
function stretchedPiece(
  frame: Frame,
  { done }: Cursor,
  {
    page,
    next,
    left,
    forced,
  }: { readonly page: GridPage; readonly next: number; readonly left: Length; readonly forced: boolean },
): RowPiece | null {
  const { grid, cells } = frame.source;
  const apart = forced ? 1 : LINES_APART;
  let base = left;
  let longest = 0;
  for (const cell of frame.spanning) {
    const { y, height } = grid.cells[cell] as (typeof grid.cells)[number];
    if (frame.repeats[cell] || y + height - 1 !== next) continue;
    const first = page.pieces.findIndex(({ row }) => row >= y && row < y + height);
    const above = first === -1 ? 0 : sum(page.heights.slice(first));
    const rest = (frame.lines[cell]?.length ?? 0) - (done[cell] ?? 0);
    const fits = linesIn(frame, cell, mpt(above + left));
    if (rest <= fits) continue;
    const taken = Math.min(fits, rest - apart);
    if (taken < apart) return null;
    longest = Math.max(longest, rest);
    base = mpt(Math.min(base, left - (fits - taken) * (cells[cell]?.style.pitch ?? 0)));
  }
  const whole = wholePiece(frame, next, done);
  const parted = longest >= (forced ? 1 : SHORT_ROW);
  return parted && base >= whole.base ? { ...whole, last: false, base } : null;
}

/** A header does not stand alone at a page's foot, and a last short row not alone on a page when one more can join it. */
function mayBreakBefore(frame: Frame, next: number, first: number): boolean {
  if (frame.isHeader(next - 1)) return false;
  const loneLast = next === frame.rows - 1 && next - 1 > first && !frame.isHeader(next - 2);
  return !loneLast;
}

/** The header rows to print again at the top of a page that begins inside their scope. */
function repeatedHeaders(frame: Frame, cursor: Cursor, room: Length): RowPiece[] {
  const scope = frame.headerOf(cursor.row);
  const atStart = cursor.row === 0 && cursor.done.every((lines) => lines === 0);
  if (scope === null || atStart) return [];
  const pieces: RowPiece[] = [];
  for (let row = scope.first; row < scope.end; row += 1) pieces.push(wholePiece(frame, row, cursor.done, true));
  return sum(solveHeights(frame, pieces, cursor.done)) * 2 <= room ? pieces : [];
}

function advance(frame: Frame, cursor: Cursor, page: GridPage): Cursor {
  const done = [...cursor.done];
  for (const { portions, repeat } of page.pieces) {
    if (repeat) continue;
    for (const [id, { to }] of portions) done[id] = to;
  }
  for (const { cell, first, last, corner } of slotsOn(frame, page.pieces)) {
    if (!corner) done[cell] = portionOfSlot(frame, cell, { page, first, last }).to;
  }
  const lastPiece = page.pieces.at(-1);
  const row = lastPiece === undefined ? cursor.row : lastPiece.row + (lastPiece.last ? 1 : 0);
  return { row, done };
}

/** The lines of a cell of several rows that its slot on a page holds: all of a label or of a header printed again. */
export function portionOfSlot(
  frame: Frame,
  cell: number,
  { page, first, last }: { readonly page: GridPage; readonly first: number; readonly last: number },
): { readonly from: number; readonly to: number } {
  const total = frame.lines[cell]?.length ?? 0;
  if (frame.repeats[cell] || page.pieces[last]?.repeat) return { from: 0, to: total };
  const from = Math.min(page.done[cell] ?? 0, total);
  const height = sum(page.heights.slice(first, last + 1));
  return { from, to: Math.min(total, from + linesIn(frame, cell, height)) };
}
