import { describe, expect, it } from 'vitest';
import { faults } from './read.ts';

/** What a clerk typed, and the whole of what is answered: `line:column S002 message → advice`. */
const slips: readonly (readonly [string, string])[] = [
  // Full-width marks between braces.
  [
    '指标:\n  - { 三级指标：完成率, 指标值: 90% }\n',
    '2:11 S002 { } 里用了全角的“：” → 写成“{ 三级指标: 完成率, 指标值: 90% }”：括号、冒号、逗号用半角，冒号和逗号后面空一格。',
  ],
  [
    '指标:\n  - { 三级指标: 完成率，指标值: 90% }\n',
    '2:16 S002 { } 里用了全角的“，” → 写成“{ 三级指标: 完成率, 指标值: 90% }”：括号、冒号、逗号用半角，冒号和逗号后面空一格。',
  ],
  [
    '指标:\n  - ｛三级指标：完成率，指标值：90%｝\n',
    '2:5 S002 { } 里用了全角的“｛”“：”“，”“｝” → 写成“{三级指标: 完成率, 指标值: 90% }”：括号、冒号、逗号用半角，冒号和逗号后面空一格。',
  ],
  [
    '预算: { 总额:1219.80, 拨款:1219.80 }\n',
    '1:9 S002 { } 里的冒号后面没有空格 → 写成“{ 总额: 1219.80, 拨款: 1219.80 }”：括号、冒号、逗号用半角，冒号和逗号后面空一格。',
  ],
  [
    '预算: { 本级: { 总额：3 }， 下级: "，：" }\n',
    '1:15 S002 { } 里用了全角的“：”“，” → 写成“{ 本级: { 总额: 3 }, 下级: "，：" }”：括号、冒号、逗号用半角，冒号和逗号后面空一格。',
  ],
  // An amount with separators between braces.
  [
    '预算: { 总额: 3,109.75, 拨款: 2 }\n',
    "1:11 S002 { } 里的逗号把“3,109.75”分成了几项 → 写成 3109.75，或者加单引号写成 '3,109.75'。",
  ],
  [
    '预算: { 总额: 8,400,000.00 }\n',
    "1:11 S002 { } 里的逗号把“8,400,000.00”分成了几项 → 写成 8400000.00，或者加单引号写成 '8,400,000.00'。",
  ],
  [
    '指标: { 名称: 时间: 三天, 值: 2 }\n',
    "1:11 S002 { } 里一项有两个“: ”，分不清哪个是键 → 如果是两项，中间用半角逗号隔开；如果是文字，加单引号写成 '时间: 三天'。",
  ],
  // The dash of an item.
  [
    '任务:\n  -名称: 甲\n   金额: 3\n',
    '2:3 S002 “-”后面没有空格，不成一条 → 写成“- 名称: 甲”：半角的“-”，后面空一格。',
  ],
  [
    '任务:\n  - 名称: 甲\n  -名称: 乙\n',
    '3:3 S002 “-”后面没有空格，不成一条 → 写成“- 名称: 乙”：半角的“-”，后面空一格。',
  ],
  ['任务:\n  －　名称: 甲\n', '2:3 S002 “－”不能当一条的开头 → 写成“- 名称: 甲”：半角的“-”，后面空一格。'],
  ['任务:\n  · 甲\n  · 乙\n', '2:3 S002 “·”不能当一条的开头 → 写成“- 甲”：半角的“-”，后面空一格。'],
  [
    '任务:\n  - 甲\n  乙\n',
    '3:3 S002 “乙”和上面各条对齐，前面却没有“- ” → 如果它是新的一条，写成“- 乙”；如果它属于“甲”这一条，再缩进两格。',
  ],
  // Indentation.
  [
    '基本:\n  人数: 2\n 单位: 3\n',
    '3:2 S002 缩进没有对齐：这一行前面空了 1 格 → 应空 2 格（和“人数”对齐）或 0 格（和“基本”对齐）。缩进用空格，同组的键对齐，每深一层多两格。',
  ],
  [
    '绩效:\n  产出:\n    数量:\n      - 名: 甲\n   质量:\n      - 名: 乙\n',
    '5:4 S002 缩进没有对齐：这一行前面空了 3 格 → 应空 4 格（和“数量”对齐）或 2 格（和“产出”对齐）。缩进用空格，同组的键对齐，每深一层多两格。',
  ],
  [
    '任务:\n  - 名称: 甲\n   金额: 3\n',
    '3:4 S002 缩进没有对齐：这一行前面空了 3 格 → 应空 4 格（和“名称”对齐）或 2 格（和“- 名称”对齐）。缩进用空格，同组的键对齐，每深一层多两格。',
  ],
  [
    '任务:\n  - 名称: 甲\n      金额: 3\n',
    '3:7 S002 “金额”比上一行缩进得深，可是上一行的键已经有值 → 和上一行的“名称”对齐，前面空 4 格；如果它是下一级，上一行冒号后面不要写字。',
  ],
  ['基本:\n　　人数: 2\n', '2:1 S002 行首的缩进用了全角空格 → 换成半角空格，每深一层多两个。'],
  // Colons of other kinds.
  ['年度=2024\n', '1:3 S002 “年度”后面用了“=”，要用半角冒号 → 写成“年度: 2024”：冒号用半角，后面空一格。'],
  ['表: x\n年度∶2024\n', '2:3 S002 “年度”后面用了“∶”，要用半角冒号 → 写成“年度: 2024”：冒号用半角，后面空一格。'],
  // A spreadsheet pasted in.
  [
    '部门名称\t甲局\n年度\t2024\n',
    '1:1 S002 这 2 行像是从 Excel 粘贴来的：格子之间是制表符（Tab），没有键 → 每格前面要有键，例如写成“部门名称: 甲局”。',
  ],
  [
    '表: x\n指标:\n三级指标\t指标值\t备注\n完成率\t90%\t无\n人数\t3人\t\n',
    '3:1 S002 这 3 行像是从 Excel 粘贴来的：格子之间是制表符（Tab），没有键 → 表头作键，一行写成一条，例如“- { 三级指标: 完成率, 指标值: 90%, 备注: 无 }”。',
  ],
  [
    '指标:\n  - 完成率\t90%\t无\n',
    '2:3 S002 这一行像是从 Excel 粘贴来的：格子之间是制表符（Tab），没有键 → 一行写成一条，例如“- { 键: 完成率, 键: 90%, 键: 无 }”。',
  ],
];

