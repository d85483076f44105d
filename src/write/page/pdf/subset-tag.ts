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
