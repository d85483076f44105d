import type { Length } from '../base/index.ts';
import { endingOf } from './ending.ts';
import { fillPage } from './filling.ts';
import type { Frame } from './frame.ts';
import { advance, type Cursor, type GridPage } from './grid-page.ts';
import { grantable } from './keeps.ts';

/** Room for the grid on its first page (what headings leave) and on every further one. */
export type Rooms = { readonly first: Length; readonly next: Length };

/** What stands around a grid. */
export type Surroundings = {
  /** The heights of the blocks that stand below the grid and shall not stand on a page without a row of it. */
  readonly tail: readonly Length[];
  /** Whether the grid's headings can go with it to the next page, so that it may wait for that page's greater room. */
  readonly mayMove: boolean;
};

/**
 * Deals the rows of a grid to pages. Null for a page means that nothing of the grid fits there (only possible on the
 * first). Returns what was dealt and the row at which a line was too tall for a page, if any.
 */
export function paginate(
  frame: Frame,
  rooms: Rooms,
  { tail, mayMove }: Surroundings,
): { readonly pages: readonly (GridPage | null)[]; readonly stuck: number | null } {
  const pages: (GridPage | null)[] = [];
  const empty = rooms.next;
  const around = { empty, keeps: grantable(frame, empty), ...endingOf(frame, tail, empty) };
  let cursor: Cursor = { row: 0, done: new Array<number>(frame.texts.length).fill(0) };
  while (cursor.row < frame.rows) {
    const isFirst = pages.length === 0;
    const room = isFirst ? rooms.first : rooms.next;
    const wait = isFirst && rooms.first < rooms.next ? (mayMove ? 'rather' : 'must') : 'no';
    const page = fillPage(frame, cursor, { ...around, room, wait });
    if (page === null && wait === 'no') return { pages, stuck: cursor.row };
    pages.push(page);
    if (page !== null) cursor = advance(frame, cursor, page);
  }
  return { pages, stuck: null };
}
