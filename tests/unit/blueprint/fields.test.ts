import { describe, expect, test } from 'vitest';
import type { Field } from '../../../src/blueprint/index.ts';
import { blueprintOf, formWith, successOf } from './support.ts';

const fieldsOf = (...lines: readonly string[]): readonly Field[] =>
  successOf(blueprintOf(formWith(...lines))).fields.fields;

/** A field without its place. */
const bare = (field: Field | undefined): unknown =>
  JSON.parse(JSON.stringify(field, (key, value) => (key === 'at' ? undefined : value)));

describe('kinds of fields', () => {
  test.each([
    ['文字', 'text'],
    ['段落', 'prose'],
    ['年份', 'year'],
    ['个数', 'count'],
    ['指标值', 'target'],
  ])('%s is a field of kind %s, optional and allowed to be blank', (word, kind) => {
    expect(bare(fieldsOf(`甲: ${word}`)[0])).toEqual({
      kind,
      name: '甲',
      required: false,
      mayBeBlank: true,
      example: '',
      note: '',
    });
  });

  test('a lone word and 类型 say the same', () => {
    expect(bare(fieldsOf('甲: 年份')[0])).toEqual(bare(fieldsOf('甲: { 类型: 年份 }')[0]));
  });

  test('every setting of a scalar is read', () => {
    const [field] = fieldsOf('甲: { 类型: 文字, 必填: 是, 可空: 否, 例: 某局, 说明: 全称 }');
    expect(bare(field)).toMatchObject({ required: true, mayBeBlank: false, example: '某局', note: '全称' });
  });

  test('what the program works out is never asked for', () => {
    const sum = '{ 类型: 金额, 求和: 甲, 必填: 是, 可空: 否 }';
    const [, alone, all, some] = fieldsOf(
      '甲: 金额',
      `乙: ${sum}`,
      '丙: { 类型: 组, 必填: 是, 求和: 甲, 字段: { 丁: { 类型: 金额, 求和: 甲 } } }',
      `戊: { 类型: 组, 必填: 是, 字段: { 己: 文字, 庚: ${sum} } }`,
    );
    const unasked = { required: false, mayBeBlank: true };
    expect([bare(alone), bare(all)]).toMatchObject([unasked, unasked]);
    expect(bare(some)).toMatchObject({ required: true, fields: [{}, unasked] });
  });

  test('an amount has its unit, its print and whether it may be negative', () => {
    const [field, plain] = fieldsOf('甲: { 类型: 金额, 单位: 万元, 印: { 小数: 2, 分组: 是 }, 可负: 是 }', '乙: 金额');
    expect(field).toMatchObject({
      unit: '万元',
      print: { decimals: 2, group: true },
      mayBeNegative: true,
      sumOf: null,
    });
    expect(plain).toMatchObject({ unit: '', print: null, mayBeNegative: false });
  });

  test('a field knows the place of its key', () => {
    const form = formWith('甲: 文字', '乙: 文字');
    const [, second] = successOf(blueprintOf(form)).fields.fields;
    const start = form.indexOf('乙');
    expect(second?.at).toEqual({ file: 'templates/表一/form.yaml', start, end: start + 1 });
  });

  test('unit, print and sum are handed down through groups and lists, and a field may say otherwise', () => {
    const [outer, total] = fieldsOf(
      '款:',
      '  类型: 列表',
      '  单位: 万元',
      '  印: { 小数: 2 }',
      '  字段:',
      '    甲: 金额',
      '    乙: { 类型: 金额, 单位: 元, 印: { 分组: 是 } }',
      '合: { 类型: 组, 单位: 万元, 求和: 款, 字段: { 甲: 金额 } }',
    );
    expect(bare(outer)).toMatchObject({
      kind: 'list',
      item: {
        kind: 'group',
        name: '',
        fields: [
          { name: '甲', unit: '万元', print: { decimals: 2, group: false } },
          { name: '乙', unit: '元', print: { decimals: 0, group: true } },
        ],
      },
    });
    expect(bare(total)).toMatchObject({
      fields: [{ name: '甲', unit: '万元', sumOf: [[{ name: '款' }, { name: '甲' }]] }],
    });
  });

  test('a list holds groups of 字段 or single values of 每项, and prints nothing or one row when empty', () => {
    const [groups, values] = fieldsOf(
      '甲: { 类型: 列表, 空时: 印一空行, 字段: { 名: 文字 } }',
      '乙: { 类型: 列表, 每项: { 类型: 段落, 可空: 否 } }',
    );
    expect(bare(groups)).toMatchObject({ whenEmpty: 'row', item: { kind: 'group', fields: [{ name: '名' }] } });
    expect(bare(values)).toMatchObject({
      whenEmpty: 'nothing',
      item: { kind: 'prose', name: '', mayBeBlank: false },
    });
  });

  test('indicators have a taxonomy and columns', () => {
    const [tree] = fieldsOf('甲: { 类型: 指标, 体系: 甲类, 列: { 三级: 文字, 目标: 指标值 } }');
    if (tree?.kind !== 'tree') throw new Error('no tree');
    expect(tree.taxonomy.name).toBe('甲类');
    expect([...tree.taxonomy.levels.keys()]).toEqual(['产出', '效益', '满意']);
    expect(tree.row.fields.map(({ name, kind }) => [name, kind])).toEqual([
      ['三级', 'text'],
      ['目标', 'target'],
    ]);
  });
});

describe('the blueprint around its fields', () => {
  test('the first year is the one by which a record finds its edition', () => {
    const text = formWith('局: 文字', '年: 年份', '又年: 年份');
    expect(successOf(blueprintOf(text)).yearField).toBe('年');
    expect(successOf(blueprintOf(formWith('局: 文字'))).yearField).toBeNull();
  });

  test('版本, 适用年度 and 署名 are read, one year without brackets', () => {
    const form = `版本: 2024-1\n适用年度: 2024\n署名: 局\n${formWith('局: 文字')}`;
    expect(successOf(blueprintOf(form))).toMatchObject({ id: '表一', edition: '2024-1', years: [2024], author: '局' });
    expect(successOf(blueprintOf(formWith('局: 文字')))).toMatchObject({ edition: '', years: null, author: null });
  });

  test('names that mean something to JavaScript are fields like others', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const fields = fieldsOf(...names.map((name) => `${name}: 文字`));
    expect(fields.map(({ name }) => name)).toEqual(names);
  });
});
