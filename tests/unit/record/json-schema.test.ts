import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { codes } from '../../../src/base/index.ts';
import { anyFormSchema } from '../../../src/record/json-schema/index.ts';
import { judge } from '../../support/judge-json.ts';
import { blueprintOf, successOf } from '../blueprint/support.ts';
import { accepts, schemaOf } from './json-schema-support.ts';

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
