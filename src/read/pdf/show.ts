import { apply, heightScale, type Matrix, multiply, widthScale } from './matrix.ts';
import type { PdfGlyph } from './types.ts';

/** A glyph of pdfjs; widths in glyph space. `vmetric` is [advance, x, y] for fonts that are set from top to bottom. */
export type ShownGlyph = {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | undefined;
};

/** What must be known of a font to place its glyphs; `unit` is one unit of glyph space in ems. */
export type LoadedFont = {
  readonly index: number;
  readonly unit: number;
  readonly vertical: boolean;
  readonly defaultVmetric: readonly number[] | undefined;
};

/** The text state of ISO 32000-1, 9.3.1, with the text and line matrices folded into `matrix` and two points. */
export type TextState = {
  readonly font: LoadedFont | undefined;
  readonly size: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  /** 1 for 100%. */
  readonly horizontalScale: number;
  readonly leading: number;
  readonly rise: number;
  readonly matrix: Matrix;
  readonly x: number;
  readonly y: number;
  readonly lineX: number;
  readonly lineY: number;
};

/** Where text is shown: the way to the page, and the marked stretch of its content. */
export type Stage = { readonly page: Matrix; readonly mark: number | null };

/** Where glyphs of a text-showing operator stand, and how far it moves the text position. */
export type Shown = { readonly glyphs: readonly PdfGlyph[]; readonly forward: number; readonly down: number };

/** How far the middle of a character's square is above its baseline, in ems. */
const MIDDLE = 0.38;
/**
 * A character of these is an em wide, even where the file gives no width (LibreOffice, where it was set from top to bottom
 * first): then those of one string, which would cover each other, are taken to stand side by side.
 */
const HAN = /^\p{Script=Han}$/u;
/** pdfjs gives the number of a glyph of which a file says nothing: browsers say nothing of blanks in some fonts. */
const UNTOLD = /^\p{Cc}$/u;

/** Places glyphs and adjustments (thousandths of an em, taken off) after ISO 32000-1, 9.4.4. */
export function show(items: readonly (ShownGlyph | number)[], state: TextState, { page, mark }: Stage): Shown {
  const { font } = state;
  if (font === undefined) return { glyphs: [], forward: 0, down: 0 };
  const matrix = multiply(state.matrix, page);
  const size = Math.abs(state.size) * heightScale(matrix);
  const unit = state.size * font.unit;
  const glyphs: PdfGlyph[] = [];
  /** Along the baseline, or down the column for vertical fonts. */
  let along = 0;
  for (const [i, item] of items.entries()) {
    if (typeof item === 'number') {
      along += (font.vertical ? 1 : -1) * (item / 1000) * state.size;
      continue;
    }
    const spacing = state.characterSpacing + (item.isSpace ? state.wordSpacing : 0);
    const vertical = font.vertical ? (item.vmetric ?? font.defaultVmetric ?? [-1000, item.width / 2, 880]) : undefined;
    const [right, down] = vertical
      ? [-(vertical[1] ?? 0) * unit * state.horizontalScale, along + (vertical[2] ?? 0) * unit]
      : [along * state.horizontalScale, 0];
    const [x, y] = apply(matrix, state.x + right, state.y + state.rise - down);
    const lost = item.width === 0 && HAN.test(item.unicode);
    const run = (lost ? state.size : item.width * unit) * state.horizontalScale;
    const covered = lost && typeof items[i + 1] === 'object';
    const width = Math.abs(run) * widthScale(matrix);
    const baseline = state.y + state.rise - down;
    const middle = apply(matrix, state.x + right + run / 2, baseline + MIDDLE * state.size);
    const text = UNTOLD.test(item.unicode) ? ' ' : item.unicode;
    if (text !== '') glyphs.push({ text, x, y, middle, size, width, font: font.index, mark });
    along += vertical ? -(vertical[0] ?? 0) * unit - spacing : (covered ? state.size : item.width * unit) + spacing;
  }
  return font.vertical
    ? { glyphs, forward: 0, down: along }
    : { glyphs, forward: along * state.horizontalScale, down: 0 };
}
