import { type Sfnt, table, UnreadableFont } from './sfnt.ts';

/** The glyph of a code point, 0 for none. */
type CharacterMap = (codePoint: number) => number;

/**
 * Looks characters up straight in the file's Unicode table (format 12, else 4), by binary search: nothing is decoded
 * when a font is opened. Throws when the font has no such table.
 */
export function readCharacterMap(sfnt: Sfnt): CharacterMap {
  const view = table(sfnt, 'cmap');
  const subtables = unicodeSubtables(view);
  const groups = subtables.find((at) => view.getUint16(at) === 12);
  if (groups !== undefined) return format12(view, groups);
  const segments = subtables.find((at) => view.getUint16(at) === 4);
  if (segments !== undefined) return format4(view, segments);
  throw new UnreadableFont(sfnt.file, '没有 Unicode 字符表（cmap 格式 4 或 12）');
}

/** Offsets of the subtables for Unicode: platform 0, or 3 with encoding 1 or 10. */
function unicodeSubtables(view: DataView): number[] {
  const offsets: number[] = [];
  for (let i = 0; i < view.getUint16(2); i++) {
    const platform = view.getUint16(4 + 8 * i);
    const encoding = view.getUint16(6 + 8 * i);
    if (platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))) {
      offsets.push(view.getUint32(8 + 8 * i));
    }
  }
  return offsets;
}

/** OpenType cmap format 12: groups of 12 bytes (first code point, last, first glyph), sorted. */
function format12(view: DataView, at: number): CharacterMap {
  const count = view.getUint32(at + 12);
  const first = at + 16;
  return (codePoint) => {
    const group = first + 12 * lowest(count, (i) => view.getUint32(first + 12 * i + 4) >= codePoint);
    if (group === first + 12 * count) return 0;
    const start = view.getUint32(group);
    return codePoint < start ? 0 : view.getUint32(group + 8) + codePoint - start;
  };
}

/** OpenType cmap format 4: parallel arrays of last code points, first ones, deltas and offsets, sorted. */
function format4(view: DataView, at: number): CharacterMap {
  const doubled = view.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + doubled + 2;
  return (codePoint) => {
    const segment = 2 * lowest(doubled / 2, (i) => view.getUint16(ends + 2 * i) >= codePoint);
    if (segment === doubled) return 0;
    const start = view.getUint16(starts + segment);
    if (codePoint < start) return 0;
    const delta = view.getUint16(starts + doubled + segment);
    const rangeAt = starts + 2 * doubled + segment;
    const range = view.getUint16(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = view.getUint16(rangeAt + range + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

/** The lowest of 0 … count − 1 that passes a test which all after it pass too; `count` if none does. */
function lowest(count: number, passes: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
