import { type Length, mpt, sum } from '../base/index.ts';
import type { GridCell } from '../grid/index.ts';
import { type Frame, textOf } from './frame.ts';
import { type Cursor, type GridPage, pageHeight, pageOf } from './grid-page.ts';
import { linesHeight, linesIn } from './line-heights.ts';
import { brokenPiece, type Parting, type RowPiece, wholePiece } from './pieces.ts';
import { SHORT_ROW } from './row-breaks.ts';

/** The page with a part of the next row at its foot. */
export function breakNext(
  frame: Frame,
  cursor: Cursor,
  page: GridPage,
  { room, apart, forced }: Parting,
): GridPage | null {
  const parting = { room: mpt(room - sum(page.heights)), apart, forced };
  const piece =
    brokenPiece(frame, nextRow(cursor, page), cursor.done, parting) ?? stretchedPiece(frame, cursor, page, parting);
  return piece && withPiece(frame, page, piece, room);
}

/** The same with so little of the next row that some of it is left over, though all of it had room. */
export function breakEarly(
  frame: Frame,
  cursor: Cursor,
  page: GridPage,
  { room, apart }: Pick<Parting, 'room' | 'apart'>,
): GridPage | null {
  const next = nextRow(cursor, page);
  const left = Math.min(room - sum(page.heights), wholePiece(frame, next, cursor.done).base - 1);
  const piece = brokenPiece(frame, next, cursor.done, { room: mpt(left), apart, forced: false });
  return piece && withPiece(frame, page, piece, room);
}

/** The page with one more piece; null where that does not fit. */
function withPiece(frame: Frame, page: GridPage, piece: RowPiece, room: Length): GridPage | null {
  const longer = pageOf(frame, [...page.pieces, piece], page.done);
  return pageHeight(longer) <= room ? longer : null;
}

/** The first row that does not stand on a page of whole rows. */
export const nextRow = (cursor: Cursor, { pieces }: GridPage): number => {
  const last = pieces.at(-1);
  return last === undefined || last.repeat ? cursor.row : last.row + 1;
};

/**
 * A short row at the page's foot in which long text beside several rows ends: the row takes the height that is left, its
 * own cells are printed, and the text goes on in the same row on the next page. Null where no such text needs it.
 */
function stretchedPiece(
  frame: Frame,
  cursor: Cursor,
  page: GridPage,
  { room: left, apart, forced }: Parting,
): RowPiece | null {
  const next = nextRow(cursor, page);
  const { grid, table } = frame.source;
  let base: number = left;
  let longest = 0;
  for (const cell of frame.spanning) {
    const { y, height } = grid.cells[cell] as GridCell;
    if (frame.repeats[cell] || y + height - 1 !== next) continue;
    const first = page.pieces.findIndex(({ row }) => row >= y && row < y + height);
    const above = first === -1 ? 0 : sum(page.heights.slice(first));
    const text = textOf(frame, cell, false);
    const from = cursor.done[cell] ?? 0;
    const rest = text.lines.length - from;
    const fits = linesIn(text, from, above + left - 2 * table.padY);
    if (rest <= fits) continue;
    const taken = Math.min(fits, rest - apart);
    if (taken < apart) return null;
    longest = Math.max(longest, rest);
    if (taken < fits) base = Math.min(base, linesHeight(text, from, from + taken) + 2 * table.padY - above);
  }
  const whole = wholePiece(frame, next, cursor.done);
  const parted = longest >= (forced ? 1 : SHORT_ROW);
  return parted && base >= whole.base ? { ...whole, last: false, base: mpt(base) } : null;
}
