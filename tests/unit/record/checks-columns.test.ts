import { describe, expect, test } from 'vitest';
import { periodAndYear, yearTargets } from '../../../src/record/checks/columns.ts';
import type { Indicator } from '../../../src/record/checks/survey.ts';

const spans = { year: ['年度'], period: ['周期'], across: [] };
const withColumns = (...names: readonly string[]): Indicator =>
  ({ name: null, targets: names.map((name) => ({ field: { name } })), levels: [] }) as unknown as Indicator;
const years = (...names: readonly string[]): string[] =>
  yearTargets(withColumns(...names), spans).map(({ field }) => field.name);
const both = (...names: readonly string[]): string | null => {
  const found = periodAndYear(withColumns(...names), spans);
  return found && `${found.period.field.name} ${found.year.field.name}`;
};

describe('which columns speak of the year', () => {
  test('those that say so, else those that do not speak of the period', () => {
    expect(years('周期值', '年度值', '备注值')).toEqual(['年度值']);
    expect(years('周期值', '目标值')).toEqual(['目标值']);
    expect(years('甲值', '乙值')).toEqual(['甲值', '乙值']);
  });

  test('the period and the year are compared where there is one of each', () => {
    expect(both('周期值', '年度值')).toBe('周期值 年度值');
    expect(both('年度值', '备注值', '周期值')).toBe('周期值 年度值');
    expect(both('周期值')).toBeNull();
    expect(both('年度值')).toBeNull();
    expect(both('周期值', '年度值', '上年度值')).toBeNull();
    expect(both('周期值', '新周期值', '年度值')).toBeNull();
    expect(both('周期年度值', '年度值')).toBeNull();
    expect(both('周期年度值', '周期值')).toBeNull();
  });
});
