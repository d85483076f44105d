import { type Length, mpt } from '../base/index.ts';
import type { CellId, GridCell } from '../grid/index.ts';
import { type Frame, isAgain, textOf } from './frame.ts';
import { linesHeight } from './line-heights.ts';
import type { Progress, RowPiece } from './pieces.ts';

/** Where a cell of several rows stands on a page: pieces `first … last` (both included). */
export type Slot = { readonly cell: CellId; readonly first: number; readonly last: number; readonly corner: boolean };

/** The slots of all cells of several rows that reach these pieces, smaller ones first. */
export function slotsOn(frame: Frame, pieces: readonly RowPiece[]): Slot[] {
  const { grid } = frame.source;
  const firstRow = pieces[0]?.row ?? 0;
  const lastRow = pieces.at(-1)?.row ?? -1;
  const slots: Slot[] = [];
  for (const cell of frame.spanning) {
    const { y, height } = grid.cells[cell] as GridCell;
    if (y > lastRow) break;
    if (y + height <= firstRow) continue;
    const inside = (piece: RowPiece): boolean => piece.row >= y && piece.row < y + height;
    const first = pieces.findIndex(inside);
    if (first === -1) continue;
    const last = pieces.findLastIndex(inside);
    const bottom = pieces[last];
    const corner = bottom?.repeat === true && bottom.row < y + height - 1;
    slots.push({ cell, first, last, corner });
  }
  return slots.toSorted((a, b) => a.last - a.first - (b.last - b.first));
}

/**
 * Row heights on a page: the largest need of the cells of each row, and where a label or an ending cell of several rows
 * needs more than its rows give, the lack is spread evenly over its rows other than headers. Smaller spans come first, so
 * that a larger one sees what the smaller have grown.
 */
export function solveHeights(frame: Frame, pieces: readonly RowPiece[], done: Progress): Length[] {
  const heights = pieces.map(({ base }) => base as number);
  for (const slot of slotsOn(frame, pieces)) {
    const need = needOf(frame, slot, pieces, done);
    let given = 0;
    for (let i = slot.first; i <= slot.last; i += 1) given += heights[i] as number;
    if (need > given) spread(need - given, slot, { frame, heights, pieces });
  }
  return heights as Length[];
}

function needOf(frame: Frame, { cell, last, corner }: Slot, pieces: readonly RowPiece[], done: Progress): number {
  const { grid, table } = frame.source;
  const place = grid.cells[cell];
  if (place === undefined || corner) return 0;
  const piece = pieces[last];
  if (frame.repeats[cell] || piece?.repeat) {
    return textOf(frame, cell, piece?.repeat !== true && isAgain(frame, cell, done)).need;
  }
  const ends = piece?.last === true && piece.row === place.y + place.height - 1;
  if (!ends) return 0;
  const text = textOf(frame, cell, false);
  const total = Math.max(1, text.lines.length);
  return linesHeight(text, Math.min(done[cell] ?? 0, total), total) + 2 * table.padY;
}

function spread(
  lack: number,
  { first, last }: Slot,
  {
    frame,
    heights,
    pieces,
  }: { readonly frame: Frame; readonly heights: number[]; readonly pieces: readonly RowPiece[] },
): void {
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const body = all.filter((i) => !frame.isHeader(pieces[i]?.row ?? 0));
  const rows = body.length > 0 ? body : all;
  const share = Math.floor(lack / rows.length);
  rows.forEach((row, i) => {
    const extra = i === rows.length - 1 ? lack - share * (rows.length - 1) : share;
    heights[row] = mpt((heights[row] as number) + extra);
  });
}
