import { describe, expect, test } from 'vitest';
import { pt } from '../../../src/base/index.ts';
import { makeBreakable, plainStarts, plainText, prohibitions, shape, widthIn } from '../../../src/text/index.ts';
import { fakeFonts, fakeStyles } from '../../support/fake-fonts.ts';

const origin = { kind: 'template', span: { file: '', start: 0, end: 0 } } as const;

/** Set in 10 pt: Han 10 pt, Latin 5 pt. */
const breakable = (text: string) => makeBreakable(shape([{ text, origin }], fakeStyles.cell, fakeFonts), 'gb');

const lines = (text: string, width: number, added = 0): string[] => {
  const starts = plainStarts(breakable(text), { width: pt(width), indent: pt(0), added });
  const characters = [...text];
  return starts.map((start, i) => characters.slice(start, starts[i + 1]).join(''));
};

describe('a text that nothing is squeezed in', () => {
  test('marks side by side keep their squares, Han and Western stand a quarter of an em apart', () => {
    const text = plainText(breakable('一（二），A三'));
    expect(widthIn(text, 0, 4)).toBe(50_000);
    expect(widthIn(text, 5, 6)).toBe(5_000 + 2_500 + 10_000);
  });

  test('each line takes as much as fits, and carries over what may not be parted', () => {
    expect(lines('一二三四五，六', 50)).toEqual(['一二三四', '五，六']);
    expect(lines('一二三四4128.5万元', 60)).toEqual(['一二三四', '4128.5万元']);
    expect(lines('一二三四五六', 30)).toEqual(['一二三', '四五六']);
  });

  test('a line never breaks at a slash or a straight quotation mark, as readers do not', () => {
    expect(lines('一二三GB/T', 50)).toEqual(['一二三', 'GB/T']);
    expect(lines('一二"三"四', 45)).toEqual(['一', '二"三"四']);
  });

  test('a closing mark or a unit sign keeps the word behind it, and a word the opening mark behind it, as in LibreOffice', () => {
    expect(lines('一二三，25', 45)).toEqual(['一二', '三，25']);
    expect(lines('一二》A', 34)).toEqual(['一', '二》A']);
    expect(lines('达9%25', 25)).toEqual(['达', '9%25']);
    expect(lines('一二9（三）', 50)).toEqual(['一二', '9（三）']);
    expect(lines('一二9≥30', 30)).toEqual(['一二', '9≥30']);
    expect(lines('一二三；25', 45)).toEqual(['一二三；', '25']);
    expect(lines('一二9＋三', 35)).toEqual(['一二9', '＋三']);
  });

  test('what fits nowhere is broken anywhere', () => {
    expect(lines('ABCDEFGHIJ', 20)).toEqual(['ABCD', 'EFGH', 'IJ']);
  });

  test('set closer, more fits; but the last character of a script keeps its width', () => {
    expect(lines('一二三四五', 49)).toHaveLength(2);
    expect(lines('一二三四五', 49, -250)).toHaveLength(1);
    // 32.5 pt by themselves, of which two characters give 1 pt each.
    expect(lines('一二AB', 30.5, -1000)).toHaveLength(1);
    expect(lines('一二AB', 30.4, -1000)).toHaveLength(2);
  });

  test('a line never exceeds its measure where a break is allowed everywhere', () => {
    const text = '一'.repeat(97);
    for (const width of [10, 33, 70, 125]) {
      const set = lines(text, width);
      expect(set.join('')).toBe(text);
      for (const one of set) expect([...one].length * 10).toBeLessThanOrEqual(Math.max(10, width));
    }
  });
});

test('what may not end a line and what may not begin one are two sets, with the marks of each', () => {
  const { end, start } = prohibitions();
  for (const mark of '（《“‘≥￥') expect(end).toContain(mark);
  for (const mark of '，。、；：？！）》”’％℃·') expect(start).toContain(mark);
  expect([...end].filter((mark) => start.includes(mark))).toEqual([]);
});
