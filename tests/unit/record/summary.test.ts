import { describe, expect, test } from 'vitest';
import { authorOf, type CheckedRecord, sumDigits, summaryValue } from '../../../src/record/index.ts';
import { successOf } from '../blueprint/support.ts';
import { recordOf } from './support.ts';

const form = (summary: string): string => `表: 表一
字段:
  名称: 文字
  简介: 文字
  人数: 个数
  收入: { 类型: 组, 单位: 万元, 印: { 小数: 2, 分组: 是 }, 字段: { 拨款: 金额, 其他: 金额 } }
  任务: { 类型: 列表, 空时: 印一空行, 单位: 元, 字段: { 事: 文字, 资金: 金额 } }
  职能: { 类型: 列表, 字段: { 名: 文字, 指标: { 类型: 指标, 体系: 甲类, 列: { 名: 文字, 值一: 指标值 } } } }
汇总: { 栏: ${summary} }
`;

const recordWith = (summary: string, record: string): CheckedRecord =>
  successOf(recordOf(form(summary), `表: 表一\n${record}`));

/** What a record has for a column. */
function valueFor(summary: string, record: string): string {
  const checked = recordWith(summary, record);
  const [column] = checked.blueprint.summary;
  return column ? summaryValue(checked, column.source) : '';
}

describe('a value of a summary', () => {
  test('is a text as it is printed', () => {
    expect(valueFor('名称', '名称: 甲局')).toBe('甲局');
    expect(valueFor('名称', '人数: 1')).toBe('');
  });

  test('is a sum of amounts, exactly, in the unit of the column', () => {
    expect(valueFor('收入.拨款', '收入: { 拨款: "12,345.10", 其他: 1 }')).toBe('12345.1');
    expect(valueFor('收入', '收入: { 拨款: 0.1, 其他: 0.2 }')).toBe('0.3');
    expect(valueFor('{ 取: [收入.拨款, 收入.其他] }', '收入: { 拨款: 1, 其他: 2 }')).toBe('3');
    const tasks = '任务: [{ 资金: 8400000 }, { 资金: 1 }]';
    expect(valueFor('{ 取: 任务.资金, 单位: 万元 }', tasks)).toBe('840.0001');
    expect(valueFor('任务.资金', tasks)).toBe('8400001');
  });

  test('is unknown where an amount is blank, and where there is none', () => {
    expect(valueFor('收入', '收入: { 拨款: 1, 其他: }')).toBe('');
    expect(valueFor('收入', '名称: 甲局')).toBe('');
    expect(valueFor('任务.资金', '任务: []')).toBe('');
  });

  test('counts the rows that anybody wrote, of a list and of indicators in a list', () => {
    expect(valueFor('{ 数: 任务 }', '任务: [{ 事: 甲 }, { 事: 乙 }]')).toBe('2');
    expect(valueFor('{ 数: 任务 }', '任务: []')).toBe('0');
    const duties =
      '职能: [{ 名: 一, 指标: { 产出: { 数量: [{ 名: 甲 }], 质量: [] } } }, { 名: 二, 指标: { 满意: [{ 名: 乙 }] } }]';
    expect(valueFor('{ 数: 职能.指标 }', duties)).toBe('2');
  });

  test('adds up numbers of persons', () => {
    expect(valueFor('人数', '人数: 43')).toBe('43');
  });
});

describe('sums of digits', () => {
  test('are exact, and leave out what is not known', () => {
    expect(sumDigits(['0.1', '', '0.2'])).toBe('0.3');
    expect(sumDigits(['', ''])).toBe('');
    expect(sumDigits(['9007199254740993.01', '1'])).toBe('9007199254740994.01');
  });
});

describe('the author of a record', () => {
  test('is the field that the form signs with, else the first text that is not blank', () => {
    const signed = successOf(recordOf(`${form('名称')}署名: 简介\n`, '表: 表一\n名称: 甲\n简介: 乙'));
    expect(authorOf(signed)).toBe('乙');
    expect(authorOf(recordWith('名称', '名称:\n简介: 乙'))).toBe('乙');
    expect(authorOf(recordWith('名称', '人数: 3'))).toBe('');
  });
});
