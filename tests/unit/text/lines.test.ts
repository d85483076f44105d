import { describe, expect, test } from 'vitest';
import { pt } from '../../../src/base/index.ts';
import {
  type Breakable,
  balance,
  type FontSet,
  fillLines,
  type Line,
  labelLines,
  makeBreakable,
  makeLines,
  shape,
  stackLines,
} from '../../../src/text/index.ts';
import { fakeFace, fakeFonts, fakeStyles } from '../../support/fake-fonts.ts';
import { lineText } from '../../support/set-form.ts';
import { placed } from '../../support/specs.ts';

const runOf = (text: string, start = 0) => ({ text, origin: { kind: 'template', span: placed(start) } as const });
const breakable = (...texts: readonly string[]) =>
  makeBreakable(
    shape(
      texts.map((text, i) => runOf(text, i)),
      fakeStyles.cell,
      fakeFonts,
    ),
    'gb',
  );

/** The lines of a paragraph in a measure of so many Han, as they fall. */
const setIn = (paragraph: Breakable, measure: number): Line[] => {
  const how = { width: pt(measure * 10), indent: pt(0) };
  return makeLines(paragraph, fillLines(paragraph, { ...how, elastic: false }), { ...how, justify: false });
};

describe('fragments', () => {
  test('runs of different origins are fragments of one line', () => {
    const paragraph = breakable('部门', '(单位)', '名称');
    const [line] = setIn(paragraph, 20);
    expect(line?.fragments.map(({ text, origin }) => [text, origin.span.start])).toEqual([
      ['部门', 0],
      ['(单位)', 1],
      ['名称', 2],
    ]);
  });

  test('a run cut by a line is a fragment on either side, with its origin', () => {
    const paragraph = breakable('一二', '三四五');
    const lines = setIn(paragraph, 3);
    expect(lines.map(({ fragments }) => fragments.map(({ text, origin }) => text + origin.span.start))).toEqual([
      ['一二0', '三1'],
      ['四五1'],
    ]);
  });

  test('characters of another font are a fragment of their own', () => {
    const rare = { face: { ...fakeFace, key: 'rare' }, glyph: 1, advance: 500 };
    const fonts: FontSet = {
      face: (name) => (codePoint) => (codePoint === 0x9fa5 ? rare : fakeFonts.face(name)(codePoint)),
    };
    const paragraph = makeBreakable(shape([runOf('一龥二')], fakeStyles.cell, fonts), 'gb');
    const [line] = setIn(paragraph, 20);
    expect(line?.fragments.map(({ text, face: { key } }) => [text, key])).toEqual([
      ['一', 'fake'],
      ['龥', 'rare'],
      ['二', 'fake'],
    ]);
  });

  test('a character that no font has is told of with its place, and left out', () => {
    const fonts: FontSet = {
      face: (name) => (codePoint) => (codePoint > 0xffff ? null : fakeFonts.face(name)(codePoint)),
    };
    const run = runOf('甲𠮷乙𠮷');
    const { missing, codePoints } = shape([run], fakeStyles.cell, fonts);
    expect(String.fromCodePoint(...codePoints)).toBe('甲乙');
    expect(missing).toEqual([
      { character: '𠮷', run, index: 1 },
      { character: '𠮷', run, index: 4 },
    ]);
  });
});

describe('balanced labels', () => {
  const labelWords = new Set([
    '年度',
    '重点',
    '工作',
    '任务',
    '基本',
    '信息',
    '绩效',
    '指标',
    '可持续',
    '影响',
    '预算',
    '整体',
    '情况',
    '服务',
    '对象',
    '满意度',
    '社会保障',
    '社会',
    '基金',
    '管理',
    '社会保障基金管理',
  ]);
  const balanced = (text: string, measure: number): string[] => {
    const measureWidth = pt(measure * 10);
    const whole = breakable(text);
    const { paragraph, width } = balance(whole, labelLines(whole, measureWidth), {
      width: measureWidth,
      words: labelWords,
    });
    const how = { width, indent: pt(0), justify: false };
    return makeLines(paragraph, labelLines(paragraph, width), how).map(lineText);
  };

  test('a label of one line stays as it is', () => {
    expect(balanced('基本信息', 4)).toEqual(['基本信息']);
  });

  test('lines are about equally long', () => {
    expect(balanced('基本信息', 3)).toEqual(['基本', '信息']);
    expect(balanced('年度重点工作任务', 6)).toEqual(['年度重点', '工作任务']);
  });

  test('a bracket begins the second line where both parts fit', () => {
    expect(balanced('预算金额(万元)', 5)).toEqual(['预算金额', '(万元)']);
    expect(balanced('拟投入的资金（元）', 7)).toEqual(['拟投入的资金', '（元）']);
  });

  test('a bracket begins the second line, even where lines would be more alike without', () => {
    expect(balanced('重点工作任务(元)', 6)).toEqual(['重点工作任务', '(元)']);
    expect(balanced('指标(重点工作任务)', 8)).toEqual(['指标(重点', '工作任务)']);
    expect(balanced('(元)重点工作任务', 6)).toEqual(['(元)重点', '工作任务']);
  });

  test('words are not parted, at the cost of one line at most', () => {
    expect(balanced('年度重点工作任务', 3)).toEqual(['年度', '重点', '工作', '任务']);
    expect(balanced('预算整体情况', 3)).toEqual(['预算', '整体', '情况']);
    expect(balanced('可持续影响', 2)).toEqual(['可持', '续影', '响']);
    expect(balanced('服务对象满意度指标', 5)).toEqual(['服务对象', '满意度指标']);
  });

  test('a word is kept whole however long it is, also where shorter ones stand in it', () => {
    expect(balanced('年度社会保障基金管理情况', 9)).toEqual(['年度', '社会保障基金管理', '情况']);
  });

  test('a character of no known word stays with the word before it', () => {
    expect(balanced('年度任务的工作', 5)).toEqual(['年度任务的', '工作']);
  });
});

describe('vertical labels', () => {
  const stacked = (text: string, measure = 2): string[] => {
    return stackLines(breakable(text), pt(measure * 10)).map(lineText);
  };

  test('Han stand one below the other', () => {
    expect(stacked('年度任务')).toEqual(['年', '度', '任', '务']);
  });

  test('a number of two or three digits stands side by side', () => {
    expect(stacked('第12项共100条')).toEqual(['第', '12', '项', '共', '100', '条']);
  });

  test('a longer number goes down digit by digit', () => {
    expect(stacked('2024年')).toEqual(['2', '0', '2', '4', '年']);
  });

  test('a number wider than the column goes down digit by digit', () => {
    expect(stacked('100条', 1)).toEqual(['1', '0', '0', '条']);
    expect(stacked('12条', 1)).toEqual(['12', '条']);
  });

  test('brackets and dashes turn with the line about the middle of their square, Han and numbers do not', () => {
    const lines = stackLines(breakable('任（12）—务'), pt(20));
    expect(lines.map((line) => [lineText(line), line.turned])).toEqual([
      ['任', false],
      ['（', true],
      ['12', false],
      ['）', true],
      ['—', true],
      ['务', false],
    ]);
    expect(lines.map(({ width, offset }) => [width, offset])).toEqual(lines.map(() => [pt(10), 0]));
  });

  test('both brackets of a pair turn, of whatever shape they are', () => {
    const lines = stackLines(breakable('〘甲〙｛乙｝'), pt(20));
    expect(lines.map(({ turned }) => turned)).toEqual([true, false, true, true, false, true]);
  });

  test('an empty label is one line', () => {
    expect(stacked('')).toEqual(['']);
  });
});
