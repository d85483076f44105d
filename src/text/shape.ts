import { type Length, mpt, type Origin, type TextStyle } from '../base/index.ts';
import type { FontSet, ResolvedGlyph } from './face/index.ts';

/** A run of text to be set. */
export type TextRun = { readonly text: string; readonly origin: Origin };

/** A character that no font of the chain has. */
export type MissingGlyph = { readonly character: string; readonly run: TextRun; readonly index: number };

/** A paragraph as glyphs, one entry per code point; `runOf` leads back to its run. */
export type Shaped = {
  readonly runs: readonly TextRun[];
  readonly style: TextStyle;
  readonly codePoints: readonly number[];
  readonly glyphs: readonly ResolvedGlyph[];
  readonly advances: readonly Length[];
  readonly runOf: readonly number[];
  readonly missing: readonly MissingGlyph[];
};

/** Finds glyph and advance of every character; advances are the font's own (hmtx), in mpt. */
export function shape(runs: readonly TextRun[], style: TextStyle, fonts: FontSet): Shaped {
  const codePoints: number[] = [];
  const glyphs: ResolvedGlyph[] = [];
  const advances: Length[] = [];
  const runOf: number[] = [];
  const missing: MissingGlyph[] = [];
  runs.forEach((run, number) => {
    let index = 0;
    for (const character of run.text) {
      const codePoint = character.codePointAt(0) as number;
      const glyph = fonts.resolve(style.face, codePoint);
      if (glyph === null) missing.push({ character, run, index });
      else {
        codePoints.push(codePoint);
        glyphs.push(glyph);
        advances.push(mpt((glyph.face.advance(glyph.glyph) * style.size) / 1000));
        runOf.push(number);
      }
      index += character.length;
    }
  });
  return { runs, style, codePoints, glyphs, advances, runOf, missing };
}
