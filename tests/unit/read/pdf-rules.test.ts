import { describe, expect, it } from 'vitest';
import { handmadePage } from './support/pdf.ts';

const rulesOf = async (content: string) =>
  (await handmadePage(content)).rules.map(({ x, y, width, height }) =>
    [x, y, width, height].map((value) => Math.round(value * 1000) / 1000),
  );

describe('rules of a page', () => {
  it('are thin filled rectangles, several in one path too', async () => {
    expect(await rulesOf('10 80 100 0.5 re 10 20 0.5 60 re f')).toEqual([
      [10, 19.5, 100, 0.5],
      [10, 20, 0.5, 60],
    ]);
  });

  it('are level and upright strokes as thick as the line width says', async () => {
    expect(await rulesOf('2 w 10 80 m 110 80 l S 10 80 m 10 20 l s')).toContainEqual([10, 19, 100, 2]);
    expect(await rulesOf('1 w 10 80 m 10 20 l S')).toEqual([[9.5, 20, 1, 60]]);
    expect(await rulesOf('/G gs 10 80 m 10 20 l S')).toEqual([[9, 20, 2, 60]]);
  });

  it('are the four sides of a stroked rectangle', async () => {
    expect(await rulesOf('1 w 10 20 100 60 re S')).toEqual([
      [10, 79.5, 100, 1],
      [109.5, 20, 1, 60],
      [10, 19.5, 100, 1],
      [9.5, 20, 1, 60],
    ]);
  });

  it('grow with the graphics matrix', async () => {
    expect(await rulesOf('2 0 0 2 0 0 cm 1 w 5 10 m 15 10 l S')).toEqual([[10, 79, 20, 2]]);
  });

  it('are not grounds, slanted lines, curves or clips', async () => {
    expect(
      await rulesOf('10 20 100 60 re f 10 20 m 50 60 l S 10 20 m 20 30 40 20 50 20 c S 10 20 100 0.5 re W n'),
    ).toEqual([]);
  });
});
