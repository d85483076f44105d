import fc from 'fast-check';

/** A way to damage a file; places and lengths are parts of its length from 0 to 1. */
type Damage =
  | { readonly kind: 'flip'; readonly at: readonly (readonly [place: number, bit: number])[] }
  | { readonly kind: 'cut'; readonly length: number }
  | { readonly kind: 'fill'; readonly place: number; readonly length: number; readonly byte: number }
  | { readonly kind: 'repeat'; readonly place: number; readonly length: number }
  | { readonly kind: 'drop'; readonly place: number; readonly length: number };

const part = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const few = fc.integer({ min: 1, max: 400 });

/** Mostly flipped bits, as disks and lines do it; and cuts, holes and stretches that came twice or not at all. */
export const anyDamage: fc.Arbitrary<Damage> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('flip' as const),
      at: fc.array(fc.tuple(part, fc.nat({ max: 7 })), { minLength: 1, maxLength: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), length: part }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('fill' as const), place: part, length: few, byte: fc.nat({ max: 255 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('repeat' as const), place: part, length: few }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const), place: part, length: few }) },
);

/** A copy of a file, damaged. */
export function damaged(bytes: Uint8Array, damage: Damage): Uint8Array {
  const at = (place: number): number => Math.floor(place * bytes.length);
  switch (damage.kind) {
    case 'flip': {
      const copy = bytes.slice();
      for (const [place, bit] of damage.at) copy[at(place)] = (copy[at(place)] ?? 0) ^ (1 << bit);
      return copy;
    }
    case 'cut':
      return bytes.slice(0, at(damage.length));
    case 'fill':
      return bytes.slice().fill(damage.byte, at(damage.place), at(damage.place) + damage.length);
    case 'repeat':
      return Buffer.concat([bytes.subarray(0, at(damage.place) + damage.length), bytes.subarray(at(damage.place))]);
    case 'drop':
      return Buffer.concat([bytes.subarray(0, at(damage.place)), bytes.subarray(at(damage.place) + damage.length)]);
  }
}
