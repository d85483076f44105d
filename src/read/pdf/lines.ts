import type { PdfGlyph } from './types.ts';

/** A line of glyphs in content order; `y` is the baseline of its first glyph. */
export type GlyphLine = { readonly y: number; readonly glyphs: readonly PdfGlyph[] };

/** A raised or lowered character stays on its line: a new line starts further down than half an em. */
const SAME_BASELINE = 0.5;

/** Cuts glyphs into lines where the baseline changes; the order of the content is kept. */
export function linesOf(glyphs: readonly PdfGlyph[]): GlyphLine[] {
  const lines: { readonly y: number; readonly size: number; readonly glyphs: PdfGlyph[] }[] = [];
  for (const glyph of glyphs) {
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(glyph.y - line.y) <= SAME_BASELINE * Math.max(glyph.size, line.size)) {
      line.glyphs.push(glyph);
    } else {
      lines.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
    }
  }
  return lines;
}

export const lineText = (line: GlyphLine): string => line.glyphs.map((glyph) => glyph.text).join('');

/** A glyph that steps back further than this from the one before stands out of order (ems). */
const STEP_BACK = 0.3;

/**
 * A line's glyphs from left to right: some programs draw those of another font before all others. Content order stays
 * where it leads to the right, so that glyphs which hang over each other keep theirs.
 */
export function inOrder({ glyphs }: GlyphLine): readonly PdfGlyph[] {
  const disordered = glyphs.some((glyph, i) => {
    const before = glyphs[i - 1];
    return before !== undefined && glyph.middle[0] < before.middle[0] - STEP_BACK * glyph.size;
  });
  return disordered ? glyphs.toSorted((a, b) => a.middle[0] - b.middle[0]) : glyphs;
}
