import { describe, expect, test } from 'vitest';
import { pt } from '../../../src/base/index.ts';
import { fillLines, makeBreakable, makeLines, shape } from '../../../src/text/index.ts';
import { fakeFonts, fakeStyles } from '../../support/fake-fonts.ts';
import { lineText } from '../../support/set-form.ts';
import { placed } from '../../support/specs.ts';

const breakable = (text: string) =>
  makeBreakable(shape([{ text, origin: { kind: 'template', span: placed(0) } }], fakeStyles.cell, fakeFonts));

/** A text cut at every place where a line may be broken. */
function stretches(text: string): string {
  const { allowed } = breakable(text);
  return Array.from(text, (character, i) => (allowed[i] === 1 ? `|${character}` : character)).join('');
}

/** The lines of a text in a measure of so many Han. */
const linesOf = (text: string, measure: number): string[] => {
  const paragraph = breakable(text);
  return makeLines(paragraph, fillLines(paragraph, pt(measure * 10))).map(lineText);
};

describe('a line may be broken', () => {
  test.each([
    ['between any two Han', '部门预算', '部|门|预|算'],
    ['between Han and a number or a word', '共43人PDF版', '共|43人|PDF|版'],
    ['behind a closing mark and before an opening one', '甲，乙（丙）丁', '甲，|乙|（丙）|丁'],
    ['behind a blank', 'one two', 'one |two'],
    ['behind a slash', '小时/月', '小|时/|月'],
    ['between a dash and Han', '甲——乙', '甲|——|乙'],
  ])('%s', (_, text, expected) => {
    expect(stretches(text)).toBe(expected);
  });
});

describe('a line is not broken', () => {
  test.each([
    ['before a closing mark, not even a second one', '甲）。》乙', '甲）。》|乙'],
    ['behind an opening mark, not even behind blanks', '《“甲”》（ 乙', '《“甲”》|（ 乙'],
    ['inside a number', '8,400,000.00', '8,400,000.00'],
    ['between a number and its sign', '≥90%约-3.5℃￥12', '≥90%|约|-3.5℃|￥12'],
    ['between a number and its unit', '4128.5万元约30个', '4128.5万元|约|30个'],
    ['inside a Western word with its joiners', 'www.gov.cn e-mail', 'www.gov.cn |e-mail'],
    ['inside a dash or an ellipsis', '——……', '——|……'],
    ['at a no-break space', '甲\u00a0乙', '甲\u00a0乙'],
    ['before a blank', '甲 乙', '甲 |乙'],
    ['inside straight quotes at their marks', '说"甲乙"了', '说|"甲|乙"|了'],
  ])('%s', (_, text, expected) => {
    expect(stretches(text)).toBe(expected);
  });
});

describe('filling', () => {
  test('a line takes what fits, and one more half character no more', () => {
    expect(linesOf('一二三四五', 3)).toEqual(['一二三', '四五']);
    expect(linesOf('一二三a四', 3.5)).toEqual(['一二三a', '四']);
    expect(linesOf('一二三a四', 3)).toEqual(['一二三', 'a四']);
  });

  test('a closing mark takes the character before it along', () => {
    expect(linesOf('一二三，四', 3)).toEqual(['一二', '三，四']);
  });

  test('a number that does not fit goes to the next line whole', () => {
    expect(linesOf('共计8400.00元', 4)).toEqual(['共计', '8400.00', '元']);
    expect(linesOf('共计8400.00元', 5)).toEqual(['共计', '8400.00元']);
  });

  test('a stretch wider than the line is broken where the line is full', () => {
    expect(linesOf('甲12345678乙', 3)).toEqual(['甲', '123456', '78乙']);
  });

  test('a measure of less than a character still takes one a line', () => {
    expect(linesOf('甲乙', 0.2)).toEqual(['甲', '乙']);
  });

  test('blanks hang at the end of a line, where they take no room', () => {
    const paragraph = breakable('one two');
    const [first] = makeLines(paragraph, fillLines(paragraph, pt(15)));
    expect(first).toMatchObject({ width: pt(15), trailing: ' ' });
  });

  test('an empty paragraph is one line without characters', () => {
    const paragraph = breakable('');
    expect(makeLines(paragraph, fillLines(paragraph, pt(15)))).toEqual([{ fragments: [], width: 0, trailing: '' }]);
  });
});
