import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flatMap } from '../../../src/base/index.ts';

it('gives what the method of arrays gives, for lists, single things and nothing', () => {
  const some = fc.oneof(fc.array(fc.oneof(fc.integer(), fc.array(fc.integer()))), fc.integer(), fc.constant(undefined));
  fc.assert(
    fc.property(fc.array(some), (items) => {
      expect(flatMap(items, (item) => item)).toEqual(items.flat());
      expect(flatMap(items, (_, index) => [index, index])).toEqual(items.flatMap((_, index) => [index, index]));
    }),
  );
});
