import { type GlyphLine, inOrder, linesOf } from '../lines.ts';
import type { PdfGlyph } from '../types.ts';
import { stretchEnd } from './stretches.ts';
import type { CellLine, Stretch } from './types.ts';

/** Letters further apart than this without a blank between them are two words (ems). */
const WORD_GAP = 0.18;

/** A place on the page: the top left corner of a cell. */
type Corner = { readonly x: number; readonly y: number };

/** The lines of a cell from its glyphs. */
export const cellLines = (glyphs: readonly PdfGlyph[], corner: Corner): CellLine[] =>
  readingOrder(linesOf(glyphs)).map((line) => cellLine(line, corner));

/**
 * Content order is reading order where it runs down the cell, or up again to the next column to the left (vertical
 * text); other programs may draw in any order, and then height decides.
 */
function readingOrder(lines: readonly GlyphLine[]): readonly GlyphLine[] {
  let stacked = true;
  for (let i = 1; i < lines.length; i += 1) {
    const [before, line] = [lines[i - 1] as GlyphLine, lines[i] as GlyphLine];
    if (line.y > before.y) continue;
    const toTheLeft = (line.glyphs[0]?.middle[0] ?? 0) < (before.glyphs[0]?.middle[0] ?? 0);
    stacked &&= toTheLeft && before.glyphs.length === 1;
    if (!stacked) return inHeight(lines);
  }
  return lines;
}

function inHeight(lines: readonly GlyphLine[]): readonly GlyphLine[] {
  const glyphs = lines.flatMap((line) => line.glyphs).toSorted((a, b) => a.y - b.y);
  return linesOf(glyphs).map(({ y, glyphs: own }) => ({
    y,
    glyphs: own.toSorted((a, b) => a.middle[0] - b.middle[0]),
  }));
}

function cellLine(line: GlyphLine, corner: Corner): CellLine {
  const { y } = line;
  const glyphs = inOrder(line);
  let text = '';
  let [left, right, size, inked, natural] = [Infinity, -Infinity, 0, 0, 0];
  let before: PdfGlyph | undefined;
  for (const glyph of glyphs) {
    if (before !== undefined && isWordGap(before, glyph)) text += ' ';
    text += glyph.text;
    before = glyph;
    natural += glyph.width;
    if (glyph.text.trim() === '') continue;
    left = Math.min(left, glyph.x);
    right = Math.max(right, glyph.x + glyph.width);
    size = Math.max(size, glyph.size);
    inked += 1;
  }
  if (inked === 0)
    return { text, left: 0, right: 0, natural, y: y - corner.y, size: glyphs[0]?.size ?? 0, stretches: [], inked };
  const stretches = stretchesOf(glyphs);
  return { text, left: left - corner.x, right: right - corner.x, natural, y: y - corner.y, size, stretches, inked };
}

const isLetter = (text: string): boolean => /^[A-Za-z\d]+$/u.test(text);

const isWordGap = (before: PdfGlyph, glyph: PdfGlyph): boolean =>
  isLetter(before.text.slice(-1)) &&
  isLetter(glyph.text.slice(0, 1)) &&
  glyph.x - (before.x + before.width) > WORD_GAP * glyph.size &&
  glyph.x - (before.x + before.width) < glyph.size;

/** The stretches of a line that must stay together. */
function stretchesOf(glyphs: readonly PdfGlyph[]): Stretch[] {
  const texts = glyphs.map(({ text }) => text);
  const stretches: Stretch[] = [];
  for (let start = 0; start < glyphs.length; ) {
    const end = stretchEnd(texts, start);
    const [from, to, next] = [glyphs[start], glyphs[end - 1], glyphs[end]];
    if (from !== undefined && to !== undefined && from.text.trim() !== '') {
      const width = to.x + to.width - from.x;
      stretches.push({ width, advance: next === undefined ? width : next.x - from.x });
    }
    start = end;
  }
  return stretches;
}
