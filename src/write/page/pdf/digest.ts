import { createHash } from 'node:crypto';

/** Sixteen bytes made from the content alone, for the file's /ID: one content, one name. */
export function fileId(parts: readonly string[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest().subarray(0, 16);
}

/** The six letters before a subset font's name (ISO 32000-1, 9.6.4), made from the glyphs it holds. */
export function subsetTag(glyphs: readonly number[]): string {
  // FNV-1a over the glyph numbers.
  let hash = 0x811c9dc5;
  for (const glyph of glyphs) hash = Math.imul(hash ^ glyph, 0x01000193) >>> 0;
  let tag = '';
  for (let i = 0; i < 6; i += 1) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}
