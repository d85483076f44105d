import { describe, expect, test } from 'vitest';
import { formWith } from '../blueprint/support.ts';
import { checked, lineOf, toldOf } from './checking.ts';
import { FILE } from './support.ts';

const fields = formWith(
  '支出: { 类型: 组, 单位: 万元, 字段: { 甲: 金额, 乙: 金额 } }',
  '拨款: { 类型: 金额, 单位: 万元, 可负: 是 }',
  '任务: { 类型: 列表, 单位: 元, 空时: 印一空行, 字段: { 名: 文字, 款: { 类型: 组, 字段: { 总: 金额, 一: 金额, 二: 金额 } } } }',
  '面积: { 类型: 金额, 单位: 亩 }',
  '林地: { 类型: 金额, 单位: 亩 }',
);

/** The fields with one check of the form's own. */
const formOf = (...lines: readonly string[]): string =>
  `${fields}检查:\n  平:\n${lines.map((line) => `    ${line}\n`).join('')}`;
const sum = ['左: $和(支出.甲, 支出.乙)', '关系: 等于', '右: 拨款'] as const;
const recordWith = (a: string, b: string, c: string): string => `表: 表一\n支出: { 甲: ${a}, 乙: ${b} }\n拨款: ${c}\n`;
const messages = async (form: string, record: string) => (await checked(form, record)).map(({ message }) => message);

