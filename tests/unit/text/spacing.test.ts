import { describe, expect, test } from 'vitest';
import { pt } from '../../../src/base/index.ts';
import {
  breakLines,
  type FontSet,
  type Line,
  makeBreakable,
  makeLines,
  naturalLine,
  shape,
  spreadLine,
} from '../../../src/text/index.ts';
import { fakeFace, fakeFonts, fakeStyles } from '../../support/fake-fonts.ts';
import { lineText } from '../../support/set-form.ts';
import { placed } from '../../support/specs.ts';

const breakable = (text: string) =>
  makeBreakable(shape([{ text, origin: { kind: 'template', span: placed(0) } }], fakeStyles.cell, fakeFonts), 'gb');

/** A text on one line, nothing stretched. */
const lineOf = (text: string): Line => {
  const paragraph = breakable(text);
  const count = [...text].length;
  return naturalLine(paragraph, { start: 0, end: count, next: count });
};

/** The distance from each character to the next in ems. */
const stepsOf = ({ fragments }: Line): number[] =>
  fragments.flatMap(({ advances }) => advances.map((advance) => advance / pt(10)));

/** The lines of a text in a measure of so many Han: text and steps. */
const setIn = (text: string, measure: number, justify = true): (readonly [string, readonly number[]])[] => {
  const paragraph = breakable(text);
  const how = { width: pt(measure * 10), indent: pt(0) };
  const { ranges, ragged } = breakLines(paragraph, { ...how, elastic: true });
  return makeLines(paragraph, ranges, { ...how, justify: justify && !ragged }).map((line) => [
    lineText(line),
    stepsOf(line),
  ]);
};

describe('two full-width marks side by side take one and a half em (CLREQ 6.3.2.2)', () => {
  test.each([
    ['a stop and a closing mark', '甲。”乙', [1, 0.5, 1, 1]],
    ['a comma and an opening mark', '甲，“乙', [1, 0.5, 1, 1]],
    ['two opening marks', '甲《“乙', [1, 0.5, 1, 1]],
    ['three closing marks', '甲”）。乙', [1, 0.5, 0.5, 1, 1]],
    ['not an opening and a closing mark, whose blanks lie apart', '甲（）乙', [1, 1, 1, 1]],
    ['not a mark beside a dash', '甲。——乙', [1, 1, 1, 1, 1]],
  ])('%s', (_, text, steps) => {
    expect(stepsOf(lineOf(text))).toEqual(steps);
  });
});

describe('a mark takes half its width (CLREQ 6.3.2.3, GB/T 15834-2011 5.1.10)', () => {
  test('at the end of a line', () => {
    expect(lineOf('甲。').width).toBe(pt(15));
  });

  test('at the start of a line, drawn half an em to the left of it, so that its ink begins there', () => {
    expect(lineOf('（甲')).toMatchObject({ offset: pt(-5), width: pt(15) });
  });

  test('but not a half-width one', () => {
    expect(lineOf('(甲)')).toMatchObject({ offset: 0, width: pt(20) });
  });
});

describe('a gap of a quarter em stands (CLREQ 6.3.3)', () => {
  test.each([
    ['between Han and digits, on both sides', '共43人', [1.25, 0.5, 0.75, 1]],
    ['between Han and a Western word', '甲PDF乙', [1.25, 0.5, 0.5, 0.75, 1]],
    ['between a percent sign and Han', '90%以上', [0.5, 0.5, 0.75, 1, 1]],
  ])('%s', (_, text, steps) => {
    expect(stepsOf(lineOf(text))).toEqual(steps);
  });

  test.each([
    ['beside Chinese marks', '甲，5（3）', [1, 1, 0.5, 1, 0.5, 0.5]],
    ['where the author typed a space', '甲 5 乙', [1, 0.5, 0.5, 0.5, 1]],
    ['at the edges of a line', '5', [0.5]],
    ['beside signs', '约≥5', [1, 1, 0.5]],
  ])('but none %s', (_, text, steps) => {
    expect(stepsOf(lineOf(text))).toEqual(steps);
  });
});

/** The fake face with advances of its own for some glyphs. */
const fontsWith = (advances: Readonly<Record<number, number>>): FontSet => {
  const face = { ...fakeFace, advance: (glyph: number) => advances[glyph] ?? fakeFace.advance(glyph) };
  return { face: () => (codePoint) => ({ face, glyph: codePoint, advance: face.advance(codePoint) }) };
};

const dashIn = (fonts: FontSet) => {
  const { glyphs, advances, codePoints } = shape(
    [{ text: '——', origin: { kind: 'template', span: placed(0) } }],
    fakeStyles.cell,
    fonts,
  );
  return { glyphs: glyphs.map(({ glyph }) => glyph), advances, text: String.fromCodePoint(...codePoints) };
};

test('a Chinese dash is one stroke of two ems (CLREQ 5.1), and reads as it was typed', () => {
  const set = { advances: [pt(10), pt(10)], text: '——' };
  expect(dashIn(fontsWith({ [0x2014]: 890 }))).toEqual({ ...set, glyphs: [0x2500, 0x2500] });
  expect(dashIn(fontsWith({}))).toEqual({ ...set, glyphs: [0x2014, 0x2014] });
});

test('a single dash keeps its own glyph', () => {
  expect(lineOf('甲—乙').fragments[0]?.glyphs[1]).toBe(0x2014);
});

