import { describe, expect, it } from 'vitest';
import type { PdfPage, PdfRule } from '../../../src/read/index.ts';
import { type Box, box, line, page, tables } from './support/ruled.ts';

type Drawn = (x: number, y: number, width: number, height: number) => PdfRule[];

/** A page whose boxes have sides of this kind: each side is told by the rectangle that a plain rule would ink. */
const drawn = (boxes: readonly Box[], side: Drawn): PdfPage => {
  const plain = page(boxes);
  return { ...plain, rules: plain.rules.flatMap(({ x, y, width, height }) => side(x, y, width, height)) };
};

/** Dashes of this length and gaps of the same length from one end on. */
const dashed =
  (dash: number, thickness: number): Drawn =>
  (x, y, width, height) => {
    const length = Math.max(width, height);
    return Array.from({ length: Math.ceil(length / (2 * dash)) }, (_, i) =>
      width > height
        ? { x: x + 2 * i * dash, y, width: Math.min(dash, length - 2 * i * dash), height: thickness }
        : { x, y: y + 2 * i * dash, width: thickness, height: Math.min(dash, length - 2 * i * dash) },
    );
  };

/** Two rules, one on either side of where a plain one would be. */
const doubled: Drawn = (x, y, width, height) =>
  width > height
    ? [
        { x: x + 1, y: y - 1, width: width - 2, height },
        { x: x - 1, y: y + 1, width: width + 2, height },
      ]
    : [
        { x: x - 1, y: y + 1, width, height: height - 2 },
        { x: x + 1, y: y - 1, width, height: height + 2 },
      ];

const spanning = [
  box(20, 40, 80, 50, '栏目'),
  box(100, 40, 200, 25, '甲'),
  box(100, 65, 50, 25),
  box(150, 65, 150, 25, '乙'),
];

/** The same with a border for each cell, `gap` points from those of its neighbours. */
const apart = (gap: number): PdfPage =>
  page(
    spanning.map(({ box: [x, y, width, height], ...more }) => ({
      box: [x + gap / 2, y + gap / 2, width - gap, height - gap],
      ...more,
    })),
  );

describe('a table whose lines are drawn as other programs draw them', () => {
  it.each([
    ['dashes one by one', drawn(spanning, dashed(3, 0.75))],
    ['dots that are squares', drawn(spanning, dashed(1.5, 1.5))],
    ['double lines', drawn(spanning, doubled)],
    ['a border for each cell that touches the next one', apart(0.8)],
    ['a border for each cell a little apart', apart(2.5)],
  ])('is one table: %s', (_, one) => {
    expect(tables(one)).toEqual([['栏目\t甲', '^\t\t乙']]);
  });

  it('keeps edges of columns that lie near each other one below the other', () => {
    const rows = [
      box(20, 40, 80, 25, '甲'),
      box(100, 40, 80, 25, '乙'),
      box(20, 65, 81.5, 25, '丙'),
      box(101.5, 65, 78.5, 25),
    ];
    expect(tables(page(rows))).toEqual([['甲\t乙', '丙\t']]);
  });

  it('is no table where dots stand alone or boxes further apart', () => {
    const dots = { ...page([]), rules: [{ x: 20, y: 20, width: 2, height: 2 }] };
    expect(() => tables(dots)).toThrow();
    expect(tables(page([box(20, 40, 40, 25, '甲'), box(64, 40, 40, 25, '乙')]))).toEqual([['甲'], ['乙']]);
  });
});

describe('a merged cell over a page turn', () => {
  const without = (one: PdfPage, gone: (rule: PdfRule) => boolean): PdfPage => ({
    ...one,
    rules: one.rules.filter((rule) => !gone(rule)),
  });
  const isLevelAt = (at: number, from: number) => (rule: PdfRule) =>
    rule.width > rule.height && Math.abs(rule.y + 0.25 - at) < 0.1 && rule.x === from;

  it('is a cell although no line is drawn there', () => {
    const one = page([
      box(20, 40, 80, 25, '一'),
      box(100, 40, 80, 25, '二'),
      box(20, 65, 80, 25, '三'),
      box(100, 65, 80, 25, '四'),
    ]);
    const two = page([
      box(20, 40, 80, 25),
      box(100, 40, 80, 25, '五'),
      box(20, 65, 80, 25, '六'),
      box(100, 65, 80, 25, '七'),
    ]);
    const [foot, head] = [without(one, isLevelAt(90, 20)), without(two, isLevelAt(40, 20))];
    expect(tables(foot, head)).toEqual([['一\t二', '三\t四', '\t五', '六\t七']]);
  });

  it('is not what lies between two tables side by side', () => {
    expect(tables(page([box(20, 40, 80, 50, '甲'), box(140, 40, 80, 25, '乙'), box(140, 65, 80, 25, '丙')]))).toEqual([
      ['甲'],
      ['乙', '丙'],
    ]);
  });

  it('goes on over pages numbered in English', () => {
    const numbered = (text: string, number: number) => {
      const folio = line(`Page ${number} of 2`, 20, 390).map((glyph) => ({ ...glyph, size: 12 }));
      return page([box(20, 40, 80, 25, text)], folio);
    };
    expect(tables(numbered('甲', 1), numbered('乙', 2))).toEqual([['甲', '乙']]);
  });
});
