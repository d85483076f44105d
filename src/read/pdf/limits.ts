import { type Diagnostic, diagnostic, type Span } from '../../base/index.ts';
import { crossingsOf } from './ruling.ts';
import type { PdfPage } from './types.ts';

/** A bound volume of a whole district has fewer pages. */
const MOST_PAGES = 5000;
/** Glyphs and rules of all pages together. */
const MOST_DRAWN = 5_000_000;
/** Crossings of ruled lines on one page. */
const MOST_CROSSINGS = 500_000;

/** Thrown where a PDF holds more than is read of any. */
export class TooLarge extends Error {}

/** Counts what pages hold, and throws {@link TooLarge} with words for people where it is too much. */
export type Limits = { readonly mindPages: (count: number) => void; readonly mindPage: (page: PdfPage, number: number) => void };

export function openLimits(): Limits {
  let drawn = 0;
  return {
    mindPages: (count) => {
      if (count > MOST_PAGES) throw new TooLarge(`有 ${count} 页，最多读 ${MOST_PAGES} 页`);
    },
    mindPage: ({ glyphs, rules }, number) => {
      drawn += glyphs.length + rules.length;
      if (drawn > MOST_DRAWN) throw new TooLarge(`到第 ${number} 页已有 ${MOST_DRAWN} 个以上的字和线，最多读这么多`);
      if (crossingsOf(rules, MOST_CROSSINGS) > MOST_CROSSINGS)
        throw new TooLarge(`第 ${number} 页的线围成 ${MOST_CROSSINGS} 个以上的格子，最多读这么多`);
    },
  };
}

export const tooLarge = ({ message }: TooLarge, at: Span): Diagnostic =>
  diagnostic({ code: 'D022', at, message: `PDF 太大：${message}`, advice: '只留要读的那几页，另存一份，再读。' });
