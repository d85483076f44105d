import { type Length, mpt, sum, ZERO } from '../base/index.ts';
import { isLong } from './breaks.ts';
import type { Frame } from './frame.ts';
import { repeatedHeaders } from './headers.ts';
import { solveHeights } from './heights.ts';
import { doneBefore, type RowPiece, wholePiece } from './pieces.ts';
import { LINES_APART } from './row-breaks.ts';

/** What the end of a table asks of its last page turn. */
export type Ending = {
  /** The height of the lines below the table that shall not stand on a page without a row of it. */
  readonly tail: Length;
  /** Whether the row before the last one can join it on a page. */
  readonly joins: boolean;
};

/** `blocks` are the heights of what stands below the table; what is too tall for a page with its last row is let go. */
export function endingOf(frame: Frame, blocks: readonly Length[], room: Length): Ending {
  const last = frame.rows - 1;
  const left = room - heightFrom(frame, last, room);
  let tail = ZERO;
  for (const block of blocks) {
    if (tail + block > left) break;
    tail = mpt(tail + block);
  }
  return { tail, joins: last > 0 && heightFrom(frame, last - 1, room) + tail <= room };
}

/** What the rows from one on need on an empty page, at the least: of a long row its end. */
function heightFrom(frame: Frame, first: number, room: Length): number {
  const done = doneBefore(frame, first);
  const pieces: RowPiece[] = repeatedHeaders(frame, { row: first, done }, room);
  for (let row = first; row < frame.rows; row += 1) {
    const piece = wholePiece(frame, row, done);
    const end = isLong(frame, row, room) ? LINES_APART * (frame.least[row] ?? 0) : piece.base;
    pieces.push({ ...piece, base: mpt(Math.min(piece.base, end)) });
  }
  return sum(solveHeights(frame, pieces, done));
}
