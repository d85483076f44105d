import { describe, expect, test } from 'vitest';
import { formWith, successOf } from '../blueprint/support.ts';
import { checked, checkedReal, lineOf } from './checking.ts';
import { FILE, recordOf, texts } from './support.ts';

const fields = formWith(
  '话: 文字',
  '组: { 类型: 组, 单位: 万元, 字段: { 甲: 金额, 乙: 金额, 话: 文字 } }',
  '项: { 类型: 列表, 字段: { 名: 文字, 注: 文字, 里: { 类型: 组, 字段: { 名: 文字 } } } }',
  '串: { 类型: 列表, 每项: 文字 }',
  '标: { 类型: 指标, 体系: 甲类, 列: { 名: 文字, 量: 文字 } }',
);
const form = `${fields}检查:\n  平: { 左: 组.甲, 关系: 等于, 右: 组.乙 }\n  X4: { 级别: 警告, 因: 话 }\n`;
const phone = '打13800138000';

/** What is found, each with the reason for which it is accepted. */
async function outcome(...lines: readonly string[]): Promise<string[]> {
  const record = `表: 表一\n${lines.map((line) => `${line}\n`).join('')}`;
  return (await checked(form, record)).map((one) => `${one.code} ${one.severity} ${one.accepted}`);
}

async function told(...lines: readonly string[]): Promise<string[]> {
  const record = `表: 表一\n${lines.map((line) => `${line}\n`).join('')}`;
  return (await checked(form, record)).filter(({ code }) => code.startsWith('C')).map(lineOf({ [FILE]: record }));
}

