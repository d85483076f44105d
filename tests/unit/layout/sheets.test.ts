import { describe, expect, test } from 'vitest';
import { type Paper, pt } from '../../../src/base/index.ts';
import { paperOf } from '../../support/fake-fonts.ts';
import { band, cell, formOf, lines, row, table, title } from '../../support/specs.ts';
import { pagesOf, rows } from './support.ts';

const wide = (mirrored: boolean): Paper => ({ ...paperOf(200, 44, 'gbt9704'), left: pt(60), right: pt(20), mirrored });

describe('sheets printed on both sides', () => {
  const form = (paper: Paper) =>
    formOf(paper, title('题'), table(band([50, 50], ...rows(1, 6))), lines([100], cell('签字', { align: 'left' })));

  test('have the binding margin at the left of odd pages and at the right of even ones', () => {
    const lefts = pagesOf(form(wide(true))).map(({ boxes }) => Math.min(...boxes.map(({ x }) => x)));
    expect(lefts.length).toBeGreaterThan(2);
    lefts.forEach((left, i) => {
      expect(left).toBe(i % 2 === 0 ? pt(60) : pt(20));
    });
  });

  test('are otherwise the same as those printed on one side', () => {
    const [both, one] = [true, false].map((mirrored) => pagesOf(form(wide(mirrored))));
    expect(both).toHaveLength(one?.length ?? 0);
    both?.forEach((page, i) => {
      const shift = i % 2 === 0 ? 0 : pt(40);
      expect(page.texts.map(({ x, y }) => [x + shift, y])).toEqual(one?.[i]?.texts.map(({ x, y }) => [x, y]));
      expect(page.rules.map(({ x, y }) => [x + shift, y])).toEqual(one?.[i]?.rules.map(({ x, y }) => [x, y]));
    });
  });

  test('have their page numbers outside: one character in from the right edge of odd pages, from the left of even ones', () => {
    const [odd, even] = pagesOf(form(wide(true))).map(({ texts }) => texts.at(-1));
    expect((odd?.x ?? 0) + (odd?.line.width ?? 0)).toBe(pt(60 + 200 - 14));
    expect(even?.x).toBe(pt(20 + 14));
  });

  test('count through all sections of a document', () => {
    const section = formOf(wide(true), table(band([100], row(cell('甲'))))).sections[0];
    const pages = pagesOf({ ...formOf(wide(true)), sections: section ? [section, section] : [] });
    expect(pages.map(({ boxes }) => boxes[0]?.x)).toEqual([pt(60), pt(20)]);
  });
});
