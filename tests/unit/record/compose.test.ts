import { expect, test } from 'vitest';
import { type CheckedRecord, type Content, composeRecord } from '../../../src/record/index.ts';
import { successOf } from '../blueprint/support.ts';
import { recordOf, texts } from './support.ts';

const form = `表: 表一
字段:
  册名: 文字
  合计: { 类型: 金额, 单位: 万元, 印: { 小数: 2, 分组: 是 } }
  各家: { 类型: 列表, 空时: 印一空行, 字段: { 名称: 文字, 页: 个数 } }
  汇总: { 类型: 组, 字段: { 说明: 文字 } }
`;

const { blueprint } = successOf(recordOf(form, '表: 表一'));
const composed = (content: { readonly [name: string]: Content }): CheckedRecord => composeRecord(blueprint, content);

test('texts, lists and groups fill the fields of their names, printed as their fields say', () => {
  const content = {
    册名: '汇编',
    合计: '1234.5',
    各家: [
      { 名称: '甲局', 页: '3' },
      { 名称: '乙局', 页: '' },
    ],
    汇总: { 说明: '一' },
  };
  expect(texts(composed(content).root)).toEqual({
    册名: '汇编',
    合计: '1,234.50',
    各家: [
      { 名称: '甲局', 页: '3' },
      { 名称: '乙局', 页: '' },
    ],
    汇总: { 说明: '一' },
  });
});

test('what is empty is blank, what is left out too, and an empty list prints its empty row', () => {
  const { root } = composed({ 册名: '', 各家: [] });
  expect(texts(root)).toEqual({ 册名: '', 合计: '', 各家: [{ 名称: '', 页: '' }], 汇总: { 说明: '' } });
  const name = root.members.get('册名');
  expect(name?.kind === 'scalar' && name.origin.kind).toBe('blank');
  expect(texts(composed({}).root)).toMatchObject({ 各家: [] });
});

test('what the form has no field for is left out', () => {
  expect(texts(composed({ 册名: '汇编', 别的: { 多: ['余'] } }).root)).toMatchObject({ 册名: '汇编' });
});

test('every value is typed in the form itself, with nothing to accept and no layout of its own', () => {
  const record = composed({ 册名: '汇编' });
  const at = { file: 'templates/表一/form.yaml', start: 0, end: 0 };
  expect(record).toMatchObject({
    file: at.file,
    text: '',
    at,
    blueprint,
    layout: { fit: null },
    acceptances: [],
    found: [],
  });
  const name = record.root.members.get('册名');
  expect(name?.kind === 'scalar' && name.origin).toEqual({ kind: 'value', path: ['册名'], span: at });
});
