import { type Length, sum } from '../base/index.ts';
import type { CellId } from '../grid/index.ts';
import { type Frame, isAgain, textOf } from './frame.ts';
import { type Slot, slotsOn, solveHeights } from './heights.ts';
import { linesIn } from './line-heights.ts';
import type { Portion, Progress, RowPiece } from './pieces.ts';

/** The rows of a grid on one page, with their heights and the lines of flowing cells printed before. */
export type GridPage = {
  readonly pieces: readonly RowPiece[];
  readonly heights: readonly Length[];
  readonly done: Progress;
};

/** A page of these pieces; `done` are the lines of each cell that are printed before it. */
export const pageOf = (frame: Frame, pieces: readonly RowPiece[], done: Progress): GridPage => ({
  pieces,
  heights: solveHeights(frame, pieces, done),
  done,
});

/** The row with which the next page begins, and how many lines of each cell are printed before it. */
export type Cursor = { readonly row: number; readonly done: Progress };

/** The height of a grid page. */
export const pageHeight = (page: GridPage): Length => sum(page.heights);

/** Where the next page begins. */
export function advance(frame: Frame, cursor: Cursor, page: GridPage): Cursor {
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
  cell: CellId,
  { page, first, last }: Pick<Slot, 'first' | 'last'> & { readonly page: GridPage },
): Portion {
  const repeat = page.pieces[last]?.repeat === true;
  const again = !repeat && isAgain(frame, cell, page.done);
  const text = textOf(frame, cell, again);
  const total = text.lines.length;
  if (frame.repeats[cell] || repeat) return { from: 0, to: total, again };
  const from = Math.min(page.done[cell] ?? 0, total);
  const height = sum(page.heights.slice(first, last + 1)) - 2 * frame.source.table.padY;
  return { from, to: Math.min(total, from + linesIn(text, from, height)), again };
}
