import { createRequire } from 'node:module';
import { DAMAGED, type Sfnt, UnreadableFont } from './sfnt.ts';

/** What is used of fontkit. */
type Fontkit = { readonly create: (bytes: Uint8Array) => FontkitFont | { readonly fonts: readonly FontkitFont[] } };
type FontkitFont = { readonly createSubset: () => FontkitSubset };
type FontkitSubset = { glyphs: readonly number[]; readonly encode: () => Uint8Array };

/**
 * Makes subsets of a font with CFF outlines through fontkit: a bare CFF program with CIDs 0, 1, 2 … in the order given.
 * fontkit is loaded when the first subset is asked for, because it costs more than all work on glyf fonts; `require`
 * keeps that synchronous, and a bundler leaves it alone.
 */
export function openTypeSubset(sfnt: Sfnt): (glyphs: readonly number[]) => Uint8Array {
  let font: FontkitFont | undefined;
  return (glyphs) => {
    if (glyphs[0] !== 0) throw new Error('the first glyph of a subset must be glyph 0');
    try {
      font ??= openWithFontkit(sfnt);
      const subset = font.createSubset();
      // Set rather than included one by one: two code points may share a glyph and still need a number each.
      subset.glyphs = [...glyphs];
      return subset.encode();
    } catch (error) {
      // fontkit has no errors of its own: whatever it throws about outlines says that they are broken.
      throw error instanceof UnreadableFont ? error : new UnreadableFont(sfnt.file, DAMAGED);
    }
  };
}

function openWithFontkit(sfnt: Sfnt): FontkitFont {
  if (sfnt.find('CFF ') === null) throw new UnreadableFont(sfnt.file, '没有轮廓');
  const fontkit: Fontkit = createRequire(import.meta.url)('fontkit');
  const opened = fontkit.create(sfnt.bytes.subarray(0, sfnt.bytes.length));
  if (!('fonts' in opened)) return opened;
  const first = opened.fonts[0];
  if (!first) throw new UnreadableFont(sfnt.file, '空的字库集');
  return first;
}
