/** The numbers of the objects in the stream of objects with the number `stream`, as they stand there. */
export type PackedObjects = { readonly stream: number; readonly numbers: readonly number[] };

/** A byte for the kind, four for the place, two for the place within. */
const ENTRY = 7;
const PLACED = 1;
const PACKED = 2;

/**
 * The entries of a cross-reference stream with W [1 4 2] (ISO 32000-1, 7.5.8.3). `offsets` are the places of the objects
 * from number 1 on, in bytes; null for one that is packed.
 */
export function crossReferences(offsets: readonly (number | null)[], packed: readonly PackedObjects[]): Uint8Array {
  const entries = Buffer.alloc(ENTRY * (offsets.length + 1));
  // Number 0 heads the list of free numbers.
  entries.writeUInt16BE(0xffff, 5);
  const enter = (number: number, kind: number, [place, within]: readonly [number, number]): void => {
    entries.writeUInt8(kind, ENTRY * number);
    entries.writeUInt32BE(place, ENTRY * number + 1);
    entries.writeUInt16BE(within, ENTRY * number + 5);
  };
  offsets.forEach((offset, i) => {
    if (offset !== null) enter(i + 1, PLACED, [offset, 0]);
  });
  for (const { stream, numbers } of packed) {
    numbers.forEach((number, i) => {
      enter(number, PACKED, [stream, i]);
    });
  }
  return entries;
}
