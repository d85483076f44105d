import type { FontBytes } from '../../base/index.ts';
import type { Face } from '../types.ts';
import { readCharacterMap } from './cmap.ts';
import { readAdvances, readMetrics } from './metrics.ts';
import { openTypeSubset } from './opentype.ts';
import { DAMAGED, readSfnt, UnreadableFont } from './sfnt.ts';
import { trueTypeSubset } from './truetype.ts';

/**
 * Opens a TrueType or OpenType font (the first of a collection). Nothing is decoded until it is asked for.
 * `file` becomes the face's key. Advances and metrics are whole thousandths of an em; `descent` is negative.
 * A subset is a TrueType file for glyf outlines and a bare CFF program for CFF ones; a glyph may be asked for twice.
 * Throws an Error that names the file if it is no font, WOFF, or cut short.
 */
export function openFace(file: string, bytes: FontBytes): Face {
  const sfnt = readSfnt(file, bytes);
  const guarded = <In, Out>(read: (value: In) => Out): ((value: In) => Out) => guard(file, read);
  return {
    key: file,
    metrics: readMetrics(sfnt),
    outlines: sfnt.outlines,
    glyph: guarded(readCharacterMap(sfnt)),
    advance: guarded(readAdvances(sfnt)),
    subset: guarded(sfnt.outlines === 'glyf' ? trueTypeSubset(sfnt) : openTypeSubset(sfnt)),
  };
}

/** Tables that are only read on use may contradict each other then: the file is broken, not the program. */
const guard =
  <In, Out>(file: string, read: (value: In) => Out) =>
  (value: In): Out => {
    try {
      return read(value);
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError) throw new UnreadableFont(file, DAMAGED);
      throw error;
    }
  };
