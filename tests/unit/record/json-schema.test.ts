import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { andThen, codes } from '../../../src/base/index.ts';
import { readRecord } from '../../../src/record/index.ts';
import { anyFormSchema, formSchema, type JsonSchema } from '../../../src/record/json-schema/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { judge } from '../../support/judge-json.ts';
import { blueprintOf, commons, openedShelf, repository, successOf, worldOf } from '../blueprint/support.ts';

const schemaOf = (form: string): JsonSchema => formSchema(successOf(blueprintOf(form)));

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

describe('the schema of a record', () => {
  const form = schemaOf('表: 表一\n字段:\n  甲: { 类型: 文字, 必填: 是 }\n  乙: 文字\n');

  test('is draft-07, names its form, and has the reserved keys beside the fields', () => {
    expect(form.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(form).toMatchObject({
      title: '表一',
      description: '一份“表一”的数据。',
      type: 'object',
      additionalProperties: false,
      errorMessage: '这张表里写“名称: 内容”，可以写的有：甲、乙。',
      allOf: [
        { required: ['表'], errorMessage: '缺“表”：第一行写“表: 表一”。' },
        { required: ['甲'], errorMessage: '缺“甲”：加上“甲:”。' },
      ],
    });
    expect(form.defaultSnippets).toBeUndefined();
    expect(Object.keys(form.properties ?? {})).toEqual(['表', '甲', '乙', '接受', '排版']);
    expect(form.properties?.表).toEqual({
      title: '表',
      description: '填的是哪张表：表一。',
      enum: ['表一'],
      errorMessage: '“表”后面写表的名称：表一。',
    });
  });

  const acceptTold = '“接受”下面一行一个编号，后面写原因，例如“V5: 上级文件规定按个数”。';

  test('has 接受 with the codes of the rules, what they mean, and a reason each', () => {
    const schema = form.definitions?.accept;
    expect(schema).toMatchObject({
      title: '接受',
      description:
        '检查出来的提醒，看过了、就是这样：一行一个编号，后面写原因，例如“V5: 上级文件规定按个数”；只管一项就写“名称 V5”。原因不会印出来，用 check --verbose 看得到。',
      type: 'object',
      additionalProperties: false,
      errorMessage: acceptTold,
    });
    expect(schema?.properties?.V5).toEqual({
      title: 'V5',
      description: `${codes.V5}。`,
      anyOf: [{ $ref: '#/definitions/reason' }],
    });
    expect(schema?.properties).not.toHaveProperty('R002');
  });

  test.each([
    ['{ V5: 文件规定 }', []],
    ['{ 甲 V5: 文件规定, X2: 3 }', []],
    ['{ V5: }', ['写上原因。']],
    ['{ V5: " " }', ['写上原因。']],
    ['{ 甲 V5: }', ['写上原因。']],
    ['{ V5: [甲] }', ['写上原因。']],
    ['{ V5: { 甲: 乙 } }', ['写上原因。']],
    ['{ V99: 文件规定 }', [acceptTold]],
    ['{ R002: 文件规定 }', [acceptTold]],
    ['{ 甲: 文件规定 }', [acceptTold]],
    ['{}', [acceptTold]],
    ['', [acceptTold]],
    ['V5', [acceptTold]],
  ])('judges 接受: %s as reading does', (written, said) => {
    const text = `表: 表一\n甲: 1\n接受: ${written}\n`;
    expect(judge(form, parse(text))).toEqual(said);
    expect(accepts('表: 表一\n字段:\n  甲: { 类型: 文字, 必填: 是 }\n', text)).toBe(said.length === 0);
  });

  const layoutTold = '“排版”写成“排版: { fit: 2页 }”。';
  const fitTold = '“fit”应是 1 到 99 页，例如 2页。';
  test.each([
    [{ fit: '2页' }, []],
    [{ fit: '2 页' }, []],
    [{ fit: '99' }, []],
    [{ fit: 1 }, []],
    [{ fit: 99 }, []],
    [{ fit: null }, []],
    [{ fit: ' ' }, []],
    [null, []],
    ['', []],
    [{ fit: 0 }, [fitTold]],
    [{ fit: 100 }, [fitTold]],
    [{ fit: 1.5 }, [fitTold]],
    [{ fit: '0页' }, [fitTold]],
    [{ fit: '100页' }, [fitTold]],
    [{ fit: '2页半' }, [fitTold]],
    [{ fit: '约2页' }, [fitTold]],
    [{ fit: true }, [fitTold]],
    [{ fit: [2] }, [fitTold]],
    [{ fit: {} }, [fitTold]],
    [{ 页: 2 }, [layoutTold]],
    ['2页', [layoutTold]],
    [2, [layoutTold]],
    [true, [layoutTold]],
    [[2], [layoutTold]],
  ])('judges 排版: %j as reading does', (layout, said) => {
    expect(judge(form, { 表: '表一', 甲: 1, 排版: layout })).toEqual(said);
    const text = `表: 表一\n甲: 1\n排版: ${JSON.stringify(layout)}\n`.replace('null', '');
    expect(accepts('表: 表一\n字段:\n  甲: { 类型: 文字, 必填: 是 }\n', text)).toBe(said.length === 0);
  });

  test('explains 排版', () => {
    expect(form.properties?.排版).toMatchObject({
      title: '排版',
      description: '只管这一份怎么排，例如“排版: { fit: 2页 }”：缩小文字和格子里的空，排成至多 2 页。',
      properties: {
        fit: {
          title: 'fit',
          description: '至多排成几页，例如 2页。',
          anyOf: [{ title: 'fit', examples: ['2页'] }],
        },
      },
    });
  });
});

describe('the schema of any form', () => {
  const one = successOf(blueprintOf('表: 表一\n字段:\n  甲: { 类型: 文字, 必填: 是 }\n'));
  const other = { ...successOf(blueprintOf('表: 表一\n字段:\n  乙: { 类型: 年份, 必填: 是 }\n')), id: '表二' };
  const schema = anyFormSchema([one, other]);

  test.each([
    [{ 表: '表一', 甲: '子' }, []],
    [{ 表: '表二', 乙: 2024 }, []],
    [{ 表: '表二', 甲: '子' }, ['这张表里写“名称: 内容”，可以写的有：乙。', '缺“乙”：加上“乙:”。']],
    [{ 表: '表三', 甲: '子' }, ['“表”后面写表的名称：表一、表二。']],
    [{ 甲: '子' }, ['缺“表”：第一行写“表: 表的名称”。']],
    [[], ['一行一项写“名称: 内容”，第一行写“表: 表的名称”。']],
  ])('chooses by 表: %j', (record, said) => {
    expect(judge(schema, record)).toEqual(said);
  });

  test('is titled, and keeps the rows of each form apart', () => {
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: '表里的数据',
      description: '一个部门一年的一份表。',
      type: 'object',
    });
    const tree = (column: string) =>
      successOf(
        blueprintOf(
          `表: 表一\n字段:\n  指标: { 类型: 指标, 体系: 乙类, 列: { ${column}: { 类型: 文字, 必填: 是 } } }\n`,
        ),
      );
    const both = anyFormSchema([tree('子'), { ...tree('丑'), id: '表二' }]);
    expect(judge(both, { 表: '表一', 指标: { 成本: { 经济: [{ 子: 1 }] } } })).toEqual([]);
    expect(judge(both, { 表: '表二', 指标: { 成本: { 经济: [{ 丑: 1 }] } } })).toEqual([]);
    expect(judge(both, { 表: '表二', 指标: { 成本: { 经济: [{ 子: 1 }] } } })).not.toEqual([]);
  });
});

