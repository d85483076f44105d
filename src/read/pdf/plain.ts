import { plainCharacter } from '../../base/index.ts';
import type { PdfContent, PdfGlyph } from './types.ts';

/** CJK radicals: the supplement and those of Kangxi. */
const RADICAL = /[\u2E80-\u2FD5]/u;
const RADICALS = /[\u2E80-\u2FD5]/gu;

/**
 * A PDF with radicals read as the characters they look like. Fonts have one glyph for both, of which browsers say that it
 * is the radical. Where a font is also used for the character itself, the file tells them apart, and nothing is changed.
 */
export function plainly(content: PdfContent): PdfContent {
  if (!content.pages.some(({ glyphs }) => glyphs.some(({ text }) => RADICAL.test(text)))) return content;
  const told = new Set<string>();
  for (const { glyphs } of content.pages) for (const { font, text } of glyphs) told.add(`${font} ${text}`);
  const plain = (glyph: PdfGlyph): PdfGlyph => ({
    ...glyph,
    text: glyph.text.replace(RADICALS, (radical) => {
      const character = plainCharacter(radical);
      return told.has(`${glyph.font} ${character}`) ? radical : character;
    }),
  });
  const pages = content.pages.map((page) => ({
    ...page,
    glyphs: page.glyphs.map((glyph) => (RADICAL.test(glyph.text) ? plain(glyph) : glyph)),
  }));
  return { ...content, pages };
}
