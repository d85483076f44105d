import { type Length, sum } from '../base/index.ts';
import type { Frame } from './frame.ts';
import type { Cursor } from './grid-page.ts';
import { solveHeights } from './heights.ts';
import { type RowPiece, wholePiece } from './pieces.ts';

/**
 * The header rows to print again at the top of a page that begins inside their scope; none where they would take more
 * than half of its room.
 */
export function repeatedHeaders(frame: Frame, cursor: Cursor, room: Length): RowPiece[] {
  const scope = frame.headerOf(cursor.row);
  if (scope === null) return [];
  const pieces: RowPiece[] = [];
  for (let row = scope.first; row < scope.end; row += 1) pieces.push(wholePiece(frame, row, cursor.done, true));
  return sum(solveHeights(frame, pieces, cursor.done)) * 2 <= room ? pieces : [];
}
