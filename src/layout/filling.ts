import { flatMap, type Length, sum } from '../base/index.ts';
import { breakEarly, breakNext, nextRow } from './break-next.ts';
import {
  type Around,
  better,
  breakBefore,
  breakInside,
  type Candidate,
  isWorthWaiting,
  lastPage,
  loneTail,
} from './breaks.ts';
import type { Frame } from './frame.ts';
import { type Cursor, type GridPage, pageHeight, pageOf } from './grid-page.ts';
import { repeatedHeaders } from './headers.ts';
import { type RowPiece, wholePiece } from './pieces.ts';
import { LINES_APART } from './row-breaks.ts';

/** How many rows a page may give up for a better break, as long as no fault is grave. */
const ROWS_BACK = 4;

/** Breaks inside a row are tried with at least so many lines on either side: the fewest that may be, and a few more. */
const APART = [LINES_APART, 4] as const;

/** What a page is filled with. */
export type Filling = Around & {
  /** The height of the lines that stand below the table and shall not stand alone. */
  readonly tail: Length;
  /** `must`: nothing is put here rather than against the rules; `rather`: nor what the next page would do better. */
  readonly wait: 'no' | 'must' | 'rather';
};

/** As many rows as make a good page; null if the table had better begin on the next one. */
export function fillPage(frame: Frame, cursor: Cursor, filling: Filling): GridPage | null {
  const { room, wait } = filling;
  const headers = repeatedHeaders(frame, cursor, room);
  const best = bestPage(frame, cursor, headers, filling);
  if (best !== null && !(wait === 'rather' && isWorthWaiting(best))) return best.page;
  if (wait !== 'no') return null;
  return (
    forcedPage(frame, cursor, headers, room) ??
    // A header and its first row fill the page: whatever fits without the header.
    bestPage(frame, cursor, [], filling)?.page ??
    wholeRows(frame, cursor, room) ??
    forcedPage(frame, cursor, [], room)
  );
}

/** The best page of those that obey the rules; the rest of the table where it fits with what stands below it. */
function bestPage(frame: Frame, cursor: Cursor, headers: readonly RowPiece[], filling: Filling): Candidate | null {
  const { room, empty, tail } = filling;
  const pieces = withRows(frame, cursor, headers, room);
  let best: Candidate | null = null;
  for (let count = pieces.length; count >= headers.length; count -= 1) {
    if (best !== null && best.grave === 0 && pieces.length - count > ROWS_BACK) break;
    const next = cursor.row + count - headers.length;
    const page = pageOf(frame, pieces.slice(0, count), cursor.done);
    const used = pageHeight(page);
    if (used > room) continue;
    if (best !== null && room - used > best.badness) break;
    if (next === frame.rows) {
      if (used + tail <= room) return lastPage(page);
      best = loneTail(page, empty);
      continue;
    }
    for (const broken of breaksNext(frame, cursor, page, filling)) best = better(best, broken);
    if (count > headers.length) best = better(best, breakBefore(frame, page, next, filling));
  }
  return best;
}

/** As many rows as fit, and a part of the next one, broken at any line. */
function forcedPage(frame: Frame, cursor: Cursor, headers: readonly RowPiece[], room: Length): GridPage | null {
  const pieces = withRows(frame, cursor, headers, room);
  for (let count = pieces.length; count >= headers.length; count -= 1) {
    const page = pageOf(frame, pieces.slice(0, count), cursor.done);
    const broken = breakNext(frame, cursor, page, { room, apart: 1, forced: true });
    if (broken !== null) return broken;
  }
  return null;
}

/** As many rows as fit, whatever is parted; null where not even one does. */
function wholeRows(frame: Frame, cursor: Cursor, room: Length): GridPage | null {
  const pieces = withRows(frame, cursor, [], room);
  for (let count = pieces.length; count > 0; count -= 1) {
    const page = pageOf(frame, pieces.slice(0, count), cursor.done);
    if (pageHeight(page) <= room) return page;
  }
  return null;
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

/** The good ways to end a page inside the row after it. */
function breaksNext(frame: Frame, cursor: Cursor, page: GridPage, filling: Filling): Candidate[] {
  const next = nextRow(cursor, page);
  if (frame.isHeader(next)) return [];
  const { room } = filling;
  return flatMap(APART, (apart) => {
    const broken = [breakNext(frame, cursor, page, { room, apart, forced: false })];
    // Near the end of the table a row is broken even where it fits, so that some of it goes with what stands below.
    if (next >= frame.rows - 2) broken.push(breakEarly(frame, cursor, page, { room, apart }));
    return flatMap(broken, (one) => (one === null ? [] : breakInside(frame, one, filling)));
  });
}