test('in a font without the stroke a dash keeps its glyphs, on two ems', () => {
  const set = dashIn(fontsWith({ [0x2014]: 890, [0x2500]: 500 }));
  expect(set).toEqual({ glyphs: [0x2014, 0x2014], advances: [pt(10), pt(10)], text: '——' });
});

test('an apostrophe of full width takes half of it', () => {
  expect(stepsOf(lineOf('don’t'))).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
});

describe('a justified line', () => {
  test('is stretched evenly between Han, and its last line is not', () => {
    const full = [...new Array(12).fill(1.02), 1];
    expect(setIn('一二三四五六七八九十百千万一二三四五六七八九十百千万亿兆', 13.24)).toEqual([
      ['一二三四五六七八九十百千万', full],
      ['一二三四五六七八九十百千万', full],
      ['亿兆', [1, 1]],
    ]);
  });

  test('gives a gap as much as another place, so that it stays under half an em', () => {
    const [[, steps] = ['', []]] = setIn('一二三四五六七八12九十百千万一二三四五六七八九十百千万亿兆', 13.75);
    for (const step of steps.slice(0, 7)) expect(step).toBeCloseTo(steps[0] as number, 3);
    expect(steps[0]).toBeGreaterThan(1);
    expect(steps[7]).toBeCloseTo(0.25 + (steps[0] as number), 2);
  });

  test('is not stretched before a closing mark, inside a number or a word', () => {
    const [[text, steps] = ['', []]] = setIn(
      '一二三，四五六七1234.5万元八九十百千万一二三四五六七八九十百千万亿兆',
      14,
    );
    expect(text).toBe('一二三，四五六七1234.5万元');
    const at = (character: string): number => steps[[...text].indexOf(character)] as number;
    expect([at('三'), at('1'), at('2'), at('.')]).toEqual([1, 0.5, 0.5, 0.5]);
    expect(at('一')).toBeGreaterThan(1);
  });

  test('stays ragged with its whole paragraph where a line would be torn apart', () => {
    const lines = setIn('一二三四五六1234567.50万元一二三四五六七八', 10.5);
    expect(lines[0]).toEqual(['一二三四五六', [1, 1, 1, 1, 1, 1]]);
  });

  test('is squeezed at marks and gaps where that takes one more character', () => {
    const [[text, steps] = ['', []]] = setIn('一二三，四五，六七八九十百千万一二', 11.75);
    expect(text).toBe('一二三，四五，六七八九十');
    expect(steps[3]).toBeCloseTo(0.875, 2);
    expect(steps[6]).toBeCloseTo(0.875, 2);
    expect(steps.reduce((a, b) => a + b, 0)).toBeCloseTo(11.75, 3);
  });
});

describe('the breaks of a paragraph', () => {
  test('leave no single character on the last line where another line can give one (CLREQ 7.1.2)', () => {
    expect(setIn('一二三四五六七八九十百千万', 12).map(([text]) => text)).toEqual(['一二三四五六七八九十百', '千万']);
    expect(setIn('一二三四五六七八九十百千。', 11.4).map(([text]) => text)).toEqual(['一二三四五六七八九十', '百千。']);
  });

  test('let a number stand alone that is no shorter than two characters: no word is torn to keep it company', () => {
    const ends = (text: string): string | undefined => setIn(text, 10).at(-1)?.[0];
    expect(ends('一二三四五六七八九十1000。')).toBe('1000。');
    expect(ends('一二三四五六七八九十10。')).toBe('十10。');
    expect(ends('一二三四五六七八九十。')).toBe('九十。');
  });

  test('count a character with its marks as a single one', () => {
    const ends = (text: string): string | undefined => setIn(text, 10).at(-1)?.[0];
    expect(ends('一二三四五六七八九十《百》！”')).toBe('十《百》！”');
    expect(ends('一二三四五六七八九十——百')).toBe('十——百');
  });

  test('leave a name of two lines as it is where it is not as wide as 24 characters', () => {
    const name = `一二三四五六七八九十1234567890123元`;
    expect(setIn(name, 12).map(([, steps]) => steps[0])).toEqual([1, 0.5]);
    const text = `${'字'.repeat(23)}1234567890123元`;
    expect(setIn(text, 24).map(([, steps]) => (steps[0] ?? 0) > 1)).toEqual([true, false]);
  });

  test('leave a paragraph ragged where justified lines can only end in a single character', () => {
    const lines = setIn('庚丁设壬、干丙12.5km，丙路青DN600主乙雨甲敷。', 10.8);
    expect(lines.map(([text]) => text)).toEqual(['庚丁设壬、干丙12.5km，', '丙路青DN600主乙雨', '甲敷。']);
    expect(lines[1]?.[1].slice(0, 2)).toEqual([1, 1]);
  });

  test('in a narrow cell are ragged and as even as they can be', () => {
    expect(setIn('一二三四五六', 5.5)).toEqual([
      ['一二三四', [1, 1, 1, 1]],
      ['五六', [1, 1]],
    ]);
  });
});

describe('a name that is spread', () => {
  test('has the same space between all its characters, and none outside', () => {
    const line = spreadLine(breakable('负责人'), pt(50));
    expect(stepsOf(line)).toEqual([2, 2, 1]);
    expect(line).toMatchObject({ width: pt(50), offset: 0, trailing: '' });
  });

  test('stays as it is where it has one character, or no less than the width', () => {
    expect(spreadLine(breakable('名'), pt(40)).width).toBe(pt(10));
    expect(spreadLine(breakable('主管部门'), pt(40)).width).toBe(pt(40));
  });
});
