import { linesOf, lineText } from './lines.ts';
import { type Regions, regionsOf } from './regions.ts';
import type { PdfBox, PdfGlyph, PdfPage } from './types.ts';

/** The boxes of a page, and the glyphs that lie in none of them, in content order. */
export type PageParts = { readonly boxes: readonly PdfBox[]; readonly loose: readonly PdfGlyph[] };

/** The ruled boxes of a page, by top then left, each with its text; lengths in points. */
export const boxesOf = (page: PdfPage): readonly PdfBox[] => partsOf(page).boxes;

/** Parts a page's glyphs among its boxes. */
export function partsOf(page: PdfPage): PageParts {
  const { xs, ys, regions, inside, loose } = dealtOf(page);
  const boxes = regions.map(({ left, right, top, bottom }, i): PdfBox => {
    const [x, y] = [xs[left] ?? 0, ys[top] ?? 0];
    const lines = linesOf(inside[i] ?? []).map(lineText);
    return { x, y, width: (xs[right] ?? 0) - x, height: (ys[bottom] ?? 0) - y, lines, text: lines.join('') };
  });
  return { boxes, loose };
}

/** The regions of a page with the glyphs of each (`inside`), and the glyphs that lie in none, all in content order. */
export type DealtPage = Omit<Regions, 'at'> & {
  readonly inside: readonly (readonly PdfGlyph[])[];
  readonly loose: readonly PdfGlyph[];
};

/** A glyph belongs to the region that its middle lies in, a blank to that of its origin. */
export function dealtOf(page: PdfPage): DealtPage {
  const { xs, ys, regions, at } = regionsOf(page.rules);
  const inside: PdfGlyph[][] = regions.map(() => []);
  const loose: PdfGlyph[] = [];
  for (const glyph of page.glyphs) {
    const region = glyph.text.trim() === '' ? at(glyph.x, glyph.y) : at(...glyph.middle);
    ((region === undefined ? undefined : inside[region]) ?? loose).push(glyph);
  }
  return { xs, ys, regions, inside, loose };
}
