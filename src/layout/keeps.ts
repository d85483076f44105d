import { type Length, sum } from '../base/index.ts';
import type { KeepRange } from '../grid/index.ts';
import type { Frame } from './frame.ts';
import { repeatedHeaders } from './headers.ts';
import { solveHeights } from './heights.ts';
import { doneBefore, wholePiece } from './pieces.ts';

/** How many of the rows' wishes to stay together a break would not grant. */
export type Keeps = { readonly before: (row: number) => number; readonly inside: (row: number) => number };

/** The wishes of a grid that an empty page of this height can grant; a wish too large for it yields. */
export function grantable(frame: Frame, room: Length): Keeps {
  const before = new Array<number>(frame.rows + 1).fill(0);
  const inside = new Array<number>(frame.rows + 1).fill(0);
  for (const range of frame.source.grid.keeps) {
    if (!fits(frame, range, room)) continue;
    for (let row = range.first; row < range.end; row += 1) {
      inside[row] = (inside[row] ?? 0) + 1;
      if (row > range.first) before[row] = (before[row] ?? 0) + 1;
    }
  }
  return { before: (row) => before[row] ?? 0, inside: (row) => inside[row] ?? 0 };
}

/** Whether rows stand on an empty page of this height, below the header that is printed again for them. */
function fits(frame: Frame, { first, end }: KeepRange, room: Length): boolean {
  let bases = 0;
  for (let row = first; row < end; row += 1) bases += frame.bases[row] ?? 0;
  if (bases > room) return false;
  const done = doneBefore(frame, first);
  const pieces = repeatedHeaders(frame, { row: first, done }, room);
  for (let row = first; row < end; row += 1) pieces.push(wholePiece(frame, row, done));
  return sum(solveHeights(frame, pieces, done)) <= room;
}
