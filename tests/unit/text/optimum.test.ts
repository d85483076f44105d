import { expect, test } from 'vitest';
import { mpt, pt } from '../../../src/base/index.ts';
import { breakLines, fillLines, type LineRange, makeBreakable, shape } from '../../../src/text/index.ts';
import { fakeFonts, fakeStyles } from '../../support/fake-fonts.ts';
import { placed } from '../../support/specs.ts';

const breakable = (text: string) =>
  makeBreakable(shape([{ text, origin: { kind: 'template', span: placed(0) } }], fakeStyles.cell, fakeFonts), 'gb');

const sentence = '推进志愿服务工作（共12项），助力基层社会治理。';

/** The lines of a sentence said four thousand times, one by one and chosen together. */
function linesAt(ems: number) {
  const paragraph = breakable(sentence.repeat(4000));
  const measure = { width: mpt(pt(10) * ems), indent: pt(20), elastic: true };
  const greedy = fillLines(paragraph, measure);
  return { greedy, ranges: breakLines(paragraph, measure, greedy).ranges };
}

test('a paragraph of thousands of lines is chosen together too', () => {
  const { greedy, ranges } = linesAt(11);
  expect(ranges).not.toEqual(greedy);
  expect(ranges.length).toBeLessThanOrEqual(greedy.length);
  expect(ranges[0]?.start).toBe(0);
  for (const [i, { next }] of ranges.entries()) expect(next).toBe(ranges[i + 1]?.start ?? sentence.length * 4000);
});

test('at a measure where nearly all lines are loose the work grows with the length, not with its square', () => {
  // Chosen all together these lines take most of a minute.
  expect(linesAt(12.5).ranges).toHaveLength(8000);
});

test('a word of two hundred thousand letters is searched for a place to break it once', () => {
  // Searched again from each of its lines it takes most of a minute.
  const letters = 200_000;
  const measure = { width: pt(30), indent: pt(0), elastic: true };
  const lines = fillLines(breakable('a'.repeat(letters)), measure);
  expect(lines).toHaveLength(Math.ceil(letters / 6));
  expect(lines.at(-1)?.next).toBe(letters);
});

test('behind a word that had to be parted, too, no character is left alone', () => {
  const word = 'a'.repeat(20);
  const paragraph = breakable(`${word}aaaa一二三四五六七八九十甲乙丙丁戊己庚辛`);
  const measure = { width: pt(100), indent: pt(0), elastic: true };
  const greedy = fillLines(paragraph, measure);
  const lengths = (ranges: readonly LineRange[]) => ranges.map(({ start, end }) => end - start);
  expect(lengths(greedy)).toEqual([20, 11, 10, 1]);
  expect(lengths(breakLines(paragraph, measure, greedy).ranges)).toEqual([20, 11, 9, 2]);
});

test('a character that stands alone anyhow stands at the end, not between two lines', () => {
  const paragraph = breakable('信息化更新');
  const measure = { width: pt(20), indent: pt(0), elastic: true };
  expect(breakLines(paragraph, measure).ranges.map(({ start, end }) => end - start)).toEqual([2, 2, 1]);
});
