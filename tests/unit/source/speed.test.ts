import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../src/source/index.ts';
import { faults } from './read.ts';

const elapsed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

describe('large and hostile files', { timeout: 60_000 }, () => {
  it.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['dashes', '- '.repeat(100_000)],
    ['indentation', Array.from({ length: 2000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ])('nesting of %s is refused without reading on', (_, text) => {
    expect(elapsed(() => expect(faults(text)[0]).toContain('S009'))).toBeLessThan(2000);
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
    expect(elapsed(() => expect(faults(lines.join('\n'))[0]).toContain('S005'))).toBeLessThan(2000);
  });

  it('the time for a file of rows grows with its length, not with its square', () => {
    const rows = (count: number): string =>
      `任务:\n${Array.from({ length: count }, (_, i) => `  - 名称: 扎实推进“民生”项目${i}\n    资金: { 甲: ${i}, 乙: "x" }\n`).join('')}`;
    const [small, large] = [rows(1500), rows(30_000)];
    expect(Buffer.byteLength(large)).toBeGreaterThan(2_000_000);
    parseSource('f.yaml', small);
    const ofSmall = Math.min(...[1, 2, 3].map(() => elapsed(() => parseSource('f.yaml', small))));
    const ofLarge = elapsed(() => expect(parseSource('f.yaml', large).ok).toBe(true));
    expect(ofLarge).toBeLessThan(20 * ofSmall * 6 + 500);
  });

  it('the same holds for keys of one mapping and for faults', () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => `k${i}: ${i}`).join('\n');
    expect(elapsed(() => expect(parseSource('f.yaml', keys).ok).toBe(true))).toBeLessThan(15_000);
    const faulty = `a: [${'*x, '.repeat(50_000)}]`;
    expect(elapsed(() => expect(faults(faulty).length).toBeGreaterThan(0))).toBeLessThan(15_000);
  });
});
