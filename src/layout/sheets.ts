import { type Length, type Paper, typeHeight, ZERO } from '../base/index.ts';
import type { Placing } from './placed-page.ts';

/** A page being filled. */
export type Sheet = {
  readonly paper: Paper;
  /** Counts through the document from 1. */
  readonly number: number;
  /** The left edge of the type area. */
  readonly left: Length;
  readonly placings: Placing[];
  /** The height of the type area taken so far. */
  used: Length;
};

/** Adds an empty page; the margins of even pages change places where the paper is printed on both sides. */
export function addSheet(paper: Paper, sheets: Sheet[]): Sheet {
  const number = sheets.length + 1;
  const left = paper.mirrored && number % 2 === 0 ? paper.right : paper.left;
  const sheet: Sheet = { paper, number, left, placings: [], used: ZERO };
  sheets.push(sheet);
  return sheet;
}

export const lastSheet = (sheets: readonly Sheet[]): Sheet => sheets.at(-1) as Sheet;

/** The last page if it has the room, else a new one. */
export function sheetWith(height: Length, sheets: Sheet[]): Sheet {
  const last = lastSheet(sheets);
  return last.used === 0 || last.used + height <= typeHeight(last.paper) ? last : addSheet(last.paper, sheets);
}
