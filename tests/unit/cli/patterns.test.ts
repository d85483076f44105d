import { expect, test } from 'vitest';
import { fixedPart, isPattern, slashed } from '../../../src/cli/inputs/patterns.ts';

test('backslashes part folders on Windows and nowhere else', () => {
  expect(slashed(String.raw`data\某某镇\*.yaml`, '\\')).toBe('data/某某镇/*.yaml');
  expect(slashed(String.raw`data/某某镇\*.yaml`, '/')).toBe(String.raw`data/某某镇\*.yaml`);
});

test('a sign behind a backslash is itself', () => {
  expect(isPattern('a*.yaml')).toBe(true);
  expect(isPattern(String.raw`a\*.yaml`)).toBe(false);
});

test.each([
  ['data/**/*.yaml', 'data'],
  ['data/某某镇/民政*.yaml', 'data/某某镇'],
  ['*.yaml', '.'],
  ['/*/x.yaml', '/'],
])('%s is looked for in %s', (pattern, folder) => expect(fixedPart(pattern)).toBe(folder));
