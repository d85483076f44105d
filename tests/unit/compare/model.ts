/** A record of the form 大朗镇部门整体预算绩效目标表 in the parts that tests change. */
export type Model = {
  readonly spending: number;
  readonly tasks: readonly Task[];
  /** Indicators by the names of level two under 产出指标. */
  readonly indicators: ReadonlyMap<string, readonly Indicator[]>;
};

export type Task = { readonly name: string; readonly content: string; readonly amount: number };
export type Indicator = { readonly name: string; readonly period: string; readonly year: string };

const quoted = (text: string): string => JSON.stringify(text);

/** The record as YAML. */
export function yamlOf({ spending, tasks, indicators }: Model): string {
  const task = ({ name, content, amount }: Task): string =>
    `  - { 名称: ${quoted(name)}, 主要实施内容: ${quoted(content)}, 拟投入的资金: ${amount}, 期望达到的目标: 做好 }`;
  const indicator = ({ name, period, year }: Indicator): string =>
    `      - { 三级指标: ${quoted(name)}, 实施周期指标值: ${quoted(period)}, 年度指标值: ${quoted(year)} }`;
  return [
    '表: 大朗镇部门整体预算绩效目标表',
    '年度: 2024',
    '部门名称: 某某办公室',
    '基本信息: { 财政供养人员数: 3, 下属二级单位数: 0 }',
    '预算整体情况:',
    `  部门预算支出: { 基本支出: 10, 项目支出: ${spending} }`,
    '  收入来源: { 财政拨款: , 其他资金: }',
    '  事业发展性支出: { 财政专项资金: , 其他事业发展性支出: 900000 }',
    '  按预算级次划分: { 市本级使用资金: , 拟用于对下转移支付资金: }',
    '总体绩效目标: 做好各项工作。',
    tasks.length === 0 ? '年度重点工作任务: []' : '年度重点工作任务:',
    ...tasks.map(task),
    '绩效指标:',
    '  产出指标:',
    ...[...indicators].flatMap(([name, rows]) =>
      rows.length === 0 ? [`    ${name}: []`] : [`    ${name}:`, ...rows.map(indicator)],
    ),
    '  效益指标:',
    '    社会效益指标:',
    '      - { 三级指标: 公众知晓情况, 实施周期指标值: 提升, 年度指标值: 提升 }',
    '',
  ].join('\n');
}
