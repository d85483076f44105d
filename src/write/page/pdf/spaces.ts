import { ZERO } from '../../../base/index.ts';
import type { Fragment, Line } from '../../../text/index.ts';

/**
 * A line's fragments with the spaces that line breaking dropped at its end. These take no room (and so leave no cell),
 * but whoever reads the page gets the author's text. Spaces that the face has no glyph for are left out.
 */
export function withDroppedSpaces({ fragments, trailing }: Line): readonly Fragment[] {
  const last = fragments.at(-1);
  if (trailing === '' || last === undefined) return fragments;
  const glyphs = glyphsOf(trailing, last);
  if (glyphs.includes(0)) return fragments;
  return [...fragments, { ...last, text: trailing, glyphs, advances: glyphs.map(() => ZERO) }];
}

/** Whether spaces dropped at a line's end cannot be drawn. */
export function losesSpaces({ fragments, trailing }: Line): boolean {
  const last = fragments.at(-1);
  return trailing !== '' && last !== undefined && glyphsOf(trailing, last).includes(0);
}

const glyphsOf = (spaces: string, { face }: Fragment): number[] =>
  Array.from(spaces, (space) => face.glyph(space.codePointAt(0) ?? 0));
