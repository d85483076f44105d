import { checksum } from './checksum.ts';
import { viewOf } from './sfnt.ts';

/** A finished table of so many bytes. */
export type FinishedTable = {
  readonly tag: string;
  readonly length: number;
  /** Writes it into a file from this place on, a multiple of 4. */
  readonly put: (file: Uint8Array, at: number) => void;
  /** Its checksum, where the maker knows it already. */
  readonly sum?: number;
};

/** A table as its bytes. */
export const tableOf = (tag: string, bytes: Uint8Array): FinishedTable => ({
  tag,
  length: bytes.length,
  put: (file, at) => file.set(bytes, at),
});

const magic = 0xb1b0afba;
const adjustmentAt = 8;

/**
 * Puts tables together to a TrueType file with true checksums (OpenType, «Organization of an OpenType Font»). The
 * tables stand in the file in the order given; the directory is sorted by tag.
 */
export function assemble(tables: readonly FinishedTable[]): Uint8Array {
  const start = 12 + 16 * tables.length;
  const size = tables.reduce((end, { length }) => end + padded(length), start);
  const out = new Uint8Array(size);
  const view = viewOf(out);

  const powerOfTwo = 31 - Math.clz32(tables.length);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 << powerOfTwo);
  view.setUint16(8, powerOfTwo);
  view.setUint16(10, 16 * tables.length - (16 << powerOfTwo));

  const rank = tables.map((one) => one.tag).sort();
  let at = start;
  let headAt = start;
  let total = 0;
  for (const { tag, length, put, sum } of tables) {
    put(out, at);
    const known = sum ?? checksum(out.subarray(at, at + length));
    const entry = 12 + 16 * rank.indexOf(tag);
    for (let letter = 0; letter < 4; letter++) view.setUint8(entry + letter, tag.charCodeAt(letter));
    view.setUint32(entry + 4, known);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, length);
    if (tag === 'head') headAt = at;
    at += padded(length);
    total += known;
  }
  view.setUint32(headAt + adjustmentAt, magic - (total + checksum(out.subarray(0, start))));
  return out;
}

/** The length with zeros filled in up to a multiple of 4. */
export const padded = (length: number): number => (length + 3) & ~3;
