import { describe, expect, test } from 'vitest';
import { blueprintOf, formWith, openedShelf, repository, successOf, told } from './support.ts';

const fields = formWith('甲: 金额', '乙: 金额');
const formOf = (...lines: readonly string[]): string =>
  `${fields}检查:\n${lines.map((line) => `  ${line}\n`).join('')}`;
const faults = (...lines: readonly string[]): string[] => told(blueprintOf(formOf(...lines)), formOf(...lines));
const checksOf = (...lines: readonly string[]) => successOf(blueprintOf(formOf(...lines))).checks;
const sum = '左: 甲, 关系: 等于, 右: 乙';

describe('检查 of a form.yaml', () => {
  test('is empty where the form is silent', () => {
    expect(successOf(blueprintOf(fields)).checks).toEqual({ sums: [], levels: new Map() });
  });

  test('has the sums with all that is said of them', () => {
    const [read] = checksOf(
      `平: { 逐项: 丙, ${sum}, 单位: 万元, 允差: 0.05, 级别: 提示, 消息: 话, 指向: [甲, 乙] }`,
    ).sums;
    expect(read).toMatchObject({
      code: 'A0',
      name: '平',
      each: [{ text: '丙' }],
      left: { text: '甲' },
      relation: 'equal',
      right: [{ name: null, text: { text: '乙' } }],
      unit: '万元',
      tolerance: { digits: '0.05', percent: false },
      severity: 'hint',
      message: { text: '话' },
      points: [{ text: '甲' }, { text: '乙' }],
    });
  });

  test('leaves out what is not said', () => {
    expect(checksOf(`平: { ${sum} }`).sums[0]).toMatchObject({
      each: [],
      unit: null,
      tolerance: null,
      severity: 'warning',
      message: null,
      points: [],
    });
  });

  test.each([
    ['A1', 'warning'],
    ['A3', 'warning'],
    ['A4', 'error'],
    ['A7', 'error'],
    ['A8', 'error'],
  ])('gives %s the level of the table', (rule, severity) => {
    expect(checksOf(`${rule}: { ${sum} }`).sums).toMatchObject([{ code: rule, severity }]);
  });

  test.each([
    ['等于', 'equal'],
    ['不超过', 'atMost'],
    ['不少于', 'atLeast'],
  ])('knows the relation %s', (word, relation) => {
    expect(checksOf(`平: { 左: 甲, 关系: ${word}, 右: 乙 }`).sums).toMatchObject([{ relation }]);
  });

  test('takes several right sides as a list, or by names', () => {
    const rights = (text: string) =>
      checksOf(`平: { 左: 甲, 关系: 等于, 右: ${text} }`).sums[0]?.right.map(({ name, text: one }) => [name, one.text]);
    expect(rights('[甲, 乙]')).toEqual([
      [null, '甲'],
      [null, '乙'],
    ]);
    expect(rights('{ 一: 甲, 二: 乙 }')).toEqual([
      ['一', '甲'],
      ['二', '乙'],
    ]);
  });

  test('takes a tolerance as a number or as percents', () => {
    const tolerance = (text: string) => checksOf(`平: { ${sum}, 允差: ${text} }`).sums[0]?.tolerance;
    expect(tolerance('0')).toEqual({ digits: '0', percent: false });
    expect(tolerance('12.5%')).toEqual({ digits: '12.5', percent: true });
  });

  test('changes the levels of the other rules, with reasons', () => {
    const { levels, sums } = checksOf(
      'V6: { 级别: 不查, 因: 上级这样定的 }',
      'T3: { 级别: 错误, 因: 必须有 }',
      'A9: { 级别: 警告, 因: 先提醒 }',
      'X1: { 级别: 提示, 因: 不要紧 }',
    );
    expect(sums).toEqual([]);
    expect([...levels]).toEqual([
      ['V6', 'off'],
      ['T3', 'error'],
      ['A9', 'warning'],
      ['X1', 'hint'],
    ]);
  });

  test('switches a sum off for a reason, even one that could not be evaluated', () => {
    expect(checksOf('A1: { 左: 没有, 关系: 等于, 右: 没有, 级别: 不查, 因: 口径不同 }').sums).toEqual([]);
  });

  test('is inherited: a form takes a check away, says a part of it anew, or switches it off', () => {
    const parent = `字段: { 甲: 金额, 乙: 金额 }\n检查:\n  A1: { ${sum} }\n  A3: { ${sum} }\n  平: { ${sum}, 单位: 元 }\n  V6: { 级别: 不查, 因: 话 }\n`;
    const child =
      '表: 表一\n沿用: 母表\n检查:\n  A1: 无\n  A3: { 级别: 不查, 因: 话 }\n  平: { 右: 甲 }\n  V6: { 级别: 提示 }\n';
    const { checks } = successOf(blueprintOf(child, { 'templates/母表/form.yaml': parent }));
    expect(checks.sums).toMatchObject([
      { name: '平', left: { text: '甲' }, right: [{ text: { text: '甲' } }], unit: '元' },
    ]);
    expect([...checks.levels]).toEqual([['V6', 'hint']]);
  });

  test.each([
    ['V66: { 级别: 不查, 因: 话 }', '6:3 «V66» C001 没有“V66”这条规则 → 是不是“V6”？自己的检查要写“左”“关系”“右”。'],
    ['V6: { 级别: 不查 }', '6:3 «V6» C001 “V6”改了级别，没有写原因 → 在“级别”旁边写上“因: ……”，说给以后看表的人。'],
    [
      'V6: { 级别: 不查, 因: }',
      '6:3 «V6» C001 “V6”改了级别，没有写原因 → 在“级别”旁边写上“因: ……”，说给以后看表的人。',
    ],
    ['V6: { 因: 话 }', '6:3 «V6» C001 规则 V6 没有写“级别” → 写成“V6: { 级别: 不查, 因: …… }”。'],
    ['V6: { 级别: 算了, 因: 话 }', '6:13 «算了» B004 “级别”不认识“算了” → 可以写的有：错误、警告、提示、不查。'],
    ['V6: { 级别: 提示, 因: 话, 单位: 元 }', '6:23 «单位» B003 规则“V6”里没有“单位”这一项 → 可以写的有：级别、因。'],
    ['V6: 不查', '6:3 «V6» B004 “V6”下面应是一组“名称: 内容” → 例如“V6: { 级别: 不查, 因: …… }”。'],
    [
      'V6: 无',
      '6:3 «V6» B005 “V6: 无”没有可去掉的：沿用的表里没有它 → 沿用的表里没有的，不用写；不查一条规则，写“V6: { 级别: 不查, 因: …… }”。',
    ],
    [
      'T1: { 级别: 不查, 因: 话 }',
      '6:3 «T1» C001 规则 T1（不是体系的一级名称）的级别不能改：读数据时就要按它判断 → 删去“T1”这一条。',
    ],
    [
      'I2: { 级别: 警告, 因: 话 }',
      '6:3 «I2» C001 规则 I2（个数应是整数）的级别不能改：读数据时就要按它判断 → 删去“I2”这一条。',
    ],
    [
      'A17: { 级别: 警告, 因: 话 }',
      '6:3 «A17» C001 规则 A17（不能是负数）的级别不能改：读数据时就要按它判断 → 删去“A17”这一条。',
    ],
    [
      'T2: { 级别: 警告, 因: 话 }',
      '6:3 «T2» C001 规则 T2（二级名称放错了地方）的级别不能改：读数据时就要按它判断 → 删去“T2”这一条。',
    ],
    [
      'A1: { 级别: 不查, 因: 话 }',
      '6:3 «A1» C001 这张表没有规则 A1（支出和收入不符）的算式 → 写上“左”“关系”“右”，或删去“A1”这一条。',
    ],
    [
      `A1: { ${sum}, 级别: 错误 }`,
      '6:3 «A1» C001 “A1”改了级别，没有写原因 → 在“级别”旁边写上“因: ……”，说给以后看表的人。',
    ],
    [
      `平: { ${sum}, 级别: 不查 }`,
      '6:3 «平» C001 “平”改了级别，没有写原因 → 在“级别”旁边写上“因: ……”，说给以后看表的人。',
    ],
    [
      `V5: { ${sum} }`,
      '6:3 «V5» C001 规则 V5（率和满意度没有百分数）不是算式，不能自己写 → 算式的规则有：A1、A3、A4、A7、A8；别的检查起一个名称，例如“结余: { …… }”。',
    ],
    [
      `A99: { ${sum} }`,
      '6:3 «A99» C001 没有“A99”这条规则 → 算式的规则有：A1、A3、A4、A7、A8；别的检查起一个名称，例如“结余: { …… }”。',
    ],
    [
      `A0: { ${sum} }`,
      '6:3 «A0» C001 没有“A0”这条规则 → 算式的规则有：A1、A3、A4、A7、A8；别的检查起一个名称，例如“结余: { …… }”。',
    ],
    ['平: { 关系: 等于, 右: 乙 }', '6:3 «平» C001 检查“平”缺“左” → 加上“左: $和(甲, 乙)”这样的一行。'],
    ['平: { 左: 甲, 右: 乙 }', '6:3 «平» C001 检查“平”缺“关系” → 加上“关系: 等于”这样的一行。'],
    ['平: { 左: 甲, 关系: 等于, 右: }', '6:3 «平» C001 检查“平”缺“右” → 加上“右: 丙”这样的一行。'],
    ['平: { 左: 甲, 关系: 大约, 右: 乙 }', '6:18 «大约» B004 “关系”不认识“大约” → 可以写的有：等于、不超过、不少于。'],
    [
      `平: { ${sum}, 允差: 一点 }`,
      '6:32 «一点» B004 “允差”不是数：“一点” → 写一个数（和“单位”的单位相同），或者写百分数，例如 0.05 或 0.5%。',
    ],
    [`平: { ${sum}, 允许: 1 }`, '6:28 «允许» B003 检查“平”里没有“允许”这一项 → 是不是“允差”？'],
    [`平: { ${sum}, 指向: [甲, [乙]] }`, '6:36 «[乙]» B004 “指向”的每一项应是一个算式 → 写成“指向: [甲, 乙]”这样。'],
  ])('is told at the word: %s', (line, fault) => {
    expect(faults(line)).toEqual([fault]);
  });

  test('is a group', () => {
    const form = `${fields}检查: [A1]\n`;
    expect(told(blueprintOf(form), form)[0]).toContain('B004 “检查”下面应是一组');
  });

  test('of the five forms stands in the files of those who wrote them', () => {
    const shelf = openedShelf(repository);
    const at = { file: '', start: 0, end: 0 };
    const names = (id: string) => successOf(shelf.find(id, () => null, at)).checks.sums.map(({ name }) => name);
    expect(names('大朗镇部门整体预算绩效目标表')).toEqual(['A1', 'A3', 'A4', 'A7']);
    expect(names('增城区部门整体预算绩效目标申报表')).toEqual(['A1', 'A3', 'A4', 'A7']);
    expect(names('小谷围街道部门整体预算绩效目标申报表')).toEqual(['A1', 'A3', 'A4', 'A7']);
    expect(names('渚源县部门整体支出绩效目标批复表')).toEqual([]);
    expect(names('福田区部门整体支出绩效目标表')).toEqual(['A8']);
  });
});

describe('names that records keep for themselves', () => {
  test.each([
    ['接受: 文字', '3:3 «接受» B004 字段不能叫“接受” → 数据里每一组都用它写接受的警告；换一个名称。'],
    ['排版: 文字', '3:3 «排版» B004 字段不能叫“排版” → 数据里用它说怎么排版；换一个名称。'],
    [
      '组: { 类型: 组, 字段: { 接受: 文字, 甲: 文字 } }',
      '3:21 «接受» B004 字段不能叫“接受” → 数据里每一组都用它写接受的警告；换一个名称。',
    ],
  ])('are no names of fields: %s', (line, fault) => {
    expect(told(blueprintOf(formWith(line)), formWith(line))).toEqual([fault]);
  });
});
