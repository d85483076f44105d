import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOut } from '../../../src/measure/columns/search.ts';

describe('what open columns begin with', () => {
  test.each([
    [
      [64, 2, 2],
      [
        [4, 50],
        [4, 100],
        [4, 100],
      ],
      [50, 25, 25],
    ],
    [
      [90, 5, 5],
      [
        [10, 50],
        [10, 100],
        [10, 100],
      ],
      [50, 25, 25],
    ],
    [
      [60, 1, 1, 1],
      [
        [0, 55],
        [20, 100],
        [20, 100],
        [20, 100],
      ],
      [40, 20, 20, 20],
    ],
    [
      [1, 1, 98],
      [
        [20, 100],
        [20, 100],
        [1, 100],
      ],
      [20, 20, 60],
    ],
  ])('%j within %j: what the first gives back is shared by the others', (weights, bounds, widths) => {
    expect(
      shareOut(
        100,
        weights,
        bounds.map(([least = 0, most = 100]) => ({ least, most })),
      ),
    ).toEqual(widths);
  });

  test('what rounding leaves goes to the columns that lost most, not all to the last', () => {
    const months = new Array<number>(17).fill(2.8);
    const free = new Array(21).fill({ least: 0, most: 100 });
    const widths = shareOut(100, [2, 4, 4, 8, ...months], free);
    expect(widths).toEqual([3, 6, 6, 12, ...new Array(5).fill(5), ...new Array(12).fill(4)]);
    expect(shareOut(100, [1, 1, 1], free)).toEqual([34, 33, 33]);
  });

  test('what is less than a percent goes to the last column that has room, all others have whole ones', () => {
    const free = { least: 0, most: 100 };
    const fixed = (width: number) => ({ least: width, most: width });
    expect(shareOut(100, [1, 1, 1], [fixed(33.33), free, free])).toEqual([33.33, 33, 33.67]);
    expect(shareOut(100, [1, 1, 1], [free, free, fixed(33.33)])).toEqual([33, 33.67, 33.33]);
  });

  test('keeps all bounds and the whole', () => {
    const column = fc.tuple(
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 20, max: 100 }),
    );
    fc.assert(
      fc.property(fc.array(column, { minLength: 2, maxLength: 8 }), (columns) => {
        fc.pre(columns.reduce((all, [, , most]) => all + most, 0) >= 100);
        const widths = shareOut(
          100,
          columns.map(([weight]) => weight),
          columns.map(([, least, most]) => ({ least, most })),
        );
        expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 6);
        for (const [i, width] of widths.entries()) {
          expect(width).toBeGreaterThanOrEqual((columns[i]?.[1] ?? 0) - 1e-9);
          expect(width).toBeLessThanOrEqual((columns[i]?.[2] ?? 100) + 1e-9);
        }
      }),
    );
  });
});
