import { type Length, mpt } from '../base/index.ts';
import type { CellId } from '../grid/index.ts';
import { SHORT_ROW } from '../measure/index.ts';
import type { Frame } from './frame.ts';

/** Lines `from … to` of a cell (half-open). */
export type Portion = { readonly from: number; readonly to: number };

/** What stands of one row on one page. */
export type RowPiece = {
  readonly row: number;
  /** A header row printed again. */
  readonly repeat: boolean;
  /** Whether the row ends on this page. */
  readonly last: boolean;
  /** The least height, from the cells that stand in this row alone. */
  readonly base: Length;
  /** For the cells that stand in this row alone: the lines that are printed here. */
  readonly portions: ReadonlyMap<CellId, Portion>;
};

/** How many lines of each flowing cell are printed on earlier pages. */
export type Progress = readonly number[];

/** The rest of a row in one piece. */
export function wholePiece(frame: Frame, row: number, done: Progress, repeat = false): RowPiece {
  const portions = new Map<CellId, Portion>();
  for (const id of frame.singles[row] ?? []) {
    const total = frame.lines[id]?.length ?? 0;
    portions.set(id, { from: repeat || frame.repeats[id] ? 0 : Math.min(done[id] ?? 0, total), to: total });
  }
  return { row, repeat, last: true, portions, base: heightOf(frame, portions) };
}

/** At least so many lines stay on either side of a break inside a row. */
export const LINES_APART = 2;

/**
 * The part of a row that fits into `room`, or null where it is better not broken. `forced` breaks where the rules for
 * good breaks find nothing: at any line.
 */
export function brokenPiece(
  frame: Frame,
  row: number,
  done: Progress,
  { room, forced }: { readonly room: Length; readonly forced: boolean },
): RowPiece | null {
  const portions = new Map<CellId, Portion>();
  const apart = forced ? 1 : LINES_APART;
  let longest = 0;
  let parted = false;
  for (const id of frame.singles[row] ?? []) {
    const total = frame.lines[id]?.length ?? 0;
    const from = frame.repeats[id] ? 0 : Math.min(done[id] ?? 0, total);
    const left = total - from;
    const fits = linesIn(frame, id, room);
    if (frame.repeats[id] || left <= fits) {
      if (left > fits) return null;
      portions.set(id, { from, to: total });
      continue;
    }
    const taken = Math.min(fits, left - apart);
    if (taken < (forced ? 0 : apart)) return null;
    longest = Math.max(longest, left);
    parted ||= taken > 0;
    portions.set(id, { from, to: from + taken });
  }
  if (!parted || (!forced && longest < SHORT_ROW)) return null;
  return { row, repeat: false, last: false, portions, base: heightOf(frame, portions) };
}

/** How many lines of a cell a height holds. */
export function linesIn({ source }: Frame, id: CellId, height: number): number {
  const pitch = source.cells[id]?.style.pitch ?? 1;
  return Math.max(0, Math.floor((height - 2 * source.table.padY) / pitch));
}

function heightOf({ source }: Frame, portions: ReadonlyMap<CellId, Portion>): Length {
  let height = 0;
  for (const [id, { from, to }] of portions)
    height = Math.max(height, (to - from) * (source.cells[id]?.style.pitch ?? 0));
  const smallest = source.cells.length > 0 && height === 0 ? (source.cells[0]?.style.pitch ?? 0) : 0;
  return mpt(Math.max(height, smallest) + 2 * source.table.padY);
}
