import { describe, expect, test } from 'vitest';
import { formWith, successOf } from '../blueprint/support.ts';
import { checked, toldOf } from './checking.ts';
import { recordOf, texts } from './support.ts';

/** A form of points: the fund has some of its own, the indicators the others. */
const fields = formWith(
  '资金: { 类型: 组, 字段: { 预算: { 类型: 金额, 单位: 万元 }, 分值: { 类型: 金额, 单位: 分 }, 得分: { 类型: 金额, 单位: 分 } } }',
  '标: { 类型: 指标, 体系: 甲类, 列: { 名: 文字, 分值: { 类型: 金额, 单位: 分 }, 得分: { 类型: 金额, 单位: 分 }, 因: 段落 } }',
  '总分: { 类型: 组, 单位: 分, 求和: [资金, 标], 字段: { 分值: 金额, 得分: 金额 } }',
  '标分: { 类型: 金额, 单位: 分, 求和: 标.分值 }',
);
const record = `表: 表一
资金: { 预算: 5, 分值: 10, 得分: 9.8 }
标:
  产出:
    数量:
      - { 名: 甲, 分值: 30, 得分: 30 }
      - { 名: 乙, 分值: 20, 得分: 19.5 }
    质量: []
  效益:
    环境: [{ 名: 丙, 分值: 30, 得分: 30 }]
  满意: [{ 名: 丁, 分值: 10, 得分: 9 }]
`;
const sumsOf = (text: string): unknown[] => {
  const all = texts(successOf(recordOf(fields, text)).root) as { readonly 总分: unknown; readonly 标分: unknown };
  return [all.总分, all.标分];
};
const formOf = (...lines: readonly string[]): string =>
  `${fields}检查:\n  平:\n${lines.map((line) => `    ${line}\n`).join('')}`;
const messages = async (form: string, text: string) => (await checked(form, text)).map(({ message }) => message);

describe('a sum over indicators', () => {
  test('takes the rows under all names, and what other paths lead to besides', () => {
    expect(sumsOf(record)).toEqual([{ 分值: '100', 得分: '98.3' }, '90']);
  });

  test('takes no row that is empty altogether, and is nothing where there are none', () => {
    const empty = record.replace('质量: []', '质量:\n      - { 名:, 分值:, 得分: }');
    expect(sumsOf(empty)).toEqual([{ 分值: '100', 得分: '98.3' }, '90']);
    expect(sumsOf('表: 表一\n资金: { 分值: 10, 得分: 9 }\n标:\n')).toEqual([{ 分值: '10', 得分: '9' }, '0']);
  });

  test.each(['{ 名: 甲, 分值:, 得分: 30 }', '{ 分值:, 得分: 30 }', '{ 名: 甲 }', '{ 因: 拆迁 }'])(
    'is not known where a row says something and not this (%s)',
    async (row) => {
      const text = record.replace('{ 名: 甲, 分值: 30, 得分: 30 }', row);
      expect(sumsOf(text)[1]).toBe('');
      const [unknown] = (await checked(fields, text)).filter(({ code }) => code === 'A9');
      expect(unknown).toMatchObject({
        severity: 'warning',
        message: expect.stringMatching(/^“总分.分值”算不出来：“标\.产出\.数量\[\d\]\.分值”空着$/u),
      });
    },
  );

  test('that the author wrote is checked exactly: points are not rounded', async () => {
    expect(await toldOf(fields, `${record}总分: { 分值: 100, 得分: 98.31 }\n`)).toEqual([
      '12:20 «98.31» error A9 “总分.得分”写的是 98.31，各项（资金.得分、标.得分）之和是 98.3 → 改成 98.3，或删去这一项，由程序求和。',
    ]);
    expect(await checked(fields, `${record}总分: { 分值: 100.0, 得分: 98.3 }\n`)).toEqual([]);
  });

  test('may be checked as any other amount, at the place it is printed', async () => {
    const form = formOf('左: 总分.分值', '关系: 等于', '右: 100');
    expect(await checked(form, record)).toEqual([]);
    const wrong = record.replace('分值: 20', '分值: 21');
    expect(await toldOf(form, wrong)).toEqual([
      '1:4 «表一» warning A0 总分的分值 101 分，应是 100 分，差 1 分 → “总分的分值”是程序加出来的：核对加的各项。',
    ]);
    expect(await messages(form, `${wrong}总分: { 分值: 101 }\n`)).toEqual(['分值 101 分，应是 100 分，差 1 分']);
  });
});

