import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../../src/record/json-schema/index.ts';
import { schemaOf } from './json-schema-support.ts';

/** The schema of one field of a form. */
const fieldOf = (field: string): JsonSchema | undefined => {
  const name = field.slice(0, field.indexOf(':'));
  return schemaOf(`表: 表一\n字段:\n  ${field}\n`).properties?.[name];
};

/** A rule with a message: what meets the condition is wrong. */
const refused = (condition: JsonSchema, instead: string, errorMessage: string): JsonSchema => ({
  if: { not: condition },
  else: { type: instead, errorMessage },
});

const accept = { $ref: '#/definitions/accept' };

describe('a field in the schema', () => {
  test('of text takes whatever the editor reads as one value', () => {
    expect(fieldOf('名称: { 类型: 文字, 必填: 是, 例: 某局, 说明: 全称 }')).toEqual({
      title: '名称',
      description: '文字；可留空；全称；例：某局。',
      anyOf: [{ title: '名称', examples: ['某局'] }],
      allOf: [
        refused(
          { type: ['object', 'array'] },
          'number',
          '“名称”应是一段文字，写在冒号后面；有几段就写“|”，下面每行一段。',
        ),
      ],
    });
  });

  test('that must not be blank refuses nothing after the colon and empty quotes', () => {
    expect(fieldOf('名称: { 类型: 段落, 必填: 是, 可空: 否 }')).toEqual({
      title: '名称',
      description: '一段或几段文字；必填。',
      anyOf: [{ title: '名称', pattern: '\\S', patternErrorMessage: '“名称”不能空着。' }],
      allOf: [
        refused(
          { type: ['object', 'array'] },
          'number',
          '“名称”应是一段文字，写在冒号后面；有几段就写“|”，下面每行一段。',
        ),
        refused({ type: 'null' }, 'number', '“名称”不能空着。'),
      ],
    });
  });

  test('of an amount has its unit, and refuses units, wrong commas and numbers below zero', () => {
    const message = '“金额”应是数字（万元），只写数字，例如 840。';
    expect(fieldOf('金额: { 类型: 金额, 单位: 万元, 例: "840" }')).toEqual({
      title: '金额',
      description: '金额（万元）；可不写；例：840。',
      anyOf: [
        {
          title: '金额',
          pattern: '^\\s*$|^(?:0|[1-9]\\d*|[1-9]\\d{0,2}(?:,\\d{3})+)(?:\\.\\d+)?$',
          patternErrorMessage: message,
          examples: [840],
        },
      ],
      allOf: [
        refused({ type: ['object', 'array', 'boolean'] }, 'number', message),
        refused({ type: 'number', exclusiveMaximum: 0 }, 'string', '“金额”不能是负数。'),
      ],
    });
    expect(fieldOf('金额: { 类型: 金额, 可负: 是 }')?.allOf).toEqual([
      refused({ type: ['object', 'array', 'boolean'] }, 'number', '“金额”应是数字，只写数字，例如 81.5。'),
    ]);
  });

  test('of an amount keeps zeros and commas of an example as they are typed', () => {
    expect(fieldOf('金额: { 类型: 金额, 例: "1219.80" }')?.anyOf?.[0]?.examples).toEqual(['1219.80']);
    expect(fieldOf('金额: { 类型: 金额, 例: "3,109.75" }')?.anyOf?.[0]?.examples).toEqual(['3,109.75']);
  });

  test('of a count takes whole numbers from zero on', () => {
    const message = '“人数”应是不小于 0 的整数，只写数字，例如 43。';
    expect(fieldOf('人数: { 类型: 个数, 可空: 否 }')).toEqual({
      title: '人数',
      description: '个数；可不写。',
      anyOf: [{ title: '人数', pattern: '^\\d+$', patternErrorMessage: message }],
      allOf: [
        refused({ type: ['object', 'array', 'boolean'] }, 'number', message),
        refused({ type: 'null' }, 'number', '“人数”不能空着。'),
        refused({ type: 'number', not: { type: 'integer', minimum: 0 } }, 'string', message),
      ],
    });
  });

  test('of a year takes four digits; in a form for certain years only these, and only in the field that tells the year', () => {
    const fields = '字段:\n  年度: { 类型: 年份 }\n  前年: { 类型: 年份 }\n';
    expect(schemaOf(`表: 表一\n${fields}`).properties?.年度).toEqual({
      title: '年度',
      description: '四位年份；可不写。',
      anyOf: [
        {
          title: '年度',
          pattern: '^\\s*$|^(?:19|20|21)\\d{2}$',
          patternErrorMessage: '“年度”应是四位年份，例如 2024。',
        },
      ],
      allOf: [
        refused({ type: ['object', 'array', 'boolean'] }, 'number', '“年度”应是四位年份，例如 2024。'),
        refused(
          { type: 'number', not: { type: 'integer', minimum: 1900, maximum: 2199 } },
          'string',
          '“年度”应是四位年份，例如 2024。',
        ),
      ],
    });
    const served = schemaOf(`表: 表一\n版本: '3'\n适用年度: [2024, 2025]\n${fields}`);
    expect(served.description).toBe('一份“表一”的数据（版本 3，适用 2024、2025 年）。');
    expect(served.properties?.年度).toMatchObject({
      anyOf: [{ pattern: '^\\s*$|^(?:2024|2025)$', patternErrorMessage: '“年度”应是这张表适用的年度：2024、2025。' }],
      allOf: [
        {},
        refused({ type: 'number', not: { enum: [2024, 2025] } }, 'string', '“年度”应是这张表适用的年度：2024、2025。'),
      ],
    });
    expect(served.properties?.前年).toMatchObject({ anyOf: [{ pattern: '^\\s*$|^(?:19|20|21)\\d{2}$' }] });
  });

  test('that is a group has its members, a rule for each that must be there, and writes all of them at once', () => {
    const group = fieldOf(
      '收支: { 类型: 组, 必填: 是, 字段: { 收入: { 类型: 金额, 必填: 是 }, 支出: { 类型: 组, 字段: { 基本: 金额 } }, 清单: { 类型: 列表, 每项: 文字 } } }',
    );
    expect(group).toMatchObject({
      title: '收支',
      description: '一组；必填。',
      type: 'object',
      additionalProperties: false,
      errorMessage: '“收支”里写“名称: 内容”，可以写的有：收入、支出、清单。',
      allOf: [{ required: ['收入'], errorMessage: '缺“收入”：加上“收入:”。' }],
      defaultSnippets: [
        { label: '收支：各项一起写', description: '一组；必填。', body: { 收入: '$1', 支出: { 基本: '$2' } } },
      ],
    });
    expect(Object.keys(group?.properties ?? {})).toEqual(['收入', '支出', '清单', '接受']);
    expect(group?.properties?.接受).toEqual(accept);
    expect(group?.properties?.支出).toMatchObject({ description: '一组；可不写。' });
    // Draft-07 wants at least one rule where there are rules.
    expect(group?.properties?.支出).not.toHaveProperty('allOf');
  });

  test('that is a list has items with a name of their own', () => {
    expect(fieldOf('目标: { 类型: 列表, 每项: { 类型: 文字, 例: 甲 } }')).toEqual({
      title: '目标',
      description: '一列；可不写。',
      items: {
        title: '目标的一项',
        description: '文字；例：甲。',
        anyOf: [{ title: '目标的一项', examples: ['甲'] }],
        allOf: [
          refused(
            { type: ['object', 'array'] },
            'number',
            '“目标的一项”应是一段文字，写在冒号后面；有几段就写“|”，下面每行一段。',
          ),
        ],
      },
      allOf: [
        refused(
          { type: ['string', 'number', 'boolean', 'object'], pattern: '\\S' },
          'array',
          '“目标”是一列：下面每项另起一行，以“- ”开头。',
        ),
      ],
    });
    const strict = fieldOf('任务: { 类型: 列表, 可空: 否, 字段: { 名称: 文字, 资金: 金额 } }');
    expect(strict?.allOf).toEqual([
      refused(
        { type: ['string', 'number', 'boolean', 'object', 'null'] },
        'array',
        '“任务”是一列：下面每项另起一行，以“- ”开头。',
      ),
      refused({ type: 'array', maxItems: 0 }, 'object', '“任务”至少写一项。'),
    ]);
    expect(strict?.items?.defaultSnippets).toEqual([
      { label: '任务的一项：各项一起写', description: '一组。', body: { 名称: '$1', 资金: '$2' } },
    ]);
  });

  test('that is a tree has the names of its taxonomy and their aliases, with rows where rows may stand', () => {
    const form = schemaOf(
      '表: 表一\n字段:\n  指标: { 类型: 指标, 必填: 是, 可空: 否, 体系: 甲类, 列: { 名: { 类型: 文字, 必填: 是 }, 目标: 指标值 } }\n',
    );
    const rows = { items: { $ref: '#/definitions/row1' } };
    const rowsOnly = (title: string, description: string): JsonSchema => ({
      title,
      description,
      ...rows,
      allOf: [
        refused(
          { type: ['string', 'number', 'boolean', 'object'], pattern: '\\S' },
          'array',
          `“${title}”下面每条另起一行，以“- ”开头；一条也没有就写 []。`,
        ),
      ],
    });
    const tree = form.properties?.指标;
    expect(tree).toMatchObject({
      title: '指标',
      description: '分级指标；必填。',
      additionalProperties: false,
      errorMessage: '这里可以写的名称：产出、效益、满意、产值。',
      allOf: [
        refused(
          { type: ['string', 'number', 'boolean', 'array', 'null'] },
          'object',
          '“指标”下面缩进写各个一级名称，例如“产出:”。',
        ),
      ],
    });
    expect(Object.keys(tree?.properties ?? {})).toEqual(['产出', '效益', '满意', '产值', '接受']);
    expect(tree?.properties?.效益).toEqual({
      title: '效益',
      description: '“指标”的名目。',
      properties: {
        社会: rowsOnly('社会', '“指标”的名目。'),
        生态: rowsOnly('生态', '“指标”的名目。'),
        环境: rowsOnly('环境', '“生态”的另一种叫法。'),
        接受: accept,
      },
      additionalProperties: false,
      errorMessage: '这里可以写的名称：社会、生态、环境。',
      ...rows,
      allOf: [
        refused(
          { type: ['string', 'number', 'boolean'], pattern: '\\S' },
          'object',
          '“效益”下面缩进写各个二级名称，例如“社会:”；也可以直接一条一条写，以“- ”开头。',
        ),
      ],
    });
    expect(tree?.properties?.满意).toEqual(rowsOnly('满意', '“指标”的名目。'));
    expect(tree?.properties?.产值?.description).toBe('“产出”的另一种叫法。');
    expect(form.definitions?.row1).toMatchObject({
      title: '指标的一条',
      description: '一条指标，各栏都写出来。',
      additionalProperties: false,
      allOf: [{ required: ['名'], errorMessage: '缺“名”：加上“名:”。' }],
      defaultSnippets: [
        { label: '指标的一条：各项一起写', description: '一条指标，各栏都写出来。', body: { 名: '$1', 目标: '$2' } },
      ],
    });
  });

  test('that is a tree which may be left blank takes nothing after its colon', () => {
    expect(fieldOf('指标: { 类型: 指标, 体系: 乙类, 列: { 名: 文字 } }')?.allOf?.[0]).toMatchObject({
      if: { not: { type: ['string', 'number', 'boolean', 'array'], pattern: '\\S' } },
    });
  });

  test.each([
    ['"职能1: 社会救助"', "'职能1: 社会救助'"],
    ['"#3"', "'#3'"],
    ['"- 甲"', "'- 甲'"],
    ['"\'甲\'"', "'''甲'''"],
    ['"甲 #乙"', "'甲 #乙'"],
    ['"甲:"', "'甲:'"],
    ['"8:30"', '8:30'],
    ['"-5"', '-5'],
    ['|\n      一\n      二', '一 二'],
  ])('says the example %s as it is to be typed', (example, typed) => {
    expect(fieldOf(`名称:\n    类型: 文字\n    例: ${example}`)?.description).toBe(`文字；可不写；例：${typed}。`);
  });
});
