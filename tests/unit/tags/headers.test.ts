import { describe, expect, test } from 'vitest';
import { mpt } from '../../../src/base/index.ts';
import type { TableSpec } from '../../../src/form/index.ts';
import { buildGrid, type Grid } from '../../../src/grid/index.ts';
import { headersOf } from '../../../src/tags/headers.ts';
import { successOf } from '../../support/set-form.ts';
import { band, cell, group, header, label, row, table } from '../../support/specs.ts';

const nameOf = ({ cells }: Grid, id: number): string => cells[id]?.paragraphs[0]?.runs[0]?.text ?? '';

/** For each cell that something names: `格 ← 栏目、栏目`. */
function named(spec: TableSpec): string[] {
  const grid = successOf(buildGrid(spec, mpt(100_000)));
  return headersOf(grid).of.flatMap((headers, id) =>
    headers.length === 0 ? [] : [`${nameOf(grid, id)} ← ${headers.map((one) => nameOf(grid, one)).join('、')}`],
  );
}

function scopes(spec: TableSpec): Record<string, string> {
  const grid = successOf(buildGrid(spec, mpt(100_000)));
  return Object.fromEntries(
    headersOf(grid).scopes.flatMap((scope, id) => (scope === null ? [] : [[nameOf(grid, id), scope]])),
  );
}

describe('the header cells of a cell', () => {
  test('are the labels at its left up to the next value', () => {
    expect(named(table(band([25, 25, 25, 25], row(label('部门'), cell('甲'), label('人数'), cell('乙')))))).toEqual([
      '甲 ← 部门',
      '乙 ← 人数',
    ]);
  });

  test('are the labels of all groups around it, also for the second value of a row', () => {
    const rows = group(
      label('产出'),
      group(label('数量'), row(cell('个数'), cell('3个')), row(cell('次数'), cell('2次'))),
    );
    expect(named(table(band([10, 10, 20, 30, 30], group(label('指标'), rows))))).toEqual([
      '个数 ← 指标、产出、数量',
      '3个 ← 指标、产出、数量',
      '次数 ← 指标、产出、数量',
      '2次 ← 指标、产出、数量',
    ]);
  });

  test('are those of the group also beyond the next value', () => {
    const rows = group(
      label('资金'),
      row(label('总额'), cell('1'), label('其中'), cell('2')),
      row(label('拨款'), cell('3'), label('其他'), cell('4')),
    );
    expect(named(table(band([20, 20, 20, 20, 20], rows)))).toEqual([
      '总额 ← 资金',
      '1 ← 资金、总额',
      '其中 ← 资金',
      '2 ← 资金、其中',
      '拨款 ← 资金',
      '3 ← 资金、拨款',
      '其他 ← 资金',
      '4 ← 资金、其他',
    ]);
  });

  test('are those of the header row over its columns, up to the next header', () => {
    const first = header(label('名称'), label('金额', { span: 2 }));
    const second = header(label('指标'), label('目标'), label('说明'));
    const spec = table(
      band(
        [40, 30, 30],
        first,
        row(cell('甲'), cell('一'), cell('二')),
        second,
        row(cell('乙'), cell('三'), cell('四')),
      ),
    );
    expect(named(spec)).toEqual(['甲 ← 名称', '一 ← 金额', '二 ← 金额', '乙 ← 指标', '三 ← 目标', '四 ← 说明']);
  });

  test('of a label are the groups around it and the header over it, not its neighbours', () => {
    const two = [header(label('名称', { rows: 2 }), label('金额', { span: 2 })), header(label('总额'), label('其中'))];
    const inner = group(label('数量'), row(cell('乙'), cell('3')), row(cell('丙'), cell('4')));
    const body = group(label('指标'), ...two, row(cell('甲'), cell('1'), cell('2')), inner);
    expect(named(table(band([20, 20, 30, 30], body)))).toEqual([
      '名称 ← 指标',
      '金额 ← 指标',
      '总额 ← 指标、金额',
      '其中 ← 指标、金额',
      '甲 ← 指标、名称',
      '1 ← 指标、金额、总额',
      '2 ← 指标、金额、其中',
      '数量 ← 指标、名称',
      '乙 ← 指标、金额、总额、数量',
      '3 ← 指标、金额、其中、数量',
      '丙 ← 指标、金额、总额、数量',
      '4 ← 指标、金额、其中、数量',
    ]);
  });

  test('is the label over it where nothing stands at its left and no row is a header', () => {
    expect(
      named(
        table(band([50, 50], row(label('总额'), label('其中')), row(cell('1'), cell('2')), row(cell('3'), cell('4')))),
      ),
    ).toEqual(['1 ← 总额', '2 ← 其中', '3 ← 总额', '4 ← 其中']);
  });

  test('are none where no label is about', () => {
    expect(named(table(band([50, 50], row(cell('甲'), cell('乙')))))).toEqual([]);
  });
});

describe('the scope of a header cell', () => {
  test('is its column in a header row, its row beside values, both where it is both', () => {
    const spec = table(
      band([30, 30, 40], header(label('名称'), label('金额', { span: 2 })), row(label('合计'), cell('1'), cell('2'))),
    );
    expect(scopes(spec)).toEqual({ 名称: 'Column', 金额: 'Column', 合计: 'Row' });
    const corner = table(band([50, 50], row(label('甲'), cell('1')), row(cell('乙'), cell('2'))));
    expect(scopes(corner)).toEqual({ 甲: 'Both' });
  });

  test('is its row where it names nothing', () => {
    expect(scopes(table(band([100], row(label('备注')))))).toEqual({ 备注: 'Row' });
  });
});
