import { describe, expect, test } from 'vitest';
import type { Path } from '../../../src/base/index.ts';
import type { SumPath } from '../../../src/blueprint/index.ts';
import { withCauses } from '../../../src/compare/consequences.ts';
import type { Change } from '../../../src/compare/types.ts';
import type { Found } from '../../../src/compare/walk.ts';
import { blueprintOf, formWith, successOf } from '../blueprint/support.ts';

const { fields } = successOf(
  blueprintOf(
    formWith(
      '资金: { 类型: 组, 单位: 分, 字段: { 分值: 金额 } }',
      '标: { 类型: 指标, 体系: 甲类, 列: { 名: 文字, 分值: { 类型: 金额, 单位: 分 }, 得分: { 类型: 金额, 单位: 分 } } }',
      '总: { 类型: 金额, 单位: 分, 求和: [资金.分值, 标.分值] }',
    ),
  ),
);

const edited = (path: Path, sumOf: readonly SumPath[] | null = null): Found => ({
  change: { kind: 'edited', place: [], what: String(path.at(-1)), before: '1', after: '2', path, printed: true },
  item: null,
  sumOf,
});
const total = fields.fields.find(({ name }) => name === '总');
const sum = edited(['总'], total?.kind === 'amount' ? total.sumOf : null);
const told = (found: readonly Found[]): readonly Change[] => withCauses(found, fields);
const pathsOf = (change: Change | undefined): readonly Path[] =>
  change?.kind === 'followed' ? change.causes.map(({ path }) => path) : [];

describe('a sum of several paths', () => {
  test('follows from what changed on any of them, under whatever name of the taxonomy', () => {
    const terms = [
      edited(['资金', '分值']),
      edited(['标', '产出', '数量', 1, '分值']),
      edited(['标', '满意', 0, '分值']),
    ];
    const changes = told([...terms, sum]);
    expect(pathsOf(changes[3])).toEqual(terms.map(({ change }) => change.path));
  });

  test('follows from no other column', () => {
    expect(told([edited(['标', '产出', '数量', 1, '得分']), sum])[1]?.kind).toBe('edited');
  });

  test('follows once from a row that has amounts on two of them', () => {
    const values = [
      { name: '分值', text: '3', path: ['标', '产出', '数量', 0, '分值'] },
      { name: '分值', text: '4', path: ['资金', '分值'] },
    ];
    const row = { noun: '指标', name: '甲', values };
    const change: Change = { kind: 'added', row, seat: { place: [], ordinal: 1 }, path: ['标', '产出', '数量', 0] };
    const changes = told([{ change, item: null, sumOf: null }, sum]);
    expect(pathsOf(changes[1])).toEqual([change.path]);
  });
});

describe('sums in rows', () => {
  const { fields: planned } = successOf(
    blueprintOf(
      formWith(
        '计划: { 类型: 列表, 单位: 元, 字段: { 一: 金额, 季: { 类型: 金额, 求和: 一 }, 年: { 类型: 金额, 求和: 季 } } }',
        '合: { 类型: 组, 单位: 元, 求和: 计划, 字段: { 季: 金额, 年: 金额 } }',
      ),
    ),
  );
  const pathIn = (...names: readonly string[]): readonly SumPath[] => [names.map((name) => ({ name, at: planned.at }))];
  const term = edited(['计划', 1, '一']);
  const inRow = (row: number) => edited(['计划', row, '季'], pathIn('一'));
  const ofSum = edited(['计划', 1, '年'], pathIn('季'));

  test('follow from their own row alone', () => {
    const changes = withCauses([term, inRow(0), inRow(1)], planned);
    expect(changes.map(({ kind }) => kind)).toEqual(['edited', 'edited', 'followed']);
  });

  test('and so do sums of them, from what was edited first', () => {
    const outside = edited(['合', '年'], pathIn('计划', '年'));
    const changes = withCauses([term, inRow(1), ofSum, outside], planned);
    expect(changes.map(pathsOf)).toEqual([[], [['计划', 1, '一']], [['计划', 1, '一']], [['计划', 1, '一']]]);
  });
});
