import { type Length, mpt } from '../base/index.ts';
import type { CellId } from '../grid/index.ts';
import { type Frame, isAgain, textOf } from './frame.ts';
import { type CellText, linesHeight, linesIn } from './line-heights.ts';
import { SHORT_ROW } from './row-breaks.ts';

/** Lines `from … to` of a cell (half-open); `again` if they are what a label says when it is printed again. */
export type Portion = { readonly from: number; readonly to: number; readonly again: boolean };

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

/** What is printed before a row that begins a page: of cells that began above it all there is, as far as they flow. */
export const doneBefore = ({ source, texts }: Frame, row: number): Progress =>
  source.grid.cells.map(({ y }, id) => (y < row ? (texts[id]?.lines.length ?? 0) : 0));

/** The rest of a row in one piece. */
export function wholePiece(frame: Frame, row: number, done: Progress, repeat = false): RowPiece {
  const portions = new Map<CellId, Portion>();
  for (const id of frame.singles[row] ?? []) portions.set(id, restOf(frame, id, done, repeat));
  return { row, repeat, last: true, portions, base: heightOf(frame, row, portions) };
}

/** What is left of a cell: all of a label or of a header printed again. */
function restOf(frame: Frame, id: CellId, done: Progress, repeat: boolean): Portion {
  const again = !repeat && isAgain(frame, id, done);
  const to = textOf(frame, id, again).lines.length;
  return { from: repeat || frame.repeats[id] ? 0 : Math.min(done[id] ?? 0, to), to, again };
}

/** How a row or a page may be broken: `room` is the height there is, `apart` the lines that stay on either side. */
export type Parting = { readonly room: Length; readonly apart: number; readonly forced: boolean };

/**
 * The part of a row that fits into a height, or null where it is better not broken. `forced` breaks where the rules for
 * good breaks find nothing: at any line.
 */
export function brokenPiece(
  frame: Frame,
  row: number,
  done: Progress,
  { room, apart, forced }: Parting,
): RowPiece | null {
  const portions = new Map<CellId, Portion>();
  const height = room - 2 * frame.source.table.padY;
  let longest = 0;
  let parted = false;
  for (const id of frame.singles[row] ?? []) {
    const rest = restOf(frame, id, done, false);
    const left = rest.to - rest.from;
    const fits = linesIn(textOf(frame, id, rest.again), rest.from, height);
    if (frame.repeats[id] || left <= fits) {
      if (left > fits) return null;
      portions.set(id, rest);
      continue;
    }
    const taken = goodEnd(textOf(frame, id, rest.again), rest.from, Math.min(fits, left - apart), apart);
    if (taken < (forced ? 0 : apart)) return null;
    longest = Math.max(longest, left);
    parted ||= taken > 0;
    portions.set(id, { ...rest, to: rest.from + taken });
  }
  if (!parted || (!forced && longest < SHORT_ROW)) return null;
  return { row, repeat: false, last: false, portions, base: heightOf(frame, row, portions) };
}

/** How many lines from `from` on to print, at most `most`, so that the last of them does not hold the next; at least `apart`. */
function goodEnd({ holding }: CellText, from: number, most: number, apart: number): number {
  let count = most;
  while (count > apart && holding.includes(from + count - 1)) count -= 1;
  return holding.includes(from + count - 1) ? most : count;
}

function heightOf(frame: Frame, row: number, portions: ReadonlyMap<CellId, Portion>): Length {
  let height = 0;
  for (const [id, { from, to, again }] of portions)
    height = Math.max(height, linesHeight(textOf(frame, id, again), from, to));
  return mpt(height > 0 ? height + 2 * frame.source.table.padY : (frame.least[row] ?? 0));
}
