import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { andThen } from '../../../src/base/index.ts';
import { readRecord } from '../../../src/record/index.ts';
import { formSchema } from '../../../src/record/json-schema/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { judge } from '../../support/judge-json.ts';
import { commons, openedShelf, repository, successOf, worldOf } from '../blueprint/support.ts';
import { schemaOf } from './json-schema-support.ts';

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
