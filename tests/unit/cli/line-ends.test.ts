import { expect, it } from 'vitest';
import { inUnix, withLineEnds } from '../../../src/cli/pull/line-ends.ts';

it('all lines end as the old ones did where these were of one kind', () => {
  expect(withLineEnds('a\nx\nb\n', 'a\r\nb\r\n')).toBe('a\r\nx\r\nb\r\n');
  expect(withLineEnds('a\nx\n', 'a\n')).toBe('a\nx\n');
  expect(withLineEnds('a\nb', 'a')).toBe('a\nb');
});

it('of several kinds, each line keeps its own, and a new one has that of the line above', () => {
  const typed = 'a\r\nb\n\nc\r\n\r\nd\ne';
  expect(withLineEnds(inUnix(typed), typed)).toBe(typed);
  expect(withLineEnds('a\nB\n\nc\nnew\n\nd\ne', typed)).toBe('a\r\nB\n\nc\r\nnew\r\n\r\nd\ne');
  expect(withLineEnds('a\nb\n\nd\ne', typed)).toBe('a\r\nb\n\nd\ne');
  expect(withLineEnds('d\na\nb\n\nc\n\ne', typed)).toBe('d\na\r\nb\n\nc\r\n\r\ne');
});
