import { assemble, padded } from './assemble.ts';
import { checksum } from './checksum.ts';
import { readGlyphs, type Slice } from './glyphs.ts';
import { readBearing } from './metrics.ts';
import { bytesOf, type Sfnt, table, viewOf } from './sfnt.ts';

/**
 * Makes subsets of a glyf font: the six tables that a PDF reader needs, outlines copied and not decoded, no hints.
 * Glyph n of the subset is `glyphs[n]`; parts of composite glyphs that are not among them follow at the end.
 */
export function trueTypeSubset(sfnt: Sfnt): (glyphs: readonly number[]) => Uint8Array {
  const sliceOf = readGlyphs(sfnt);
  const metrics = metricsWriter(sfnt);
  return (glyphs) => {
    if (glyphs[0] !== 0) throw new Error('the first glyph of a subset must be glyph 0');
    const all = withComponents(glyphs, sliceOf);
    const slices = all.map(sliceOf);
    const outlines = writeOutlines(all, slices);
    return assemble([
      { tag: 'head', bytes: headWithLongOffsets(sfnt) },
      { tag: 'hhea', bytes: copyWithUint16(sfnt, { name: 'hhea', at: 34, value: all.length }) },
      { tag: 'maxp', bytes: copyWithUint16(sfnt, { name: 'maxp', at: 4, value: all.length }) },
      { tag: 'hmtx', bytes: metrics(all) },
      { tag: 'loca', bytes: outlines.loca },
      { tag: 'glyf', bytes: outlines.glyf, sum: outlines.sum },
    ]);
  };
}

/** The glyphs and, behind them, the parts of composite ones that are missing (and the parts' parts). */
function withComponents(glyphs: readonly number[], sliceOf: (glyph: number) => Slice): readonly number[] {
  if (!glyphs.some((glyph) => sliceOf(glyph).components.length > 0)) return glyphs;
  const all = [...glyphs];
  const present = new Set(all);
  // The list grows while it is walked.
  for (const glyph of all) {
    for (const component of sliceOf(glyph).components) {
      if (present.has(component.glyph)) continue;
      present.add(component.glyph);
      all.push(component.glyph);
    }
  }
  return all;
}

type Outlines = { readonly loca: Uint8Array; readonly glyf: Uint8Array; readonly sum: number };

function writeOutlines(glyphs: readonly number[], slices: readonly Slice[]): Outlines {
  const loca = new Uint8Array(4 * slices.length + 4);
  const offsets = viewOf(loca);
  const glyf = new Uint8Array(slices.reduce((end, slice) => end + padded(slice.bytes.length), 0));
  let at = 0;
  let sum = 0;
  slices.forEach((slice, i) => {
    glyf.set(slice.bytes, at);
    sum += slice.sum;
    at += padded(slice.bytes.length);
    offsets.setUint32(4 * i + 4, at);
  });
  if (!slices.some((slice) => slice.components.length > 0)) return { loca, glyf, sum };

  const places = new Map(glyphs.map((glyph, i) => [glyph, i]));
  const view = viewOf(glyf);
  slices.forEach((slice, i) => {
    const start = offsets.getUint32(4 * i);
    for (const part of slice.components) view.setUint16(start + part.at, places.get(part.glyph) ?? 0);
  });
  // New numbers change words that the slices' sums were taken from.
  return { loca, glyf, sum: checksum(glyf) };
}

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
