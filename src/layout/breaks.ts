import { type Length, sum } from '../base/index.ts';
import { type Frame, textOf } from './frame.ts';
import type { GridPage } from './grid-page.ts';
import type { Keeps } from './keeps.ts';
import type { RowPiece } from './pieces.ts';
import { SHORT_ROW } from './row-breaks.ts';

/**
 * A way to end a page. `badness` is a height: the room it wastes, that is room left empty and rows stretched by labels
 * here and, which shows more (a lone sum beside its header), on the next page; and for each fault a height that one
 * would rather waste. `grave` faults are worth looking for another break on the whole page.
 */
export type Candidate = { readonly page: GridPage; readonly badness: number; readonly grave: number };

export const better = (a: Candidate | null, b: Candidate | null): Candidate | null =>
  a === null || (b !== null && b.badness < a.badness) ? b : a;

/** A stretched row at the head of a page shows more than room left at the foot of the one before. */
const STRETCH_AFTER_WEIGHT = 1.5;

/** The faults of breaks in heights of an empty page, the gravest first. */
const faults = {
  /** Rows are parted that the template wants together. */
  keep: 100,
  /** Lines below the table stand on a page without a row of it: worse than all that follows and an empty page. */
  loneTail: 6,
  /** A short last row stands alone on a page. */
  loneLast: 1,
  /** A row of labels ends the page, and what they name stands on the next one. */
  loneLabels: 1 / 2,
  /** A short row that is the last below its header stands there alone when the header is printed again. */
  loneBelowHeader: 1 / 8,
  /** Two, three or four lines of a row stand above or below the break without a name. */
  stub: [1 / 4, 1 / 8, 1 / 16],
} as const;

/** What is asked about a break: the height on this page and on an empty one, and what shall stay together. */
export type Around = {
  readonly room: Length;
  readonly empty: Length;
  readonly keeps: Keeps;
  /** Whether the row before the last one can join it on a page. */
  readonly joins: boolean;
};

/** The page ends with a whole row, `next` begins the next page; null where that must not be. */
export function breakBefore(frame: Frame, page: GridPage, next: number, around: Around): Candidate | null {
  if (frame.isHeader(next - 1)) return null;
  const { room, empty, keeps, joins } = around;
  const grave =
    faults.keep * keeps.before(next) +
    (joins && next === frame.rows - 1 && !isLong(frame, next, empty) ? faults.loneLast : 0) +
    (namesNext(frame, next - 1) ? faults.loneLabels : 0);
  const lone = endsScope(frame, next) && !isLong(frame, next, empty) ? faults.loneBelowHeader : 0;
  const waste = room - sum(page.heights) + stretched(page) + STRETCH_AFTER_WEIGHT * stretchAfter(frame, next);
  return { page, badness: waste + (grave + lone) * empty, grave };
}

/** The page ends inside a row, of which its last piece is a part. */
export function breakInside(frame: Frame, page: GridPage, { room, empty, keeps }: Around): Candidate {
  const piece = page.pieces.at(-1) as RowPiece;
  const grave = faults.keep * keeps.inside(piece.row);
  const stub = faults.stub[fewestLines(frame, piece) - 2] ?? 0;
  const waste = room - sum(page.heights) + stretched(page);
  return { page, badness: waste + (grave + stub) * empty, grave };
}

/** The page holds the rest of the table and what stands below it. */
export const lastPage = (page: GridPage): Candidate => ({ page, badness: 0, grave: 0 });

/** The page holds the rest of the table, but not the lines below it. */
export const loneTail = (page: GridPage, empty: Length): Candidate => ({
  page,
  badness: faults.loneTail * empty,
  grave: faults.loneTail,
});

/** Whether one would rather begin the table on a new page than end its first page so. */
export const isWorthWaiting = ({ grave }: Candidate): boolean => grave >= faults.loneTail;

/** By how much labels stretch the rows of a page. */
const stretched = ({ pieces, heights }: GridPage): number => sum(heights) - sum(pieces.map(({ base }) => base));

/** By how much the labels that go on after a break before `next` would stretch the few rows left to them. */
function stretchAfter(frame: Frame, next: number): number {
  const { grid } = frame.source;
  let worst = 0;
  for (const id of frame.spanning) {
    const cell = grid.cells[id];
    if (cell === undefined || cell.y >= next) break;
    if (!frame.repeats[id] || cell.y + cell.height <= next) continue;
    const header = frame.headerOf(next);
    let lack = textOf(frame, id, true).need;
    if (header && cell.y <= header.first)
      for (let row = header.first; row < header.end; row += 1) lack -= frame.bases[row] ?? 0;
    for (let row = next; row < cell.y + cell.height && lack > worst; row += 1) lack -= frame.bases[row] ?? 0;
    worst = Math.max(worst, lack);
  }
  return worst;
}

/** A row that fills a page well enough alone: of many lines, or taller than a quarter of an empty page. */
export const isLong = (frame: Frame, row: number, empty: Length): boolean =>
  (frame.bases[row] ?? 0) * 4 > empty ||
  (frame.singles[row] ?? []).some((id) => (frame.texts[id]?.lines.length ?? 0) >= SHORT_ROW);

/** Whether a row has nothing but labels, which name the rows below it: no cell of several rows ends with it. */
function namesNext({ source: { grid } }: Frame, row: number): boolean {
  return (grid.slots[row] ?? []).every((id) => {
    const cell = grid.cells[id];
    return cell?.role === 'label' && (cell.height === 1 || cell.y + cell.height > row + 1);
  });
}

/** Whether a row is the last of several below a header. */
function endsScope({ headerOf }: Frame, row: number): boolean {
  const scope = headerOf(row);
  return scope !== null && row === scope.until - 1 && row > scope.end;
}

/**
 * How many lines of a broken row stand on this page or on the next, whichever is less; on the next they do not count where
 * its name is printed again there. Many where the row is not broken or a label beside the lines says what they are.
 */
function fewestLines(frame: Frame, { row, portions }: RowPiece): number {
  const { grid } = frame.source;
  const cells = frame.singles[row] ?? [];
  if (cells.some((id) => grid.cells[id]?.role === 'label')) return Number.POSITIVE_INFINITY;
  const isNamed = cells.some((id) => frame.repeats[id]);
  let taken = 0;
  let left = 0;
  for (const [id, { from, to }] of portions) {
    const total = frame.texts[id]?.lines.length ?? 0;
    if (to >= total) continue;
    taken = Math.max(taken, to - from);
    left = Math.max(left, total - to);
  }
  if (left === 0) return Number.POSITIVE_INFINITY;
  return Math.max(2, isNamed ? taken : Math.min(taken, left));
}