/** Whether reading finds nothing wrong with a record of a form. */
function accepts(form: string, record: string): boolean {
  const shelf = openedShelf(worldOf({ ...commons, 'templates/表一/form.yaml': form }));
  return andThen(parseSource('a.yaml', record), (source) => readRecord(source, shelf)).ok;
}

describe('editor and check agree', () => {
  const form = `表: 表一
字段:
  年: { 类型: 年份, 必填: 是, 可空: 否 }
  名: { 类型: 文字, 可空: 否 }
  数: { 类型: 个数, 可空: 否 }
  钱: { 类型: 组, 字段: { 正: { 类型: 金额, 必填: 是, 可空: 否 }, 负: { 类型: 金额, 可负: 是 } } }
  事: { 类型: 列表, 可空: 否, 字段: { 题: { 类型: 文字, 必填: 是 }, 文: 段落 } }
  话: { 类型: 列表, 每项: 文字 }
  指标: { 类型: 指标, 体系: 甲类, 列: { 名: { 类型: 文字, 必填: 是 }, 目标: 指标值 } }
`;
  const schema = schemaOf(form);
  /** Right and wrong values for each key; each may stand under every other too. */
  const values: Readonly<Record<string, readonly string[]>> = {
    年: ['2024', '1900', '2199', '1899', '2200', '24', '""', '二〇二四'],
    名: ['甲', '5', '是', '', 'true', '[甲]'],
    数: ['0', '43', '-5', '5.5', '四'],
    钱: [
      '{ 正: "1,219.80" }',
      '{ 正: 1 }',
      '{ 正: 1.5, 负: -1 }',
      '{ 正: , 负: 1 }',
      '{ 正: "1,2,3" }',
      '{ 负: 3 }',
      '{ 正: 840万 }',
    ],
    事: ['[{ 题: 甲 }]', '[{ 题: , 文: 乙 }]', '[{ 文: 乙 }]', '[{ 题: 甲, 别: 乙 }]', '[[]]', '[{}]', '[]', '{}'],
    话: ['[甲, 乙]', '[]', '', '[[]]', '甲'],
    指标: [
      '{ 产出: { 数量: [{ 名: 甲 }] } }',
      '{ 产值: [{ 名: }] }',
      '{ 满意: , 效益: { 环境: [{ 名: 甲, 目标: 1 }] } }',
      '{}',
      '""',
      '{ 产出: { 社会: [] } }',
      '{ 效益: { 环境: [{ 目标: 1 }] } }',
      '{ 满意: { 数量: [] } }',
      '{ 成本: [] }',
      '{ 产出: 5 }',
      '{ 满意: 5 }',
    ],
    另: ['甲'],
  };
  const own = (key: string) => fc.constantFrom(...(values[key] ?? []));
  const anyValue = fc.constantFrom(...Object.values(values).flat());
  const line = (key: string) =>
    fc.oneof({ weight: 4, arbitrary: own(key) }, anyValue).map((value) => `${key}: ${value}`);
  const records = fc
    .subarray(Object.keys(values), { minLength: 1, maxLength: 2 })
    .chain((keys) => fc.tuple(...keys.map(line)))
    .map((lines) => ['表: 表一', ...(lines.some((one) => one.startsWith('年:')) ? [] : ['年: 2024']), ...lines]);

  test('on random records', () => {
    const shelf = openedShelf(worldOf({ ...commons, 'templates/表一/form.yaml': form }));
    let sound = 0;
    const property = fc.property(records, (lines) => {
      const text = `${lines.join('\n')}\n`;
      const read = andThen(parseSource('a.yaml', text), (source) => readRecord(source, shelf));
      const said = judge(schema, parse(text));
      if (read.ok) sound += 1;
      expect({ text, sound: said.length === 0 }).toEqual({ text, sound: read.ok });
      expect(said).not.toContain('没有说明');
    });
    fc.assert(property, { seed: 4, numRuns: 500 });
    expect(sound).toBeGreaterThan(100);
  });

  test('on the real records', () => {
    const shelf = openedShelf(repository);
    const files = readdirSync('data', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const file of files) {
      const text = readFileSync(`data/${file}`, 'utf8');
      const { blueprint } = successOf(andThen(parseSource(file, text), (source) => readRecord(source, shelf)));
      expect({ file, said: judge(formSchema(blueprint), parse(text)) }).toEqual({ file, said: [] });
    }
  });
});
