import { describe, expect, test } from 'vitest';
import { formWith } from '../blueprint/support.ts';
import { checked } from './checking.ts';

const formOf = (fields: readonly string[], ...checks: readonly string[]): string =>
  formWith(...fields) + (checks.length === 0 ? '' : `检查:\n${checks.map((line) => `  ${line}\n`).join('')}`);
const messages = async (form: string, record: string) => (await checked(form, record)).map(({ message }) => message);

describe('what a check of each item calls the item itself', () => {
  const own = '逐项: 数, 左: $项, 关系: 不超过, 右: 5, 允差: 0';

  test('is this one where the list has nothing but numbers', async () => {
    const form = formOf(
      ['数: { 类型: 列表, 单位: 亩, 每项: 金额 }'],
      `一: { ${own} }`,
      `二: { ${own.replace('$项', '"$乘($项, 2)"')} }`,
      `三: { ${own}, 消息: '{项}的{左名}是 {左}' }`,
    );
    expect(await messages(form, '表: 表一\n数: [3, 4, 7]\n')).toEqual([
      '数第 1 项：这一项的 2 倍 6 亩，超过 5 亩，多 1 亩',
      '数第 2 项：这一项的 2 倍 8 亩，超过 5 亩，多 3 亩',
      '数第 3 项：这一项 7 亩，超过 5 亩，多 2 亩',
      '数第 3 项：这一项的 2 倍 14 亩，超过 5 亩，多 9 亩',
      '数第 3 项的这一项是 7 亩',
    ]);
  });

  test('is not the name of another of the items', async () => {
    const group = (name: string) => `${name}: { 类型: 组, 单位: 亩, 字段: { 一: 金额, 二: 金额 } }`;
    const form = formOf(
      [group('甲'), group('乙')],
      `和: { ${own.replace('数', '[甲, 乙]').replace('$项', '$和($项)')} }`,
    );
    expect(await messages(form, '表: 表一\n甲: { 一: 1, 二: 2 }\n乙: { 一: 3, 二: 4 }\n')).toEqual([
      '乙：这一项合计 7 亩，超过 5 亩，多 2 亩',
    ]);
  });

  test('is told once where it is an amount with a name of its own', async () => {
    const form = formOf(['甲: { 类型: 金额, 单位: 亩 }'], `一: { ${own.replace('数', '甲')} }`);
    expect(await messages(form, '表: 表一\n甲: 7\n')).toEqual(['甲 7 亩，超过 5 亩，多 2 亩']);
  });

  test('has a name in faults of form.yaml', async () => {
    const list = '数: { 类型: 列表, 单位: 亩, 字段: { 名: 文字, 一: 金额 } }';
    expect(await messages(formOf([list], `一: { ${own} }`), '表: 表一\n')).toEqual([
      '检查“一”：“这一项”不是金额，是组',
    ]);
  });
});

describe('numbers of one message', () => {
  const print = '单位: 元, 印: { 小数: 2, 分组: 是 }';

  test('have the shape that the form prints', async () => {
    const form = formOf(
      [`甲: { 类型: 金额, ${print} }`, `乙: { 类型: 金额, ${print} }`, '丙: { 类型: 金额, 单位: 元 }'],
      '平: { 左: 甲, 关系: 等于, 右: "$和(乙, 丙)", 允差: 0 }',
    );
    const [finding] = await checked(form, '表: 表一\n甲: 3001\n乙: 2000.8\n丙: "1,000"\n');
    expect(finding?.message).toBe('甲 3,001.00 元，乙和丙合计是 3,000.80 元，差 0.20 元');
    expect(finding?.related.map(({ message }) => message)).toEqual(['乙 2,000.80 元', '丙 1,000.00 元']);
    expect(finding?.advice).toBe('核对这几项；别的都对，这里就写 3000.8。');
  });

  test('are as plain as each other where the form prints what is typed', async () => {
    const form = formOf(
      ['甲: { 类型: 金额, 单位: 元 }', '乙: { 类型: 金额, 单位: 元 }'],
      '平: { 左: 甲, 关系: 等于, 右: 乙, 允差: 0 }',
    );
    const [finding] = await checked(form, '表: 表一\n甲: 3001.50\n乙: "2,000.80"\n');
    expect(finding?.message).toBe('甲 3001.5 元，乙是 2000.8 元，差 1000.7 元');
    expect(finding?.related.map(({ message }) => message)).toEqual(['乙 2000.8 元']);
  });

  test('are so in sums too', async () => {
    const sum = (settings: string) =>
      formOf([`甲: { 类型: 列表, 单位: 元, 每项: 金额 }`, `乙: { 类型: 金额, ${settings}, 求和: 甲 }`]);
    expect(await messages(sum(print), '表: 表一\n甲: [3000, 0.8]\n乙: 4000\n')).toEqual([
      '“乙”写的是 4,000.00，各项（甲）之和是 3,000.80',
    ]);
    expect(await messages(sum(print), '表: 表一\n甲: [1000.33, 1000.33, 1000.33]\n乙: 3001\n')).toEqual([
      '“乙”写的是 3,001.00，各项（甲）之和是 3,000.99，差 0.01，像是四舍五入',
    ]);
    expect(await messages(sum('单位: 元'), '表: 表一\n甲: [3000, 0.8]\n乙: "4,000.0"\n')).toEqual([
      '“乙”写的是 4000，各项（甲）之和是 3000.8',
    ]);
  });
});
