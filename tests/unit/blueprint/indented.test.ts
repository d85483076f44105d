import { describe, expect, test } from 'vitest';
import { blueprintOf, told } from './support.ts';

const faultsOf = (form: string): string[] => told(blueprintOf(form), form);

const advice = (word: string): string => `把“${word}:”写在一行的最前面，前面不空格；它下面各行比它多空两格。`;

describe('an outermost word among the fields', () => {
  test('is told once, whether what belongs to it stands under it or beside it', () => {
    const fault = (at: string) => `${at} «检查» B003 “检查”是最外层的词，不写在“字段”里面 → ${advice('检查')}`;
    const check = (indent: string): string =>
      ['甲够: { 左: 甲, 关系: 等于, 右: 3 }', '乙够:', '  左: 甲', '  关系: 等于', '  右: 4']
        .map((line) => `${indent}${line}\n`)
        .join('');
    expect(faultsOf(`表: 表一\n字段:\n  甲: 金额\n  检查:\n${check('    ')}`)).toEqual([fault('4:3')]);
    expect(faultsOf(`表: 表一\n字段:\n  甲: 金额\n  检查:\n${check('  ')}`)).toEqual([fault('4:3')]);
  });

  test.each([
    ['署名', '甲'],
    ['fit', '2页'],
    ['页面', '{ 方向: 横向 }'],
    ['适用年度', '[2024, 2025]'],
  ])('%s: %s', (word, value) => {
    expect(faultsOf(`表: 表一\n字段:\n  甲: 文字\n  ${word}: ${value}\n`)).toEqual([
      `4:3 «${word}» B003 “${word}”是最外层的词，不写在“字段”里面 → ${advice(word)}`,
    ]);
  });

  test('is a field like others where it has a type', () => {
    expect(faultsOf('表: 表一\n字段:\n  附件: 文字\n  页面: { 类型: 段落 }\n  版本: { 同: 附件 }\n')).toEqual([]);
  });
});

test('a field that lost its indentation is told how to get it back', () => {
  expect(faultsOf('表: 表一\n字段:\n  甲: 文字\n填报人: { 类型: 文字, 例: 李某某 }\n')).toEqual([
    '4:1 «填报人» B003 蓝图里没有“填报人”这一项 → 它是字段，前面空两格，和“字段”下面的各个字段对齐。',
  ]);
});