describe('接受', () => {
  test('marks the warnings and hints of a rule in the same group, and leaves them in the list', async () => {
    expect(await outcome(`话: ${phone}`)).toEqual(['X4 warning null']);
    expect(await outcome(`话: ${phone}`, '接受: { X4: 公开的值班电话 }')).toEqual(['X4 warning 公开的值班电话']);
    expect(await outcome('组: { 甲: 1, 乙: 2, 接受: { A0: 按批复 } }')).toEqual(['A0 warning 按批复']);
  });

  test('is for its own rule, whatever else is found in the group', async () => {
    const group = (code: string) => `组: { 甲: 1, 乙: 2, 话: ${phone}, 接受: { ${code}: 好 } }`;
    expect((await outcome(group('X4'))).toSorted()).toEqual(['A0 warning null', 'X4 warning 好']);
    expect((await outcome(group('A0'))).toSorted()).toEqual(['A0 warning 好', 'X4 warning null']);
    expect((await outcome(group('V5'))).toSorted()).toEqual([
      'A0 warning null',
      'C004 warning null',
      'X4 warning null',
    ]);
    const strict = form.replace('级别: 警告', '级别: 错误');
    const [stale] = (await checked(strict, `表: 表一\n${group('A3')}\n`)).filter(({ code }) => code === 'C004');
    expect(stale).toMatchObject({ message: '这里没有 A3（按级次划分不符）可接受', related: [] });
  });

  test('of an error elsewhere is stale like that of nothing', async () => {
    const strict = form.replace('级别: 警告', '级别: 错误');
    const found = await checked(strict, `表: 表一\n话: ${phone}\n组: { 话: 好, 接受: { X4: 好 } }\n`);
    expect(found.map(({ code, message }) => `${code} ${message}`).at(-1)).toBe('C004 这里没有 X4（手机号码）可接受');
  });

  test('in a row is for that row', async () => {
    const rows = [`  - { 名: ${phone}, 接受: { X4: 甲 } }`, `  - { 名: ${phone} }`];
    expect(await outcome('项:', ...rows)).toEqual(['X4 warning 甲', 'X4 warning null']);
  });

  test('does not reach deeper than its own group, nor higher', async () => {
    expect(await outcome('接受: { X4: 甲 }', `组: { 话: ${phone} }`)).toEqual(['X4 warning null', 'C004 warning null']);
    expect(await outcome(`话: ${phone}`, '组: { 甲:, 接受: { X4: 甲 } }')).toEqual([
      'X4 warning null',
      'C004 warning null',
    ]);
    const deep = [`  - { 名: 甲, 里: { 名: ${phone} }, 接受: { X4: 甲 } }`];
    expect(await outcome('项:', ...deep)).toEqual(['X4 warning null', 'C004 warning null']);
  });

  test('reaches the texts of a list beside it', async () => {
    expect(await outcome(`串: [无, ${phone}]`, '接受: { X4: 甲 }')).toEqual(['X4 warning 甲']);
  });

  test('with a field’s name is for that field alone', async () => {
    const row = (accept: string) => `  - { 名: ${phone}, 注: ${phone}, 接受: { ${accept} } }`;
    expect(await outcome('项:', row('名 X4: 甲'))).toEqual(['X4 warning 甲', 'X4 warning null']);
    expect(await outcome('项:', row('注  X4: 甲'))).toEqual(['X4 warning null', 'X4 warning 甲']);
    expect(await outcome('项:', row('名 X4: 甲, 注 X4: 乙'))).toEqual(['X4 warning 甲', 'X4 warning 乙']);
    expect(await outcome('项:', row('X4: 甲'))).toEqual(['X4 warning 甲', 'X4 warning 甲']);
  });

  test('stands among names of a taxonomy too, and in rows under them', async () => {
    const tree = [
      '标:',
      '  接受: { X4: 甲 }',
      '  产出:',
      '    接受: { X4: 乙 }',
      '    数量:',
      `      - { 名: ${phone}, 量: 1个, 接受: { X4: 丙 } }`,
    ];
    const found = await checked(form, `表: 表一\n${tree.map((line) => `${line}\n`).join('')}`);
    expect(found.filter(({ code }) => code === 'X4').map(({ accepted }) => accepted)).toEqual(['丙']);
    expect(found.filter(({ code }) => code === 'C004')).toHaveLength(2);
  });

  test('is not printed and is no field', () => {
    const record =
      '表: 表一\n接受: { X4: 甲 }\n话: 好\n项:\n  - { 接受: { X4: 甲 }, 名: 一 }\n标:\n  接受: { X4: 甲 }\n  产出: { 接受: { X4: 甲 }, 数量: [{ 名: 二, 接受: { X4: 甲 } }] }\n';
    const { root, acceptances } = successOf(recordOf(form, record));
    expect(JSON.stringify(texts(root))).not.toContain('接受');
    expect(acceptances).toHaveLength(5);
    expect(texts(root)).toMatchObject({ 话: '好', 项: [{ 名: '一' }], 标: [['产出', ['数量', { 名: '二' }]]] });
  });

  test('never accepts an error', async () => {
    const strict = `${fields}检查:\n  平: { 左: 组.甲, 关系: 等于, 右: 组.乙, 级别: 错误 }\n`;
    const record = '表: 表一\n组: { 甲: 1, 乙: 2, 接受: { A0: 甲 } }\n';
    const found = await checked(strict, record);
    expect(found.map(({ code, severity, accepted }) => [code, severity, accepted])).toEqual([
      ['A0', 'error', null],
      ['C004', 'warning', null],
    ]);
    expect(found.slice(1).map(lineOf({ [FILE]: record }))).toEqual([
      '2:24 «A0» warning C004 A0（本表自定的检查）在这里是错误，错误不能接受 → 改正那个错误，删去这一行“接受”。',
    ]);
    expect(found[1]?.related).toEqual([{ at: found[0]?.at, message: '甲 1 万元，乙是 2 万元，差 1 万元' }]);
  });

  test('that meets nothing is C004: when the matter is gone, and when it stands elsewhere', async () => {
    expect(await told('话: 好', '接受: { X4: 甲 }')).toEqual([
      '3:7 «X4» warning C004 这里没有 X4（手机号码）可接受 → 问题已经没有了，删去这一行。',
    ]);
    expect(await told('接受: { X4: 甲 }', `组: { 话: ${phone} }`)).toEqual([
      '2:7 «X4» warning C004 这里没有 X4（手机号码）可接受 → “接受”只管和它同一组的内容：把它移到那里，和“X4”所指的内容并列；用不着了就删去。',
    ]);
  });

  test.each([
    ['接受: 好', '2:1 «接受» error C003 “接受”下面应是一组“规则: 原因” → 写成“接受: { V5: …… }”。'],
    ['接受:', '2:1 «接受» error C003 “接受”下面应是一组“规则: 原因” → 写成“接受: { V5: …… }”。'],
    ['接受: [X4]', '2:1 «接受» error C003 “接受”下面应是一组“规则: 原因” → 写成“接受: { V5: …… }”。'],
    ['接受: { X4: }', '2:7 «X4» error C003 接受 X4 要写原因 → 写成“X4: ……”，原因会印在 check --verbose 里。'],
    ['接受: { X4: "  " }', '2:7 «X4» error C003 接受 X4 要写原因 → 写成“X4: ……”，原因会印在 check --verbose 里。'],
    ['接受: { X4: [好] }', '2:11 «[好]» error C003 接受 X4 要写原因 → 写成“X4: ……”，原因会印在 check --verbose 里。'],
    ['接受: { V55: 好 }', '2:7 «V55» error C003 没有“V55”这条规则 → 是不是“V5”？'],
    ['接受: { x4: 好 }', '2:7 «x4» error C003 没有“x4”这条规则 → 写成大写的“X4”。'],
    ['接受: { R004: 好 }', '2:7 «R004» error C003 R004 不能接受 → 照那一条的办法改，然后删去这一行。'],
    ['接受: { S010: 好 }', '2:7 «S010» error C003 S010 不能接受 → 照那一条的办法改，然后删去这一行。'],
    ['接受: { 咶 X4: 好 }', '2:7 «咶 X4» error C003 同一组里没有“咶” → 可以写的有：话。'],
  ])('that says nothing that there is is C003: %s', async (line, fault) => {
    expect(await told(line, `话: ${phone}`)).toEqual([fault]);
  });

  test('misspelt is an unknown key with advice', async () => {
    const record = '表: 表一\n接収: { X4: 甲 }\n';
    expect((await checked(form, record)).map(lineOf({ [FILE]: record }))).toEqual([
      '2:1 «接収» error R002 这里没有“接収”这一项 → 是不是“接受”？',
    ]);
  });

  test('in a text is a text', async () => {
    expect(await outcome('话: 接受教育')).toEqual([]);
  });
});

describe('接受 in the real records', () => {
  const futian = 'data/福田区/民政局-2024.yaml';
  const xiaoguwei = 'data/番禺区/小谷围街道办事处.yaml';

  test('a row’s V5 is accepted in the row', async () => {
    const name = '三级指标: 室内外应急避难场所的服务覆盖率';
    const found = await checkedReal(xiaoguwei, (text) =>
      text.replace(name, `接受: { 年度指标值 V5: 上级文件规定按个数 }\n        ${name}`),
    );
    expect(found.filter(({ code }) => code === 'V5').map(({ accepted }) => accepted)).toEqual(['上级文件规定按个数']);
    expect(found.filter(({ code }) => code.startsWith('C'))).toEqual([]);
  });

  test('a lacking 二级 is accepted under the 一级 that lacks it', async () => {
    const found = await checkedReal(futian, (text) =>
      text.replace('\n  产出指标:\n', '\n  产出指标:\n    接受: { T4: 成本另有表 }\n'),
    );
    expect(found.filter(({ code }) => code === 'T4').map(({ accepted }) => accepted)).toEqual(['成本另有表']);
    expect(found.filter(({ code }) => code.startsWith('C'))).toEqual([]);
  });
});
