import { describe, expect, test } from 'vitest';
import { faults } from './read.ts';

const lines = ['列:', '  - 项: 甲', '    数: 1', '  - 项: 乙', '    数: 2', '  - 项: 丙', '    数: 3', '年度: 2024'];

/** The lines of the list with some of them moved by a column. */
const moved = (by: -1 | 1, ...numbers: readonly number[]): string =>
  `${lines.map((line, i) => (!numbers.includes(i + 1) ? line : by === 1 ? ` ${line}` : line.slice(1))).join('\n')}\n`;

describe('an item of a list that stands one column beside the others is told at its dash, and nothing else', () => {
  test.each([
    ['the first, too far left', moved(-1, 2), '2:2', '少空了 1 格', ''],
    ['the first with what is below it', moved(-1, 2, 3), '2:2', '少空了 1 格', '；下面 1 行也各多空 1 格'],
    ['one in between', moved(-1, 4), '4:2', '少空了 1 格', ''],
    ['one in between, too far right', moved(1, 4), '4:4', '多空了 1 格', ''],
    ['the last', moved(-1, 6), '6:2', '少空了 1 格', ''],
    ['the last with what is below it', moved(1, 6, 7), '6:4', '多空了 1 格', '；下面 1 行也各少空 1 格'],
  ])('%s', (_, text, place, how, others) => {
    expect(faults(text)).toEqual([`${place} S002 “- 项”比别的各条${how} → 应空 2 格，和别的“- 项”对齐${others}。`]);
  });

  test('in braces', () => {
    const text = '列:\n - { 项: 甲, 数: 1 }\n  - { 项: 乙, 数: 2 }\n  - { 项: 丙, 数: 3 }\n';
    expect(faults(text)).toEqual(['2:2 S002 “- 项”比别的各条少空了 1 格 → 应空 2 格，和别的“- 项”对齐。']);
  });

  test('and other faults of the file are told beside it', () => {
    expect(faults(`${moved(-1, 2)}甲：乙\n`)).toHaveLength(2);
  });

  test('but of two items neither is the odd one', () => {
    expect(faults('列:\n - 项: 甲\n   数: 1\n  - 项: 乙\n    数: 2\n').join()).not.toContain('别的各条');
  });
});
