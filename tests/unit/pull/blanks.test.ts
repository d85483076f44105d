import { expect, test } from 'vitest';
import { readings, SOFT, textOfParagraphs } from '../../../src/pull/text/blanks.ts';
import { shownText } from '../../../src/read/docx/words.ts';

const MANY = 300_000;

test('blanks at the ends of lines and empty lines around a text say nothing, those inside it do', () => {
  expect(textOfParagraphs(['', ' 甲\t 乙\u00a0', '', '丙\n丁 ', ''])).toBe(`甲  乙\n\n丙${SOFT}丁`);
});

test('lines of a paragraph are one text, with a blank between letters and digits', () => {
  expect(readings(['甲', 'GB/T', '9704', '', '2012', '乙'].join(SOFT)).joined).toBe('甲GB/T 9704 2012乙');
});

// A quadratic step would not come to an end within the time limit of a test.
test('many blanks and breaks are read in proportion to their number', () => {
  const wide = `甲${' '.repeat(MANY)}乙`;
  expect(shownText(wide, false)).toBe(wide);
  expect(textOfParagraphs([wide])).toBe(wide);
  expect(textOfParagraphs(['甲', ...new Array<string>(MANY).fill(''), '乙'])).toHaveLength(MANY + 3);
  expect(readings(new Array<string>(MANY).fill('甲乙').join(SOFT)).joined).toHaveLength(2 * MANY);
});
