import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mpt, pt, sum } from '../../../src/base/index.ts';
import { type CellText, linesHeight, linesIn, stretchesOf } from '../../../src/layout/line-heights.ts';
import { fakeSetup, paperOf } from '../../support/fake-fonts.ts';
import { lineText } from '../../support/set-form.ts';
import { band, cell, formOf, row, table } from '../../support/specs.ts';
import { longText, pagesOf } from './support.ts';

const textOf = (gap: number, ...paragraphs: readonly number[]): CellText => ({
  lines: [],
  pitch: pt(12),
  gap: pt(gap),
  starts: gap === 0 ? [] : paragraphs.slice(0, -1).map((_, i) => sum(paragraphs.slice(0, i + 1).map(mpt))),
  holding: [],
  need: 0,
});

describe('the height of lines', () => {
  const text = textOf(3, 2, 1, 3);

  test('has a gap before each paragraph that begins inside it', () => {
    expect(linesHeight(text, 0, 6)).toBe(pt(6 * 12 + 2 * 3));
    expect(linesHeight(text, 0, 2)).toBe(pt(24));
    expect(linesHeight(text, 1, 4)).toBe(pt(36 + 6));
  });

  test('has none at the top of a piece that begins with a paragraph, nor at its end', () => {
    expect(linesHeight(text, 2, 3)).toBe(pt(12));
    expect(linesHeight(text, 3, 6)).toBe(pt(36));
  });

  test('of no lines is nothing', () => {
    expect(linesHeight(text, 2, 2)).toBe(0);
  });
});

describe('laws', () => {
  const texts = fc
    .tuple(fc.constantFrom(0, 3, 20), fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }))
    .map(([gap, paragraphs]) => textOf(gap, ...paragraphs));

  test('a height holds as many lines as have room in it, and not one more', () => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 20 }), fc.nat({ max: 400 }), (text, from, points) => {
        const count = linesIn(text, from, pt(points));
        expect(linesHeight(text, from, from + count)).toBeLessThanOrEqual(pt(points));
        expect(linesHeight(text, from, from + count + 1)).toBeGreaterThan(pt(points));
      }),
      { seed: 71 },
    );
  });

  test('a height below nothing holds no line', () => {
    expect(linesIn(textOf(3, 2, 2), 1, -5)).toBe(0);
  });

  test('each stretch begins where the lines before it and a gap end', () => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 10 }), fc.nat({ max: 10 }), (text, from, more) => {
        const stretches = stretchesOf(text, from, from + more);
        const inside = text.starts.filter((start) => start > from && start < from + more);
        expect(stretches.map(({ top }) => top)).toEqual([
          0,
          ...inside.map((start) => linesHeight(text, from, start + 1) - text.pitch),
        ]);
      }),
      { seed: 72 },
    );
  });
});

test('paragraphs of a cell stand apart, but not at the top of a page', () => {
  const setup = { ...fakeSetup, paragraph: { ...fakeSetup.paragraph, gap: pt(6) } };
  const spec = table(band([100], row(cell([longText(4), longText(4), longText(4)], { align: 'left' }))));
  const pages = pagesOf(formOf(paperOf(104, 104), spec), setup);
  const places = pages.map(({ texts }) => texts.map(({ line, y }) => [lineText(line)[0], y - pt(40 + 1 + 9.8)]));
  expect(places).toEqual([
    [
      ['一', 0],
      ['二', pt(12)],
      ['三', pt(24)],
      ['四', pt(36)],
      ['一', pt(54)],
      ['二', pt(66)],
      ['三', pt(78)],
      ['四', pt(90)],
    ],
    [
      ['一', 0],
      ['二', pt(12)],
      ['三', pt(24)],
      ['四', pt(36)],
    ],
  ]);
});
