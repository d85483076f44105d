import { type Length, mpt, type Paper, type TextStyle } from '../base/index.ts';
import type { FontSet } from '../text/index.ts';
import { placeFolio } from './folio.ts';
import { leftOf } from './sheets.ts';
import type { Page, TextItem } from './types.ts';

/** What a page needs to be given another number: its sheet, and the style of page numbers. */
export type Numbering = { readonly paper: Paper; readonly folio: TextStyle };

/** A page without its number. */
export const bodyOf = ({ width, height, texts, rules, boxes }: Page): Page => ({
  width,
  height,
  texts: texts.filter(({ owner }) => owner.kind !== 'folio'),
  rules,
  boxes,
});

/** A page that has nothing on it but a number. */
export function folioPage({ paper, folio }: Numbering, number: number, fonts: FontSet): Page {
  const texts: TextItem[] = [];
  placeFolio({ paper, number, left: leftOf(paper, number) }, folio, fonts, texts);
  return { width: paper.width, height: paper.height, texts, rules: [], boxes: [] };
}

/**
 * How far what stands on a page moves to the right when the page is given another number: where both sides are printed,
 * the margins of odd and even pages change places.
 */
export const shiftTo = (paper: Paper, own: number, number: number): Length =>
  mpt(leftOf(paper, number) - leftOf(paper, own));
