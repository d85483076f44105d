import { expect, test } from 'vitest';
import { type SampleKind, type ScalarValue, sampleRecord, type Value } from '../../../src/record/index.ts';
import { commons, formWith, openedShelf, successOf, worldOf } from '../blueprint/support.ts';
import { texts } from './support.ts';

const form = formWith(
  '年度: { 类型: 年份, 必填: 是, 可空: 否, 例: "2025" }',
  '届: { 类型: 年份, 必填: 是, 可空: 否 }',
  '部门名称: { 类型: 文字, 必填: 是, 可空: 否, 例: 某局 }',
  '联系人: { 类型: 文字, 必填: 是, 可空: 否 }',
  '人数: { 类型: 个数, 必填: 是 }',
  '支出:',
  '  类型: 组',
  '  必填: 是',
  '  单位: 万元',
  '  字段:',
  '    甲: { 类型: 金额, 例: "3.5" }',
  '    乙: 金额',
  '    合计: { 类型: 金额, 求和: [支出.甲, 支出.乙] }',
  '说明: 段落',
  '任务: { 类型: 列表, 字段: { 名称: { 类型: 文字, 必填: 是 }, 备注: 文字 } }',
  '指标: { 类型: 指标, 体系: 甲类, 列: { 名称: { 类型: 文字, 必填: 是 }, 年值: 指标值 } }',
);

const world = worldOf({ ...commons, 'templates/表一/form.yaml': form });
const at = { file: '', start: 0, end: 0 };
const blueprint = successOf(openedShelf(world).find('表一', () => null, at));
const sample = (kind: SampleKind) => sampleRecord(blueprint, kind);

test('the least record has what must be there, and no more in it than must', () => {
  expect(texts(sample('least').root)).toEqual({
    年度: '2025',
    届: '2024',
    部门名称: '某局',
    联系人: '联系人',
    人数: '',
    支出: { 甲: '', 乙: '', 合计: '' },
    说明: '',
    任务: [],
    指标: [],
  });
});

test('the blank record has everything, and nothing in it that may be blank', () => {
  expect(texts(sample('blank').root)).toEqual({
    年度: '2025',
    届: '2024',
    部门名称: '某局',
    联系人: '联系人',
    人数: '',
    支出: { 甲: '', 乙: '', 合计: '' },
    说明: '',
    任务: [],
    指标: [['', { 名称: '', 年值: '' }]],
  });
});

test('the full record has two items in each list and a row under each name; what may be summed is written, too', () => {
  const row = { 名称: '名称', 年值: '1' };
  expect(texts(sample('full').root)).toEqual({
    年度: '2025',
    届: '2024',
    部门名称: '某局',
    联系人: '联系人',
    人数: '1',
    支出: { 甲: '1', 乙: '1', 合计: '1' },
    说明: '说明',
    任务: [
      { 名称: '名称', 备注: '备注' },
      { 名称: '名称', 备注: '备注' },
    ],
    指标: [
      ['产出', ['数量', row], ['质量', row]],
      ['效益', ['社会', row], ['生态', row]],
      ['满意', row],
    ],
  });
});

test('nobody wrote it: it has no text, accepts nothing and asks for no pages', () => {
  const { text, acceptances, layout, found, file, at: place } = sample('full');
  expect({ text, acceptances, layout, found }).toEqual({ text: '', acceptances: [], layout: { fit: null }, found: [] });
  expect(file).toBe('templates/表一/form.yaml');
  expect(place).toEqual({ file, start: 0, end: 0 });
});

test('every value has its place at its field in form.yaml', () => {
  const scalars = (value: Value): readonly ScalarValue[] => {
    if (value.kind === 'scalar') return [value];
    if (value.kind === 'group') return [...value.members.values()].flatMap(scalars);
    if (value.kind === 'list') return value.items.flatMap(scalars);
    return value.nodes.flatMap(({ below, rows }) => [...below.flatMap((node) => node.rows), ...rows].flatMap(scalars));
  };
  for (const { field, origin } of scalars(sample('full').root))
    expect(form.slice(origin.span.start, origin.span.end)).toContain(form.slice(field.at.start, field.at.end));
});
