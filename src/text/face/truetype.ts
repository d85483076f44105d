import { assemble, type FinishedTable } from './assemble.ts';
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
    const { all, slices } = withComponents(glyphs, sliceOf);
    return assemble([
      { tag: 'head', pieces: [headWithLongOffsets(sfnt)] },
      { tag: 'hhea', pieces: [copyWithUint16(sfnt, { name: 'hhea', at: 34, value: all.length })] },
      { tag: 'maxp', pieces: [copyWithUint16(sfnt, { name: 'maxp', at: 4, value: all.length })] },
      { tag: 'hmtx', pieces: [metrics(all)] },
      { tag: 'loca', pieces: [offsetsOf(slices)] },
      outlines(all, slices),
    ]);
  };
}

type Cut = { readonly all: readonly number[]; readonly slices: readonly Slice[] };

/** The glyphs and, behind them, the parts of composite ones that are missing (and the parts' parts). */
function withComponents(glyphs: readonly number[], sliceOf: (glyph: number) => Slice): Cut {
  const slices = glyphs.map(sliceOf);
  if (slices.every(isPlain)) return { all: glyphs, slices };
  const all = [...glyphs];
  const present = new Set(all);
  // The lists grow while they are walked.
  for (const { components } of slices) {
    for (const { glyph } of components) {
      if (present.has(glyph)) continue;
      present.add(glyph);
      all.push(glyph);
      slices.push(sliceOf(glyph));
    }
  }
  return { all, slices };
}

const isPlain = ({ components }: Slice): boolean => components.length === 0;

/** The loca table: where each glyph begins, and where the last ends. */
function offsetsOf(slices: readonly Slice[]): Uint8Array {
  const loca = new Uint8Array(4 * slices.length + 4);
  const offsets = viewOf(loca);
  let at = 0;
  slices.forEach(({ bytes }, i) => {
    at += bytes.length;
    offsets.setUint32(4 * i + 4, at);
  });
  return loca;
}

/** The glyf table. Composite glyphs get the new numbers of their parts, which changes the sums. */
function outlines(glyphs: readonly number[], slices: readonly Slice[]): FinishedTable {
  const tag = 'glyf';
  if (slices.every(isPlain)) {
    return { tag, pieces: slices.map(({ bytes }) => bytes), sum: slices.reduce((sum, slice) => sum + slice.sum, 0) };
  }
  const places = new Map(glyphs.map((glyph, i) => [glyph, i]));
  const pieces = slices.map((slice) => {
    if (isPlain(slice)) return slice.bytes;
    const bytes = slice.bytes.slice();
    for (const part of slice.components) viewOf(bytes).setUint16(part.at, places.get(part.glyph) ?? 0);
    return bytes;
  });
  return { tag, pieces };
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
