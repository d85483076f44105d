import { type Length, type Paper, typeHeight, ZERO } from '../base/index.ts';
import type { Placing } from './placed-page.ts';
import type { PageStretch } from './types.ts';

/** A page being filled. */
export type Sheet = {
  readonly paper: Paper;
  /** Counts through the document from 1; 0 on a cover. */
  readonly number: number;
  /** The left edge of the type area. */
  readonly left: Length;
  readonly placings: Placing[];
  /** The numbers of the blocks that leave ink on it. */
  readonly blocks: number[];
  /** The height of the type area taken so far. */
  used: Length;
};

/** The left margin of a page: those of even pages change places where the paper is printed on both sides. */
export const leftOf = (paper: Paper, number: number): Length =>
  paper.mirrored && number % 2 === 0 ? paper.right : paper.left;

/** Adds an empty page; which margin is the left one depends on the side of the paper, not on the number. */
export function addSheet(paper: Paper, sheets: Sheet[]): Sheet {
  const number = (sheets.at(-1)?.number ?? 0) + (paper.folio === 'cover' ? 0 : 1);
  const left = leftOf(paper, sheets.length + 1);
  const sheet: Sheet = { paper, number, left, placings: [], blocks: [], used: ZERO };
  sheets.push(sheet);
  return sheet;
}

export const lastSheet = (sheets: readonly Sheet[]): Sheet => sheets.at(-1) as Sheet;

/** On which pages each block leaves ink. */
export function pagesOfBlocks(sheets: readonly Sheet[]): ReadonlyMap<number, PageStretch> {
  const seen = new Map<number, PageStretch>();
  sheets.forEach(({ blocks }, page) => {
    for (const block of blocks) seen.set(block, { first: seen.get(block)?.first ?? page, last: page });
  });
  return seen;
}

/** The last page if it has the room, else a new one. */
export function sheetWith(height: Length, sheets: Sheet[]): Sheet {
  const last = lastSheet(sheets);
  return last.used === 0 || last.used + height <= typeHeight(last.paper) ? last : addSheet(last.paper, sheets);
}
