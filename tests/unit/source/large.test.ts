import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../src/source/index.ts';
import { faults } from './read.ts';

// A quadratic or exponential step would not come to an end within the time limit of a test.
describe('large and hostile files', { timeout: 60_000 }, () => {
  it.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['dashes', '- '.repeat(100_000)],
    ['indentation', Array.from({ length: 2000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ])('nesting of %s is refused without reading on', (_, text) => {
    expect(faults(text)[0]).toContain('S009');
  });

  it('reads 32 levels and refuses 33', () => {
    const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(faults(nested(32))).toEqual([]);
    expect(faults(nested(33))).toHaveLength(1);
    const indented = (levels: number): string =>
      `${Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}a:`).join('\n')} 1`;
    expect(faults(indented(32))).toEqual([]);
    expect(faults(indented(33))[0]).toContain('S009');
  });

  it('an exploding file of aliases costs no more than its text', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}]`);
    expect(faults(lines.join('\n'))[0]).toContain('S005');
  });

  it('a file of 2 MB is read', () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, i) => `  - 名称: 扎实推进“民生”项目${i}\n    资金: { 甲: ${i}, 乙: "x" }\n`,
    );
    const text = `任务:\n${rows.join('')}`;
    expect(Buffer.byteLength(text)).toBeGreaterThan(2_000_000);
    expect(parseSource('f.yaml', text).ok).toBe(true);
  });

  it.each(['甲: 乙', '- 乙', '// 乙'])('100,000 blanks in a line of a file with a fault: %s', (begun) => {
    expect(faults(`${begun}${' '.repeat(100_000)}丙\n-丁: 1\n`).length).toBeGreaterThan(0);
  });

  it('100,000 keys, each above a line of prose', () => {
    expect(faults('甲:\n  乙，丙\n'.repeat(100_000)).length).toBeGreaterThan(0);
  });

  it('what comments hold does not hide what values hold', () => {
    const comments = Array.from({ length: 300 }, (_, i) => `# 注${i}\u200B`).join('\n');
    expect(faults(`${comments}\na: 甲\u200B乙\n`)).toEqual([expect.stringContaining('301:5 S008')]);
  });

  it('50,000 keys of one mapping are read, and 50,000 faults reported without end', () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => `k${i}: ${i}`).join('\n');
    expect(parseSource('f.yaml', keys).ok).toBe(true);
    expect(faults(`a: [${'*x, '.repeat(50_000)}]`).length).toBeGreaterThan(0);
  });
});
