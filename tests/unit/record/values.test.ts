import { describe, expect, test } from 'vitest';
import type { GroupValue, Value } from '../../../src/record/index.ts';
import { formWith, successOf } from '../blueprint/support.ts';
import { FILE, recordOf, texts } from './support.ts';

const rootOf = (form: string, record: string): GroupValue => successOf(recordOf(form, record)).root;

/** The value under names and numbers. */
function valueAt(root: Value, ...path: readonly (string | number)[]): Value {
  return path.reduce<Value>((value, part) => {
    const below =
      value.kind === 'group'
        ? value.members.get(String(part))
        : value.kind === 'list'
          ? value.items[Number(part)]
          : null;
    if (!below) throw new Error(`nothing at ${part}`);
    return below;
  }, root);
}

const originOf = (value: Value) => (value.kind === 'scalar' ? value.origin : null);

describe('where values come from', () => {
  const form = formWith(
    '甲: 文字',
    '乙: { 类型: 列表, 空时: 印一空行, 字段: { 丙: 文字 } }',
    '丁: { 类型: 组, 字段: { 戊: 文字 } }',
  );

  test('a value has its own characters, quotes included', () => {
    const record = '表: 表一\n甲: "一\\\\二"\n';
    expect(valueAt(rootOf(form, record), '甲')).toMatchObject({ text: '一\\二' });
    expect(originOf(valueAt(rootOf(form, record), '甲'))).toEqual({
      kind: 'value',
      path: ['甲'],
      span: { file: FILE, start: 9, end: 15 },
    });
  });

  test('a blank stands right after its colon, one that is left out where the group above is named', () => {
    const record = '表: 表一\n甲:\n乙:\n  - { 丙: }\n  - {}\n';
    const root = rootOf(form, record);
    expect(originOf(valueAt(root, '甲'))).toEqual({
      kind: 'blank',
      path: ['甲'],
      span: { file: FILE, start: 8, end: 8 },
    });
    expect(originOf(valueAt(root, '乙', 0, '丙'))).toMatchObject({ kind: 'blank', path: ['乙', 0, '丙'] });
    const item = record.indexOf('{}');
    expect(originOf(valueAt(root, '乙', 1, '丙'))).toMatchObject({
      kind: 'blank',
      span: { start: item, end: item + 1 },
    });
    expect(originOf(valueAt(root, '丁', '戊'))).toMatchObject({
      kind: 'blank',
      path: ['丁', '戊'],
      span: { start: 3, end: 5 },
    });
  });

  test('a group says whether the author gave it', () => {
    const given = (record: string): unknown => {
      const group = valueAt(rootOf(form, record), '丁');
      return group.kind === 'group' && group.given;
    };
    expect(given('表: 表一\n丁: { 戊: }\n')).toBe(true);
    expect(given('表: 表一\n')).toBe(false);
  });

  test('a list without items has one empty row where the form says so', () => {
    expect(texts(rootOf(form, '表: 表一\n乙: []\n'))).toMatchObject({ 乙: [{ 丙: '' }] });
    const silent = formWith('乙: { 类型: 列表, 字段: { 丙: 文字 } }');
    expect(texts(rootOf(silent, '表: 表一\n乙: []\n'))).toEqual({ 乙: [] });
    expect(texts(rootOf(silent, '表: 表一\n乙:\n'))).toEqual({ 乙: [] });
    expect(texts(rootOf(silent, '表: 表一\n'))).toEqual({ 乙: [] });
  });

  test('names of a taxonomy are keys with their places', () => {
    const tree = formWith('指: { 类型: 指标, 体系: 甲类, 列: { 名: 文字 } }');
    const value = valueAt(rootOf(tree, '表: 表一\n指:\n  产出: { 数量: [] }\n'), '指');
    const [node] = value.kind === 'tree' ? value.nodes : [];
    expect(node).toMatchObject({ origin: { kind: 'key', path: ['指', '产出'], span: { start: 11, end: 13 } } });
    expect(node?.below[0]).toMatchObject({ origin: { path: ['指', '产出', '数量'] } });
    expect(node?.below[0]?.rows[0]?.members.get('名')).toMatchObject({ origin: { kind: 'blank' } });
  });
});

describe('texts are printed as they were typed', () => {
  test.each([
    ['2024', '2024'],
    ['no', 'no'],
    ['1219.80', '1219.80'],
    ['0x1F', '0x1F'],
    ['~', '~'],
    ["'{{甲}} <p> &amp; \\ '", '{{甲}} <p> &amp; \\ '],
    ['|\n  一段\n  二段\n', '一段\n二段'],
  ])('%j', (typed, text) => {
    expect(texts(rootOf(formWith('甲: 段落'), `表: 表一\n甲: ${typed}\n`))).toEqual({ 甲: text });
  });

  test('a record knows its file and where it names its form', () => {
    expect(successOf(recordOf(formWith('甲: 文字'), '# 一\n表: 表一\n'))).toMatchObject({
      file: FILE,
      at: { file: FILE, start: 7, end: 9 },
    });
  });
});