describe('a clerk’s slip is told once, as such, with what to write', () => {
  it.each(slips)('%j', (text, answer) => {
    expect(faults(text)).toEqual([answer]);
  });

  it.each(slips)('%j with the line ends of Windows', (text, answer) => {
    expect(faults(text.replaceAll('\n', '\r\n'))).toEqual([answer]);
  });

  it('does not hide faults of other lines', () => {
    expect(faults('任务:\n  -名称: 甲\n    金额: 3\n年度：2024\n').map((one) => one.slice(0, 8))).toEqual([
      '2:3 S002',
      '4:3 S002',
    ]);
  });
});

describe('what only looks like a slip is text', () => {
  it.each([
    '目标: |\n  -一是抓落实\n  · 二是抓重点\n  三：抓\t效果\n'.replace('\t', ''),
    '目标: |\n  { 甲：乙，丙：丁 }\n年度: 2024\n',
    '指标: { 名称: 甲，乙、丙, 值: "10:30，半天" }\n',
    '目标: ——抓落实\n',
    '值: -5\n',
    '列: [ -5, 甲，乙 ]\n',
    '键:\t值\n',
    '\u{FEFF}表: x\n',
  ])('%j', (text) => {
    expect(faults(text)).toEqual([]);
  });

  it('lines of a block text stay text when the file has a fault elsewhere', () => {
    const found = faults('目标: |\n  -一是抓落实\n  { 甲：乙，丙：丁 }\n  甲\t乙\n年度：2024\n'.replace('\t', ' '));
    expect(found.map((one) => one.slice(0, 8))).toEqual(['5:3 S002']);
    const quoted = faults('目标: "-一是\n  -二是"\n年度：2024\n');
    expect(quoted.map((one) => one.slice(0, 8))).toEqual(['1:5 S006', '3:3 S002']);
  });
});

describe('a tab inside a text is told at the tab', () => {
  it.each([
    ['目标: 保障\t生活\n', '1:7 S008'],
    ['目标: |\n  保障\t生活\n', '2:5 S008'],
    ['目标: "保障\\t生活"\n', '1:5 S008'],
  ])('%j', (text, place) => {
    expect(faults(text).map((one) => one.slice(0, 8))).toEqual([place]);
  });
});

describe('files of many lines', () => {
  it('with a fault take no longer than they have lines', () => {
    const lines = '  - { 三级指标：完成率，指标值：90% }\n'.repeat(3000);
    const start = performance.now();
    expect(faults(`指标:\n${lines}`)).not.toEqual([]);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
