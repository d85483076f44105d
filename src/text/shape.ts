import { type Length, mpt, type Origin, type TextStyle } from '../base/index.ts';
import { DASH } from './characters.ts';
import type { FontSet, ResolvedGlyph } from './face/index.ts';

/** A run of text to be set. */
export type TextRun = { readonly text: string; readonly origin: Origin };

/** A character that no font of the chain has. */
export type MissingGlyph = { readonly character: string; readonly run: TextRun; readonly index: number };

/** A paragraph as glyphs, one entry per code point. */
export type Shaped = {
  readonly runs: readonly TextRun[];
  readonly style: TextStyle;
  readonly codePoints: readonly number[];
  readonly glyphs: readonly ResolvedGlyph[];
  readonly advances: readonly Length[];
  /** For each run the number of its first character. */
  readonly starts: readonly number[];
  readonly missing: readonly MissingGlyph[];
};

/** A stroke as wide as its square, without ends: two of them side by side are one. */
const STROKE = 0x2500;

/**
 * Finds glyph and advance of every character; advances are the font's own (hmtx), in mpt. A Chinese dash —— is one stroke
 * of two ems at the middle of the square (CLREQ 5.1), which most fonts have only as a ligature.
 */
export function shape(runs: readonly TextRun[], style: TextStyle, fonts: FontSet): Shaped {
  const resolve = fonts.face(style.face);
  let most = 0;
  for (const { text } of runs) most += text.length;
  const codePoints = new Array<number>(most);
  const glyphs = new Array<ResolvedGlyph>(most);
  const advances = new Array<Length>(most);
  const starts: number[] = [];
  const missing: MissingGlyph[] = [];
  let count = 0;
  for (const run of runs) {
    const { text } = run;
    starts.push(count);
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      const codePoint = unit >= 0xd800 && unit <= 0xdbff ? (text.codePointAt(index) as number) : unit;
      const glyph = resolve(codePoint);
      if (glyph === null) missing.push({ character: String.fromCodePoint(codePoint), run, index });
      else {
        if (codePoint === DASH && count > 0 && codePoints[count - 1] === DASH) {
          const stroke = strokeBeside(glyph, resolve(STROKE));
          glyphs[count - 1] = stroke;
          advances[count - 1] = style.size;
          glyphs[count] = stroke;
          advances[count] = style.size;
        } else {
          glyphs[count] = glyph;
          advances[count] = mpt((glyph.advance * style.size) / 1000);
        }
        codePoints[count] = codePoint;
        count += 1;
      }
      if (codePoint > 0xffff) index += 1;
    }
  }
  // Fewer where characters are missing, or take two units.
  if (count < most) codePoints.length = glyphs.length = advances.length = count;
  return { runs, style, codePoints, glyphs, advances, starts, missing };
}

/** The number of the run that a character comes from. */
export function runAt({ starts }: Shaped, character: number): number {
  let run = starts.length - 1;
  while (run > 0 && (starts[run] as number) > character) run -= 1;
  return run;
}

/** The dash, if it is as wide as its square; else the stroke, if the same font has one that is. */
function strokeBeside(dash: ResolvedGlyph, stroke: ResolvedGlyph | null): ResolvedGlyph {
  if (stroke === null || dash.advance === 1000) return dash;
  return stroke.face === dash.face && stroke.advance === 1000 ? stroke : dash;
}
