import type { FaceMetrics } from '../types.ts';
import { glyphCount, type Sfnt, table } from './sfnt.ts';

const postScriptNameId = 6;

/**
 * What a PDF needs to know of a face. Ascent and descent (negative) are the typographic ones of OS/2, in Chinese fonts
 * the em box, because hhea's hold room for other scripts.
 */
export function readMetrics(sfnt: Sfnt): FaceMetrics {
  const head = table(sfnt, 'head');
  const hhea = table(sfnt, 'hhea');
  const os2 = sfnt.find('OS/2');
  const scaled = (units: number): number => Math.round((units * 1000) / unitsPerEm(sfnt));
  const ascent = scaled(os2 ? os2.getInt16(68) : hhea.getInt16(4));
  const hasCapHeight = os2 !== null && os2.getUint16(0) >= 2 && os2.getInt16(88) > 0;
  return {
    postScriptName: readPostScriptName(sfnt),
    ascent,
    descent: scaled(os2 ? os2.getInt16(70) : hhea.getInt16(6)),
    capHeight: hasCapHeight ? scaled(os2.getInt16(88)) : ascent,
    box: [scaled(head.getInt16(36)), scaled(head.getInt16(38)), scaled(head.getInt16(40)), scaled(head.getInt16(42))],
  };
}

/** Reads a glyph's advance in whole thousandths of an em; glyphs past the metrics' end share the last advance. */
export function readAdvances(sfnt: Sfnt): (glyph: number) => number {
  const hmtx = table(sfnt, 'hmtx');
  const last = longMetrics(sfnt) - 1;
  const scale = 1000 / unitsPerEm(sfnt);
  return (glyph) => Math.round(hmtx.getUint16(4 * Math.min(glyph, last)) * scale);
}

/** A glyph's advance and left side bearing, in the font's own units. */
export function readBearing(sfnt: Sfnt): (glyph: number) => { readonly advance: number; readonly left: number } {
  const hmtx = table(sfnt, 'hmtx');
  const count = longMetrics(sfnt);
  const glyphs = glyphCount(sfnt);
  return (glyph) => {
    if (glyph < count) return { advance: hmtx.getUint16(4 * glyph), left: hmtx.getInt16(4 * glyph + 2) };
    const left = glyph < glyphs ? hmtx.getInt16(4 * count + 2 * (glyph - count)) : 0;
    return { advance: hmtx.getUint16(4 * (count - 1)), left };
  };
}

const unitsPerEm = (sfnt: Sfnt): number => table(sfnt, 'head').getUint16(18);

const longMetrics = (sfnt: Sfnt): number => table(sfnt, 'hhea').getUint16(34);

/** The name that PDF uses: printable ASCII without the signs PDF and PostScript reserve, from a Windows or Mac name. */
function readPostScriptName(sfnt: Sfnt): string {
  const name = sfnt.find('name');
  let found = '';
  for (let i = 0; name && i < name.getUint16(2) && found === ''; i++) {
    const record = 6 + 12 * i;
    if (name.getUint16(record + 6) !== postScriptNameId) continue;
    const wide = name.getUint16(record) !== 1;
    const start = name.getUint16(4) + name.getUint16(record + 10);
    const end = start + name.getUint16(record + 8);
    for (let at = start; at < end; at += wide ? 2 : 1) {
      found += String.fromCharCode(wide ? name.getUint16(at) : name.getUint8(at));
    }
    found = found.replace(/[^!-~]|[()<>[\]{}/%#]/g, '');
  }
  return found || 'Unnamed';
}