describe('a sum of a form', () => {
  test('that does not hold is told at one of its values, with both numbers, all terms and the number that would do', async () => {
    const record = recordWith('1.5', '2', '3');
    expect(await toldOf(formOf(...sum), record)).toEqual([
      '3:5 «3» warning A0 甲和乙合计 3.5 万元，拨款是 3 万元，差 0.5 万元 → 核对这几项；别的都对，这里就写 3.5。',
    ]);
    const [finding] = await checked(formOf(...sum), record);
    expect(finding?.related).toEqual([
      { at: { file: FILE, start: 15, end: 18 }, message: '支出.甲 1.5 万元' },
      { at: { file: FILE, start: 23, end: 24 }, message: '支出.乙 2 万元' },
    ]);
  });

  test('that holds is not spoken of', async () => {
    expect(await checked(formOf(...sum), recordWith('1.5', '2', '3.5'))).toEqual([]);
    expect(await checked(formOf(...sum), recordWith('0.1', '0.2', '0.30'))).toEqual([]);
  });

  test.each([
    ['3.48', 0],
    ['3.52', 0],
    ['3.479', 1],
    ['3.521', 1],
  ])('of few terms may be off by 0.02 万元 and no more (%s)', async (total, findings) => {
    expect(await checked(formOf(...sum), recordWith('1.5', '2', total))).toHaveLength(findings);
  });

  test.each([
    ['10.03', 0],
    ['9.97', 0],
    ['10.031', 1],
  ])('of many terms may be off by 0.005 万元 for each, those of both sides (%s)', async (total, findings) => {
    const form = formOf('左: $和(任务.款.总)', '关系: 等于', '右: 拨款', '单位: 万元');
    const rows = Array.from({ length: 5 }, () => '{ 款: { 总: 20000, 一:, 二: } }').join(', ');
    expect(await checked(form, `表: 表一\n拨款: ${total}\n任务: [${rows}]\n`)).toHaveLength(findings);
  });

  test.each([
    ['0', '3.5', 0],
    ['0', '3.501', 1],
    ['0.1', '3.6', 0],
    ['0.1', '3.601', 1],
    ['10%', '3.18182', 0],
    ['10%', '3.18181', 1],
  ])('may say how far it may be off (%s, %s)', async (tolerance, total, findings) => {
    const form = formOf(...sum, `允差: ${tolerance}`);
    expect(await checked(form, recordWith('1.5', '2', total))).toHaveLength(findings);
  });

  test('with a blank amount on either side is unknown and skipped', async () => {
    expect(await checked(formOf(...sum), recordWith('1.5', '', '9'))).toEqual([]);
    expect(await checked(formOf(...sum), recordWith('1.5', '2', ''))).toEqual([]);
    expect(await checked(formOf(...sum), '表: 表一\n拨款: 9\n')).toEqual([]);
    expect(await checked(formOf(...sum), recordWith('1.5', '0', '9'))).toHaveLength(1);
  });

  test('compares 元 with 万元 in one unit, and tells numbers to write in the field’s own', async () => {
    const form = formOf('左: $和(任务.款.总)', '关系: 等于', '右: 拨款', '单位: 元', '允差: 0');
    expect(
      await checked(form, '表: 表一\n拨款: 3.5\n任务: [{ 款: { 总: "15,000" } }, { 款: { 总: 20000.00 } }]\n'),
    ).toEqual([]);
    const record = '表: 表一\n拨款: 3.5\n任务: [{ 款: { 总: 15000 } }, { 款: { 总: 20001 } }]\n';
    expect(await toldOf(form, record)).toEqual([
      '2:5 «3.5» warning A0 任务的总合计 35001 元，拨款是 35000 元，差 1 元 → 核对这几项，注意有的填元、有的填万元；别的都对，这里就写 3.5001。',
    ]);
  });

  test('of what is no money is exact', async () => {
    const form = formOf('左: 林地', '关系: 不超过', '右: 面积');
    expect(await checked(form, '表: 表一\n面积: 5\n林地: 5\n')).toEqual([]);
    expect(await messages(form, '表: 表一\n面积: 5\n林地: 5.001\n')).toEqual([
      '林地 5.001 亩，超过面积 5 亩，多 0.001 亩',
    ]);
  });

  test('may have alternatives: one that holds is enough, and the nearest is told first', async () => {
    const form = formOf('左: $和(支出)', '关系: 等于', '右: { 拨款: 拨款, 两倍拨款: "$乘(拨款, 2)" }');
    expect(await checked(form, recordWith('1', '2', '3'))).toEqual([]);
    expect(await checked(form, recordWith('1', '2', '1.5'))).toEqual([]);
    expect(await messages(form, recordWith('1', '2', '1'))).toEqual([
      '支出合计 3 万元，两倍拨款是 2 万元，差 1 万元；拨款是 1 万元，差 2 万元',
    ]);
  });

  test('tells alternatives that come to the same only once', async () => {
    const form = formOf('左: 拨款', '关系: 等于', '右: [支出.甲, "$和(支出.甲, 支出.乙)"]');
    expect(await messages(form, recordWith('2', '0', '1'))).toEqual(['拨款 1 万元，甲是 2 万元，差 1 万元']);
  });

  test('with an unknown alternative may hold by it, and is skipped', async () => {
    const form = formOf('左: 拨款', '关系: 等于', '右: [支出.甲, 支出.乙]');
    expect(await checked(form, recordWith('2', '', '1'))).toEqual([]);
  });

  test.each([
    ['不超过', '5', '', '甲 5 万元，超过乙 4 万元，多 1 万元'],
    ['不超过', '4.02', '', null],
    ['不超过', '3', '', null],
    ['不少于', '3', '', '甲 3 万元，不到乙 4 万元，少 1 万元'],
    ['不少于', '3.98', '', null],
    ['不少于', '9', '', null],
  ])('%s is told as people say it (%s)', async (relation, a, _, message) => {
    const form = formOf('左: 支出.甲', `关系: ${relation}`, '右: 支出.乙');
    expect(await messages(form, recordWith(a, '4', ''))).toEqual(message === null ? [] : [message]);
  });

  test.each([
    ['$差(支出.甲, 支出.乙)', '甲减乙 -2 万元，拨款是 100 万元，差 102 万元'],
    ['$乘(支出.甲, 1.005)', '甲的 1.005 倍 3.015 万元，拨款是 100 万元，差 96.985 万元'],
    ['$乘(0.5, 支出.甲)', '甲的 0.5 倍 1.5 万元，拨款是 100 万元，差 98.5 万元'],
    ['$最大(支出.甲, 支出.乙)', '甲和乙中最大的 5 万元，拨款是 100 万元，差 95 万元'],
    ['$最小(支出.甲, 支出.乙)', '甲和乙中最小的 3 万元，拨款是 100 万元，差 97 万元'],
    ['$和(支出.甲, $差(支出.乙, 支出.甲), 支出.乙)', '甲、乙减甲和乙合计 10 万元，拨款是 100 万元，差 90 万元'],
    ['$最大(支出)', '支出中最大的 5 万元，拨款是 100 万元，差 95 万元'],
  ])('may use %s', async (left, message) => {
    const form = formOf(`左: ${left}`, '关系: 等于', '右: 拨款');
    expect(await messages(form, recordWith('3', '5', '100'))).toEqual([message]);
  });

  test.each([
    ['$乘(支出.甲, 面积)', '甲乘面积 7.5 万元，拨款是 100 万元，差 92.5 万元'],
    ['$乘(面积, 支出.甲)', '面积乘甲 7.5 万元，拨款是 100 万元，差 92.5 万元'],
    ['$乘($和(支出), $和(面积, 林地))', '支出合计乘面积和林地合计 12.5 万元，拨款是 100 万元，差 87.5 万元'],
    ['$乘($乘(支出.甲, 面积), 2)', '甲乘面积的 2 倍 15 万元，拨款是 100 万元，差 85 万元'],
  ])('may take money so many times (%s)', async (left, message) => {
    const form = formOf(`左: ${left}`, '关系: 等于', '右: 拨款');
    const record = `${recordWith('3', '2', '100')}面积: 2.5\n林地: 0\n`;
    expect(await messages(form, record)).toEqual([message]);
    const inYuan = formOf(`左: ${left}`, '关系: 等于', '右: 拨款', '单位: 元');
    expect(await messages(inYuan, record)).toEqual([
      message.replaceAll(/([\d.]+) 万元/g, (_, n) => `${n * 10_000} 元`),
    ]);
  });

  test('of a price and a number of things tells what is no money by its own unit', async () => {
    const form = formOf('左: 拨款', '关系: 等于', '右: $乘(支出.甲, 面积)', '允差: 0');
    const [finding] = await checked(form, `${recordWith('3', '', '7.4')}面积: 2.5\n`);
    expect(finding?.advice).toBe('核对这几项；别的都对，这里就写 7.5。');
    expect(finding?.related.map(({ message }) => message)).toEqual(['支出.甲 3 万元', '面积 2.5 亩']);
    expect(await checked(form, `${recordWith('3', '', '7.4')}面积:\n`)).toEqual([]);
  });

  test('may take what is no money some number of times, in its own unit only', async () => {
    const form = formOf('左: $乘(面积, 2)', '关系: 不超过', '右: 林地');
    expect(await messages(form, '表: 表一\n面积: 5\n林地: 9\n')).toEqual(['面积的 2 倍 10 亩，超过林地 9 亩，多 1 亩']);
    const mixed = formOf('左: $乘(面积, 2)', '关系: 不超过', '右: 拨款');
    expect(await messages(mixed, '表: 表一\n')).toEqual(['检查“平”：各项的单位不一样：亩、万元']);
  });

  test('may be with a number in the check’s unit', async () => {
    const form = formOf('左: 拨款', '关系: 不少于', '右: -0.5', '允差: 0');
    expect(await checked(form, recordWith('', '', '-0.5'))).toEqual([]);
    expect(await messages(form, recordWith('', '', '-0.75'))).toEqual([
      '拨款 -0.75 万元，不到 -0.5 万元，少 0.25 万元',
    ]);
    const exact = formOf('左: 拨款', '关系: 等于', '右: 500');
    expect(await messages(exact, recordWith('', '', '499'))).toEqual(['拨款 499 万元，应是 500 万元，差 1 万元']);
  });

  test('of chosen rows takes those whose text is, or is not, the one in quotes', async () => {
    const rows =
      '任务: [{ 名: 甲, 款: { 总: 1 } }, { 名: 乙, 款: { 总: 20 } }, { 名: 丙, 款: { 总: 300 } }]\n拨款: 0\n';
    const total = async (choice: string) => {
      const form = formOf(`左: $和(任务[${choice}].款.总)`, '关系: 等于', '右: 拨款', '单位: 元', '允差: 0');
      return (await messages(form, `表: 表一\n${rows}`))[0]?.split('，')[0];
    };
    expect(await total('名 = "乙"')).toBe('任务的总合计 20 元');
    expect(await total('名 != "乙"')).toBe('任务的总合计 301 元');
    expect(await total('名 = "甲" or 名 = "丙"')).toBe('任务的总合计 301 元');
    expect(await total('名 != "甲" and 名 != "丙"')).toBe('任务的总合计 20 元');
  });

  test('does not count the row that is printed where a list is empty', async () => {
    const form = formOf('左: $和(任务.款.总)', '关系: 不少于', '右: 拨款', '单位: 万元');
    expect(await messages(form, '表: 表一\n拨款: 1\n任务: []\n')).toEqual([
      '任务的总合计 0 万元，不到拨款 1 万元，少 1 万元',
    ]);
  });

  test('may have its own words, the numbers filled in', async () => {
    const form = formOf(...sum, '消息: "{左名}{左}、{右名}{右}：差{差}{项}"');
    expect(await messages(form, recordWith('1', '1', '1'))).toEqual(['甲和乙合计2 万元、拨款1 万元：差1 万元']);
  });

  test('points at the fields it says, the first one first, and then at its terms', async () => {
    const form = formOf(...sum, '指向: [支出.乙, 拨款]');
    const record = recordWith('1', '2', '9');
    const [finding] = await checked(form, record);
    expect(lineOf({ [FILE]: record })(finding as never)).toBe(
      '2:16 «2» warning A0 甲和乙合计 3 万元，拨款是 9 万元，差 6 万元 → 核对这几项的数字和单位。',
    );
    expect(finding?.related.map(({ message }) => message)).toEqual(['拨款 9 万元', '支出.甲 1 万元']);
  });

  test('that is too much in all points at its largest amount, in whatever unit it was typed', async () => {
    const form = formOf('左: $和(拨款, 任务.款.总)', '关系: 不超过', '右: 支出.甲', '单位: 万元');
    const at = async (total: string): Promise<string> => {
      const record = `${recordWith('1', '0', '3')}任务: [{ 款: { 总: 20000 } }, { 款: { 总: ${total} } }]\n`;
      const [{ start, end } = { start: 0, end: 0 }] = (await checked(form, record)).map((one) => one.at);
      return record.slice(start, end);
    };
    expect(await at('30001')).toBe('30001');
    expect(await at('29999')).toBe('3');
  });

  test('names at most nine other places', async () => {
    const form = formOf('左: $和(任务.款.总)', '关系: 等于', '右: 拨款', '单位: 元');
    const rows = Array.from({ length: 12 }, () => '{ 款: { 总: 20000 } }').join(', ');
    const [finding] = await checked(form, `表: 表一\n拨款: 1\n任务: [${rows}]\n`);
    expect(finding?.related).toHaveLength(9);
  });
});

