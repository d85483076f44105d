import { expect, test } from 'vitest';
import { cutLines, frame } from '../../../src/cli/report/frame.ts';

const told = (text: string, start: number): string[] =>
  frame(cutLines(text), { start, end: start + 1 }, false).map((row) => row.map((part) => part.text).join(''));

test('far behind on a long line a fault is shown with what stands around it', () => {
  const line = `甲: ${'乙'.repeat(50_000)}丙${'丁'.repeat(50_000)}`;
  const [source = '', caret = ''] = told(line, line.indexOf('丙'));
  expect(source).toBe(` > 1 │ …${'乙'.repeat(16)}丙${'丁'.repeat(30)}…`);
  expect(caret.indexOf('^')).toBe(' > 1 │ …'.length + 32);
});

test('a character outside the basic plane is not cut in two where a long line begins to be shown', () => {
  const line = `${'𠮷'.repeat(1000)}甲`;
  for (const text of [line, `a${line}`]) expect(told(text, text.length - 1)[0]).not.toMatch(/\p{Surrogate}/u);
});

test('ten thousand faults on one line are shown one by one in no more than their own time', () => {
  const lines = cutLines('乙'.repeat(100_000));
  for (let at = 0; at < 100_000; at += 10) expect(frame(lines, { start: at, end: at + 1 }, false)).toHaveLength(2);
});
