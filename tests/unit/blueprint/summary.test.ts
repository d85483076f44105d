import { describe, expect, test } from 'vitest';
import type { SummaryColumn } from '../../../src/blueprint/index.ts';
import { blueprintOf, commons, openedShelf, successOf, told, worldOf } from './support.ts';

const fields = `字段:
  名称: 文字
  人数: 个数
  收入: { 类型: 组, 单位: 万元, 字段: { 拨款: 金额, 其他: 金额 } }
  得分: { 类型: 金额, 单位: 分 }
  任务: { 类型: 列表, 单位: 元, 字段: { 事: 文字, 资金: 金额 } }
  指标: { 类型: 指标, 体系: 甲类, 列: { 名: 文字, 值一: 指标值 } }
`;
const formWith = (summary: string): string => `表: 表一\n${fields}汇总:\n${summary}`;
const read = (summary: string): readonly SummaryColumn[] => successOf(blueprintOf(formWith(summary))).summary;
const faultsOf = (summary: string): string[] => told(blueprintOf(formWith(summary)), formWith(summary));

const kinds = '可以写的有：文字、段落、年份、个数、金额、指标值、组、列表、指标。';

describe('汇总', () => {
  test('does not miss a field that is there, though with a fault, which is told once', () => {
    const form =
      '表: 表一\n署名: 名称\n字段:\n  名称: 文子\n  收入: { 类型: 组, 字段: { 拨款: 金钱, 总额: { 类型: 金额, 求和: 收入.拨款 } } }\n  支出: { 同: 收入 }\n汇总:\n  甲: 名称\n  乙: 收入.拨款\n';
    expect(told(blueprintOf(form), form)).toEqual([
      `4:7 «文子» B004 没有“文子”这种类型 → 是不是“文字”？${kinds}`,
      `5:26 «金钱» B004 没有“金钱”这种类型 → 是不是“金额”？${kinds}`,
    ]);
  });

  test('names columns by their titles, in their order; a lone path is what a column takes', () => {
    const columns = read('  单位: 名称\n  页: { 册: 页数 }\n  件: { 数: 任务 }\n');
    expect(columns).toEqual([
      { title: '单位', source: { kind: 'text', path: ['名称'] }, totalled: false },
      { title: '页', source: { kind: 'pages' }, totalled: true },
      { title: '件', source: { kind: 'rows', paths: [['任务']] }, totalled: true },
    ]);
  });

  test('adds up amounts: of one path, of several, of a group, of the rows of a list', () => {
    const paths = read(
      '  甲: { 取: 收入.拨款 }\n  乙: { 取: [收入.拨款, 收入.其他] }\n  丙: { 取: 收入 }\n  丁: { 取: 任务.资金, 单位: 万元 }\n',
    ).map(({ source }) => (source.kind === 'amount' ? [source.unit, ...source.paths.map(String)] : []));
    expect(paths).toEqual([
      ['万元', '收入,拨款'],
      ['万元', '收入,拨款', '收入,其他'],
      ['万元', '收入'],
      ['万元', '任务,资金'],
    ]);
  });

  test('totals all numbers but those that a form says no of', () => {
    expect(read('  甲: 人数\n  乙: { 取: 人数, 合计: 否 }\n  丙: 收入.拨款\n').map(({ totalled }) => totalled)).toEqual(
      [true, false, true],
    );
  });

  test('is empty where a form says nothing of it', () => {
    expect(successOf(blueprintOf(`表: 表一\n${fields}`)).summary).toEqual([]);
  });

  test.each([
    ['甲: { 取: 名秤 }', '11 B004 没有字段“名秤”'],
    ['甲: { 取: 收入.拔款 }', '14 B004 “收入”里没有字段“拔款”'],
    ['甲: { 取: 名称, 数: 任务 }', '15 B004 汇总的“甲”应写“取”“数”“册”中的一个'],
    ['甲: { 单位: 元 }', '3 B004 汇总的“甲”应写“取”“数”“册”中的一个'],
    ['甲: { 取: 名称, 合记: 是 }', '15 B003 汇总的“甲”里没有“合记”这一项'],
    ['甲:', '3 B004 “甲”没有写印什么'],
    ['甲: [名称]', '6 B004 “甲”没有写印什么'],
    ['甲: { 取: [] }', '11 B004 “取”应是字段的路径'],
    ['甲: { 数: 名称 }', '11 B004 汇总取不到“名称”：它是文字，没有几项可数'],
    ['甲: { 取: 任务.事 }', '11 B004 汇总取不到“任务.事”：它在列表或指标里，不止一个'],
    ['甲: { 取: 指标.产出 }', '14 B004 “指标”里没有字段“产出”'],
    ['甲: { 取: [名称, 收入.拨款] }', '12 B004 汇总取不到“名称”：几条路径要相加，它里面没有金额'],
    ['甲: { 取: [人数, 人数] }', '16 B004 路径“人数”写了两次，会加两次'],
    ['甲: { 取: [收入.拨款, 任务.资金] }', '12 B004 要相加的金额单位不一样：“万元”和“元”'],
    ['甲: { 取: 得分, 单位: 万元 }', '19 B004 “得分”的单位是“分”，换算不成“万元”'],
    ['甲: { 取: 名称, 单位: 万元 }', '15 B004 “单位”只用在金额上'],
    ['甲: { 数: 任务, 印: { 小数: 1 } }', '15 B004 “印”只用在金额上'],
    ['甲: { 取: 名称, 合计: 是 }', '19 B004 这一栏不是数，没有合计'],
    ['甲: { 册: 页 }', '11 B004 “册”不认识“页”'],
    ['甲: 无', '3 B005 “甲: 无”没有可去掉的：沿用的表里没有它'],
  ])('%s is reported at its place', (column, fault) => {
    const [place, ...others] = faultsOf(`  ${column}\n`).map((one) => one.replace(/^\d+:(\d+) «.*?» /s, '$1 '));
    expect([place?.split(' → ')[0], others]).toEqual([fault, []]);
  });

  test('gives the nearest name for a slip, and the path to stop at for a name of the taxonomy', () => {
    expect(adviceOf('  甲: { 取: 收入.拔款 }\n')).toEqual(['是不是“拨款”？']);
    expect(adviceOf('  甲: { 数: 指标.产出 }\n')).toEqual([
      '“产出”是体系里的名目；写到“指标”为止，各个名目下面的行都算。',
    ]);
  });

  test('is inherited column by column: one is replaced in its place, one taken away, one added at the end', () => {
    const shelf = openedShelf(
      worldOf({
        ...commons,
        'templates/共用/底/form.yaml': `${fields}汇总: { 甲: 名称, 乙: 人数, 丙: 收入.拨款 }\n`,
        'templates/表一/form.yaml': '表: 表一\n沿用: 共用/底\n汇总: { 乙: 收入.其他, 丁: { 册: 起页 }, 甲: 无 }\n',
      }),
    );
    const at = { file: '', start: 0, end: 0 };
    const { summary } = successOf(shelf.find('表一', () => null, at));
    expect(summary.map(({ title, source }) => [title, source.kind])).toEqual([
      ['乙', 'amount'],
      ['丙', 'amount'],
      ['丁', 'first'],
    ]);
  });
});

function adviceOf(summary: string): string[] {
  const outcome = blueprintOf(formWith(summary));
  return outcome.ok ? [] : outcome.problems.map(({ advice }) => advice);
}