describe('a sum for each item', () => {
  const each = formOf(
    '逐项: 任务',
    '左: $项.款.总',
    '关系: 等于',
    '右: $和($项.款.一, $项.款.二)',
    '级别: 错误',
    '允差: 0',
  );

  test('is told for the items where it does not hold, by number and name', async () => {
    const record =
      '表: 表一\n任务:\n  - { 名: “早”餐, 款: { 总: 3, 一: 1, 二: 2 } }\n  - { 名: “午”餐, 款: { 总: 4, 一: 1, 二: 2 } }\n  - { 名:, 款: { 总: 5, 一: 1, 二: 2 } }\n';
    expect(await toldOf(each, record)).toEqual([
      '4:24 «4» error A0 任务第 2 项“‘午’餐”：总 4 元，一和二合计是 3 元，差 1 元 → 核对这几项；别的都对，这里就写 3。',
      '5:19 «5» error A0 任务第 3 项：总 5 元，一和二合计是 3 元，差 2 元 → 核对这几项；别的都对，这里就写 3。',
    ]);
  });

  test('is skipped for an item with a blank, and for the row printed for an empty list', async () => {
    expect(await checked(each, '表: 表一\n任务: [{ 款: { 总: 4, 一: 1, 二: } }]\n')).toEqual([]);
    expect(await checked(each, '表: 表一\n任务: []\n')).toEqual([]);
  });

  test('may be for chosen items, and for none of them', async () => {
    const form = (name: string) =>
      formOf(`逐项: '任务[名 = "${name}"]'`, '左: $项.款.总', '关系: 等于', '右: $项.款.一', '允差: 0');
    const record = '表: 表一\n任务: [{ 名: 甲, 款: { 总: 1, 一: 2 } }, { 名: 乙, 款: { 总: 1, 一: 3 } }]\n';
    expect(await messages(form('乙'), record)).toEqual(['任务第 2 项“乙”：总 1 元，一是 3 元，差 2 元']);
    expect(await messages(form('丙'), record)).toEqual([]);
  });

  test('may be of groups, each told by its name', async () => {
    const two = formWith(
      '资金: { 类型: 组, 单位: 元, 字段: { 全期: { 类型: 组, 字段: { 总: 金额, 一: 金额 } }, 本年: { 同: 全期 } } }',
    );
    const form = `${two}检查:\n  A8: { 逐项: [资金.全期, 资金.本年], 左: $项.总, 关系: 等于, 右: $项.一, 允差: 0 }\n`;
    expect(await messages(form, '表: 表一\n资金: { 全期: { 总: 5, 一: 5 }, 本年: { 总: 3, 一: 2 } }\n')).toEqual([
      '本年：总 3 元，一是 2 元，差 1 元',
    ]);
  });

  test('may be of amounts in several places, each under its own name', async () => {
    const form = formOf(
      '逐项: [拨款, 任务.款.一]',
      '左: $项',
      '关系: 不超过',
      '右: $和(支出)',
      '单位: 万元',
      '消息: "{项}的{左名}是 {左}"',
    );
    const record = `${recordWith('1', '1', '3')}任务: [{ 名: 甲, 款: { 总: 9, 一: 20000 } }, { 名: ${'很'.repeat(30)}, 款: { 一: 30000 } }]\n`;
    expect(await messages(form, record)).toEqual([
      '拨款的拨款是 3 万元',
      `任务第 2 项“${'很'.repeat(19)}…”的一是 3 万元`,
    ]);
  });
});

test('an item is called by its own list, though a list in it comes first', async () => {
  const form =
    formWith('类别: { 类型: 列表, 字段: { 明细: { 类型: 列表, 字段: { 名: 文字, 数: 金额 } }, 类: 文字, 计: 金额 } }') +
    '检查:\n  A8: { 逐项: 类别, 左: $项.计, 关系: 等于, 右: $和($项.明细.数), 允差: 0 }\n';
  const record = '表: 表一\n类别:\n  - { 明细: [{ 名: 纸, 数: 1 }, { 名: 笔, 数: 2 }], 类: 货物, 计: 4 }\n';
  expect((await messages(form, record)).join()).toContain('类别第 1 项“货物”');
});
