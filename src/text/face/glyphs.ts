import { padded } from './assemble.ts';
import { checksum } from './checksum.ts';
import { type Sfnt, table, viewOf } from './sfnt.ts';

/** One glyph of a glyf table without its hints, ready to be copied into a subset. */
export type Slice = {
  /** With zeros filled in up to a multiple of 4. */
  readonly bytes: Uint8Array;
  /** Sum of its big-endian 32-bit words, as table checksums need it. */
  readonly sum: number;
  /** Glyphs it is put together from, and where in `bytes` their numbers stand; empty for a plain outline. */
  readonly components: readonly { readonly at: number; readonly glyph: number }[];
};

const empty: Slice = { bytes: new Uint8Array(0), sum: 0, components: [] };

/** Reads glyphs of a glyf table; each is cut out and summed once. */
export function readGlyphs(sfnt: Sfnt): (glyph: number) => Slice {
  const loca = table(sfnt, 'loca');
  const long = table(sfnt, 'head').getInt16(50) === 1;
  const offset = (i: number): number => (long ? loca.getUint32(4 * i) : 2 * loca.getUint16(2 * i));
  // As long as it will ever be: V8 keeps an array that grows in leaps as a hash table.
  const slices = new Array<Slice | undefined>(loca.byteLength / (long ? 4 : 2));
  return (glyph) => {
    const known = slices[glyph];
    if (known) return known;
    const anew = sliceOf(sfnt.cut('glyf', offset(glyph), offset(glyph + 1)));
    slices[glyph] = anew;
    return anew;
  };
}

function sliceOf(raw: Uint8Array): Slice {
  if (raw.length < 10) return empty;
  if (viewOf(raw).getInt16(0) < 0) return compositeSlice(raw);
  return slice(withoutHints(raw), []);
}

/** A plain outline with its instructions taken out: without the font's programs they would be faults. */
function withoutHints(raw: Uint8Array): Uint8Array {
  const view = viewOf(raw);
  const lengthAt = 10 + 2 * view.getInt16(0);
  const length = view.getUint16(lengthAt);
  if (length === 0) return raw;
  const bytes = new Uint8Array(raw.length - length);
  bytes.set(raw.subarray(0, lengthAt));
  bytes.set(raw.subarray(lengthAt + 2 + length), lengthAt + 2);
  return bytes;
}

// Flags of a component (OpenType, glyf table).
const wordArguments = 0x0001;
const oneScale = 0x0008;
const moreComponents = 0x0020;
const twoScales = 0x0040;
const matrix = 0x0080;
const hasInstructions = 0x0100;

/** A composite glyph up to the end of its last component, with no flag that promises instructions. */
function compositeSlice(raw: Uint8Array): Slice {
  const bytes = raw.slice();
  const view = viewOf(bytes);
  const components: { at: number; glyph: number }[] = [];
  let at = 10;
  for (let more = true; more; ) {
    const flags = view.getUint16(at);
    view.setUint16(at, flags & ~hasInstructions);
    components.push({ at: at + 2, glyph: view.getUint16(at + 2) });
    at += 4 + (flags & wordArguments ? 4 : 2);
    at += flags & matrix ? 8 : flags & twoScales ? 4 : flags & oneScale ? 2 : 0;
    more = (flags & moreComponents) !== 0;
  }
  return slice(bytes.subarray(0, at), components);
}

function slice(outline: Uint8Array, components: Slice['components']): Slice {
  const bytes = new Uint8Array(padded(outline.length));
  bytes.set(outline);
  return { bytes, sum: checksum(bytes), components };
}