describe('the amounts of indicators in expressions', () => {
  test('are added up under all names', async () => {
    const form = formOf('左: $和(标.分值)', '关系: 等于', '右: 90');
    expect(await checked(form, record)).toEqual([]);
    expect(await messages(form, record.replace('分值: 20', '分值: 21'))).toEqual([
      '标的分值合计 91 分，应是 90 分，差 1 分',
    ]);
    const codes = (await checked(form, record.replace('分值: 20', '分值:'))).map(({ code }) => code);
    expect(codes).toEqual(['A9', 'A9']);
  });

  test('together with one of the same name are told by what they belong to', async () => {
    const form = formOf('左: $和(标.分值, 资金.分值)', '关系: 等于', '右: 101');
    expect(await messages(form, record)).toEqual(['标和资金的分值合计 100 分，应是 101 分，差 1 分']);
  });

  test('may be of chosen rows', async () => {
    const form = formOf(`左: '$和(标[名 = "甲" or 名 = "丁"].分值)'`, '关系: 等于', '右: 41');
    expect(await messages(form, record)).toEqual(['标的分值合计 40 分，应是 41 分，差 1 分']);
  });

  test('are looked at row by row, each told by its name on the form', async () => {
    const form = formOf('逐项: 标', '左: $项.得分', '关系: 不超过', '右: $项.分值');
    expect(await checked(form, record)).toEqual([]);
    const text = record.replace('得分: 19.5', '得分: 20.5').replace('得分: 9 }', '得分: 11 }');
    expect(await toldOf(form, text)).toEqual([
      '7:29 «20.5» warning A0 数量第 2 项“乙”：得分 20.5 分，超过分值 20 分，多 0.5 分 → 核对这几项的数字和单位。',
      '11:28 «11» warning A0 满意第 1 项“丁”：得分 11 分，超过分值 10 分，多 1 分 → 核对这几项的数字和单位。',
    ]);
  });

  test('stand beside a group in 逐项', async () => {
    const form = formOf('逐项: [资金, 标]', '左: $项.得分', '关系: 不超过', '右: $项.分值', '消息: "{项}多 {差}"');
    const text = record.replace('得分: 9.8', '得分: 12').replace('得分: 19.5', '得分: 20.5');
    expect(await messages(form, text)).toEqual(['资金多 2 分', '数量第 2 项“乙”多 0.5 分']);
  });

  test('are compared with their own unit only', async () => {
    const form = formOf('左: $和(标.分值)', '关系: 等于', '右: 资金.预算');
    expect((await toldOf(form, record)).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      '«$和(标.分值)» error C001 检查“平”：各项的单位不一样：分、万元 → 只有元、万元这样的单位可以换算，别的单位只能和自己比；改字段的单位，或拆成几条检查。',
    ]);
  });
});

describe('amounts of one name', () => {
  const two = formWith(
    '年度: { 类型: 组, 单位: 万元, 字段: { 年初: 金额, 全年: 金额 } }',
    '拨款: { 同: 年度 }',
    '其他: { 同: 年度 }',
    '深: { 类型: 组, 单位: 万元, 字段: { 上: { 类型: 组, 字段: { 款: { 类型: 组, 字段: { 年初: 金额 } } } }, 下: { 同: 上 } } }',
  );
  const given =
    '表: 表一\n年度: { 年初: 9, 全年: 9 }\n拨款: { 年初: 5 }\n其他: { 年初: 3 }\n深: { 上: { 款: { 年初: 1 } }, 下: { 款: { 年初: 2 } } }\n';
  const said = async (left: string, right: string): Promise<string | undefined> =>
    (await messages(`${two}检查:\n  平: { 左: ${left}, 关系: 等于, 右: '${right}' }\n`, given))[0];

  test('are told apart by what they belong to, which they share in one sum', async () => {
    expect(await said('年度.年初', '$和(拨款.年初, 其他.年初)')).toBe(
      '年度的年初 9 万元，拨款和其他的年初合计是 8 万元，差 1 万元',
    );
    expect(await said('年度.年初', '$差(拨款.年初, 其他.年初)')).toBe(
      '年度的年初 9 万元，拨款的年初减其他的年初是 2 万元，差 7 万元',
    );
  });

  test('are told apart by as many names as it takes', async () => {
    expect(await said('深.上.款.年初', '深.下.款.年初')).toBe('上的款的年初 1 万元，下的款的年初是 2 万元，差 1 万元');
  });

  test('are left as they are where there is one of them', async () => {
    expect(await said('年度.全年', '$和(拨款.年初, 拨款.年初)')).toBe(
      '全年 9 万元，年初和年初合计是 10 万元，差 1 万元',
    );
  });
});
