import { describe, expect, test } from 'vitest';
import type { Blueprint, SummaryColumn } from '../../../src/blueprint/index.ts';
import { sampleRecord } from '../../../src/record/index.ts';
import {
  contentsContent,
  firstPages,
  type Member,
  memberOf,
  outlineOf,
  summaryContent,
  summaryTables,
} from '../../../src/volume/index.ts';
import { blueprintOf, successOf } from '../blueprint/support.ts';

const blueprint = (summary = '', fields = '  名称: 文字\n  拨款: { 类型: 金额, 单位: 万元 }\n'): Blueprint =>
  successOf(blueprintOf(`表: 表一\n字段:\n${fields}${summary === '' ? '' : `汇总:\n${summary}`}`));
const form = blueprint('  单位: 名称\n  拨款: 拨款\n  页数: { 册: 页数 }\n  起页: { 册: 起页 }\n');

const member = (name: string, values: readonly string[] = [], detail = ''): Member => ({
  file: `${name}.yaml`,
  name,
  detail,
  year: '',
  blueprint: form,
  values: [name, ...values, '', ''],
  pages: 3,
});

describe('first pages', () => {
  test('follow each other without a gap', () => {
    expect(firstPages([2, 1, 4], false)).toEqual([1, 3, 4]);
  });

  test('are odd where both sides are printed', () => {
    expect(firstPages([1, 2, 3, 4], true)).toEqual([1, 3, 5, 9]);
  });
});

test('forms of a department that nothing tells apart are counted in the contents', () => {
  const entries = [member('甲', [], '优'), member('乙', [], '优'), member('甲', [], '优'), member('甲', [], '良')];
  const listing = {
    title: '册',
    summary: '',
    leftOut: [],
    entries: entries.map((one) => ({ member: one, page: '', file: '' })),
  };
  expect(JSON.stringify(contentsContent(listing)).match(/表一[^"]*/gu)).toEqual([
    '表一（优，第 1 份）',
    '表一',
    '表一（优，第 2 份）',
    '表一（良）',
  ]);
});

describe('a summary table', () => {
  test('has the rows of its form, the pages that the volume knows, and sums of what is added up', () => {
    const [table] = summaryTables([member('甲', ['1.5']), member('乙', ['2'])], [5, 8]);
    expect(table?.rows).toEqual([
      ['甲', '1.5', '3', '5'],
      ['乙', '2', '3', '8'],
    ]);
    expect(table?.totals).toEqual(['', '3.5', '6', '']);
  });

  test('is one for each form, in the order in which forms occur', () => {
    const other = { ...form, id: '表二' };
    const tables = summaryTables(
      [{ ...member('甲'), blueprint: other }, member('乙'), { ...member('丙'), blueprint: other }],
      [],
    );
    expect(tables.map((table) => [table.form, table.rows.length])).toEqual([
      ['表二', 2],
      ['表一', 1],
    ]);
  });

  test('knows the years that its records are about, each once', () => {
    const of = (name: string, year: string) => ({ ...member(name), year });
    const [table] = summaryTables([of('甲', '2025'), of('乙', '2024'), of('丙', '2025'), of('丁', '')], []);
    expect(table?.years).toEqual(['2024', '2025']);
  });

  test('tells editions of a form apart, and says none where there is one', () => {
    const newer = { ...form, edition: '2025' };
    const older = { ...form, edition: '2024' };
    const editions = (...all: Blueprint[]) =>
      summaryTables(
        all.map((one) => ({ ...member('甲'), blueprint: one })),
        [],
      ).map(({ edition }) => edition);
    expect(editions(older, newer)).toEqual(['2024', '2025']);
    expect(editions(older)).toEqual(['']);
  });

  test('prints all numbers of a column with as many decimals as the longest of them, grouped', () => {
    const content = JSON.stringify(
      summaryContent(summaryTables([member('甲', ['1234.5']), member('乙', ['2.125'])], []), ''),
    );
    expect(content).toContain('"数":"1,234.500"');
    expect(content).toContain('"数":"2.125"');
    expect(content).toContain('"数":"1,236.625"');
  });
});

describe('a form without 汇总', () => {
  const plain = (fields: string): Member => memberOf(sampleRecord(blueprint('', fields), 'full'), 2);
  const columns = (one: Member): readonly SummaryColumn[] => summaryTables([one], [])[0]?.columns ?? [];

  test('is named by its first text, and shows its name and its pages', () => {
    const one = plain('  年: 年份\n  名称: { 类型: 文字, 例: 某局 }\n');
    expect(one.name).toBe('某局');
    expect(columns(one).map(({ title }) => title)).toEqual(['部门', '页数']);
    expect(summaryTables([one], [])[0]?.rows).toEqual([['某局', '2']]);
  });

  test('is named by its file where it has no text', () => {
    const record = { ...sampleRecord(blueprint('', '  数: 个数\n'), 'full'), file: 'data/某镇/办公室.yaml' };
    expect(memberOf(record, 1).name).toBe('办公室');
  });
});

describe('the outline', () => {
  test('has each department once, with its forms below it where it has several', () => {
    const other = { ...form, id: '表二' };
    const outline = outlineOf([member('甲'), member('乙'), { ...member('甲'), blueprint: other }], [3, 6, 9]);
    expect(outline).toEqual([
      {
        title: '甲',
        page: 3,
        below: [
          { title: '表一', page: 3, below: [] },
          { title: '表二', page: 9, below: [] },
        ],
      },
      { title: '乙', page: 6, below: [] },
    ]);
  });

  test('tells forms of one name and department apart', () => {
    const outline = outlineOf([member('甲', [], '供水'), member('甲', [], '供电')], [3, 6]);
    expect(outline[0]?.below.map(({ title }) => title)).toEqual(['表一（供水）', '表一（供电）']);
  });
});
