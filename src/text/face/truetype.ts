import { assemble, type FinishedTable, tableOf } from './assemble.ts';
import { readBearing } from './metrics.ts';
import { Outlines } from './outlines.ts';
import { bytesOf, type Sfnt, table, viewOf } from './sfnt.ts';

/**
 * Makes subsets of a glyf font: the six tables that a PDF reader needs, outlines copied and not decoded, no hints.
 * Glyph n of the subset is `glyphs[n]`; parts of composite glyphs that are not among them follow at the end.
 */
export function trueTypeSubset(sfnt: Sfnt): (glyphs: readonly number[]) => Uint8Array {
  let opened: Outlines | null = null;
  const metrics = metricsWriter(sfnt);
  return (glyphs) => {
    opened ??= new Outlines(sfnt);
    const outlines = opened;
    if (glyphs[0] !== 0) throw new Error('the first glyph of a subset must be glyph 0');
    const all = outlines.read(glyphs);
    return assemble([
      tableOf('head', headWithLongOffsets(sfnt)),
      tableOf('hhea', copyWithUint16(sfnt, { name: 'hhea', at: 34, value: all.length })),
      tableOf('maxp', copyWithUint16(sfnt, { name: 'maxp', at: 4, value: all.length })),
      tableOf('hmtx', metrics(all)),
      tableOf('loca', offsetsOf(all, outlines)),
      outlinesOf(all, outlines),
    ]);
  };
}

/** The loca table: where each glyph begins, and where the last ends. */
function offsetsOf(glyphs: readonly number[], outlines: Outlines): Uint8Array {
  const loca = new Uint8Array(4 * glyphs.length + 4);
  const offsets = viewOf(loca);
  let at = 0;
  glyphs.forEach((glyph, i) => {
    at += 4 * outlines.lengthOf(glyph);
    offsets.setUint32(4 * i + 4, at);
  });
  return loca;
}

/** The glyf table. Composite glyphs get the new numbers of their parts, which changes the sums. */
function outlinesOf(glyphs: readonly number[], outlines: Outlines): FinishedTable {
  let length = 0;
  let sum = 0;
  for (const glyph of glyphs) {
    length += 4 * outlines.lengthOf(glyph);
    sum += outlines.sumOf(glyph);
  }
  const copy = (file: Uint8Array, at: number): void => outlines.copy(glyphs, wordsOf(file), at / 4);
  if (!outlines.areComposite(glyphs)) return { tag: 'glyf', length, put: copy, sum };
  const places = new Map(glyphs.map((glyph, i) => [glyph, i]));
  const put = (file: Uint8Array, at: number): void => {
    copy(file, at);
    const view = viewOf(file);
    let start = at;
    for (const glyph of glyphs) {
      for (const part of outlines.componentsOf(glyph)) {
        view.setUint16(start + part.at, places.get(part.glyph) ?? 0);
      }
      start += 4 * outlines.lengthOf(glyph);
    }
  };
  return { tag: 'glyf', length, put };
}

const wordsOf = ({ buffer, byteOffset, length }: Uint8Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, length / 4);

function metricsWriter(sfnt: Sfnt): (glyphs: readonly number[]) => Uint8Array {
  const bearing = readBearing(sfnt);
  return (glyphs) => {
    const bytes = new Uint8Array(4 * glyphs.length);
    const view = viewOf(bytes);
    glyphs.forEach((glyph, i) => {
      const { advance, left } = bearing(glyph);
      view.setUint16(4 * i, advance);
      view.setInt16(4 * i + 2, left);
    });
    return bytes;
  };
}

/** The head table with 32-bit glyph offsets, its checksum adjustment still open. */
function headWithLongOffsets(sfnt: Sfnt): Uint8Array {
  const bytes = copyWithUint16(sfnt, { name: 'head', at: 50, value: 1 });
  viewOf(bytes).setUint32(8, 0);
  return bytes;
}

type Uint16Field = { readonly name: string; readonly at: number; readonly value: number };

function copyWithUint16(sfnt: Sfnt, field: Uint16Field): Uint8Array {
  const bytes = bytesOf(table(sfnt, field.name)).slice();
  viewOf(bytes).setUint16(field.at, field.value);
  return bytes;
}
