import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startEdges } from '../../../src/measure/columns/edges.ts';

test('an edge is as far as from the nearest of those that are known, if that is within three percents', () => {
  const percent = fc.integer({ min: 0, max: 1000 }).map((n) => n / 10);
  fc.assert(
    fc.property(fc.array(percent, { maxLength: 30 }), percent, (known, edge) => {
      const edges = startEdges();
      edges.add(known);
      const nearest = Math.min(...known.map((other) => Math.abs(edge - other)), 3);
      expect(edges.distance(edge)).toBe(nearest < 3 ? nearest : 0);
    }),
  );
});
