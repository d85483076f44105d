import { describe, expect, it } from 'vitest';
import { faults } from './read.ts';

const tail = '缩进用空格，同组的键对齐，每深一层多两格。';

/** A file with lines that stand too far left, and the whole of what is answered. */
const outdented: readonly (readonly [string, string])[] = [
  [
    '字段:\n  资金:\n    类型: 组\n    字段:\n      预算数: { 类型: 金额 }\n    执行数: { 类型: 金额 }\n      分值: { 类型: 金额 }\n      得分: { 类型: 金额 }\n',
    `6:5 S002 缩进没有对齐：“执行数”前面空了 4 格，下面的“分值”空了 6 格 → “执行数”也空 6 格，和“预算数”对齐。${tail}`,
  ],
  [
    '字段:\n  年度: 年份\n资金:\n    类型: 组\n    字段: { 甲: 金额 }\n  日期: 文字\n  电话: 文字\n',
    `3:1 S002 缩进没有对齐：“资金”前面空了 0 格，下面的“日期”空了 2 格 → “资金”也空 2 格，和“年度”对齐。${tail}`,
  ],
  [
    '资金:\n  类型: 组\n  字段:\n  年初: { 类型: 金额 }\n    分值: { 类型: 金额 }\n    得分: { 类型: 金额 }\n',
    `4:3 S002 缩进没有对齐：“年初”前面空了 2 格，下面的“分值”空了 4 格 → “年初”也空 4 格。${tail}`,
  ],
  [
    '资金:\n  总额: 3\n拨款: 2\n  其他: 1\n年度: 2024\n',
    `3:1 S002 缩进没有对齐：“拨款”前面空了 0 格，下面的“其他”空了 2 格 → “拨款”也空 2 格，和“总额”对齐；如果是“其他”多空了，它空 0 格。${tail}`,
  ],
  [
    '产出:\n  数量:\n    - 甲\n   - 乙\n    - 丙\n    - 丁\n',
    `4:4 S002 缩进没有对齐：“- 乙”前面空了 3 格，下面的“- 丙”空了 4 格 → “- 乙”也空 4 格，和“- 甲”对齐。${tail}`,
  ],
];

it('a group whose first key is gone may stand where it does', () => {
  const [told] = faults(
    '信息:\n  人数: 43\n预算:\n    基本: 81\n    项目: 142\n  收入:\n    拨款: 3\n  级次:\n    本级: 0\n',
  );
  expect(told).toBe(
    `3:1 S002 缩进没有对齐：“预算”前面空了 0 格，下面的“收入”空了 2 格 → “预算”也空 2 格，和“人数”对齐；如果“预算”本来就在这里，是少了一个键：在“基本”上面补一行，像“收入:”那样，前面空 2 格。${tail}`,
  );
});

/** Files whose odd line may belong to more than one group, and the whole of what is answered. */
const undecided: readonly (readonly [string, string])[] = [
  [
    '字段:\n  年度: 年份\n  绩效:\n    类型: 指标\n填报人: { 类型: 文字 }\n  电话: { 类型: 文字 }\n  日期: { 类型: 文字 }\n  负责人: 文字\n',
    `5:1 S002 缩进没有对齐：“填报人”前面空了 0 格，下面的“电话”空了 2 格 → 看“填报人”和谁同组：空 4 格（和“类型”对齐）或 2 格（和“绩效”对齐）。${tail}`,
  ],
  [
    '预算:\n  支出:\n    基本: 81.5\n项目: 142\n  收入:\n    拨款: 3\n  级次:\n    本级: 0\n',
    `4:1 S002 缩进没有对齐：“项目”前面空了 0 格，下面的“收入”空了 2 格 → 看“项目”和谁同组：空 4 格（和“基本”对齐）或 2 格（和“支出”对齐）。${tail}`,
  ],
  [
    '甲:\n  乙:\n    丙:\n      丁: 1\n戊: 2\n  己: 3\n  庚: 4\n',
    `5:1 S002 缩进没有对齐：“戊”前面空了 0 格，下面的“己”空了 2 格 → 看“戊”和谁同组：空 6 格（和“丁”对齐）、4 格（和“丙”对齐）或 2 格（和“乙”对齐）。${tail}`,
  ],
  [
    '甲:\n  乙:\n    丙: 1\n丁:\n    戊: 2\n  己: 3\n  庚: 4\n',
    `4:1 S002 缩进没有对齐：“丁”前面空了 0 格，下面的“己”空了 2 格 → “丁”也空 2 格，和“乙”对齐。${tail}`,
  ],
  [
    '预算:\n  支出:\n    基本: 81.5\n 项目: 142\n',
    `4:2 S002 缩进没有对齐：这一行前面空了 1 格 → 应空 4 格（和“基本”对齐）、2 格（和“支出”对齐）或 0 格（和“预算”对齐）。${tail}`,
  ],
];

it('what is right under a line that stands in no column is not told to move there', () => {
  const [told = ''] = faults('预算:\n  支出:\n    基本: 81.5\n 项目: 142\n  收入: 3\n');
  expect(told).toContain('空 4 格（和“基本”对齐）或 2 格（和“支出”对齐）。缩进');
});

describe('a line that may belong to more than one group is not told to which', () => {
  it.each(undecided)('%j', (text, answer) => {
    expect(faults(text)).toEqual([answer]);
  });

  it.each(undecided)('%j is sound with each indentation that is offered', (text, answer) => {
    const line = Number(/^\d+/.exec(answer)?.[0]) - 1;
    for (const [, depth] of answer.slice(answer.indexOf('→')).matchAll(/(\d+) 格/gu)) {
      if (depth === '0') continue;
      const lines = text.split('\n');
      lines[line] = ' '.repeat(Number(depth)) + (lines[line] ?? '').trimStart();
      expect(faults(lines.join('\n'))).toEqual([]);
    }
  });
});

describe('a line too far left is told itself, not the right lines below it', () => {
  it.each(outdented)('%j', (text, answer) => {
    expect(faults(text)).toEqual([answer]);
  });

  it.each(outdented)('%j with the line ends of Windows', (text, answer) => {
    expect(faults(text.replaceAll('\n', '\r\n'))).toEqual([answer]);
  });

  it.each(outdented)('%j is sound once the line has the indentation it is told', (text, answer) => {
    const line = Number(/^\d+/.exec(answer)?.[0]) - 1;
    const wanted = Number(/也空 (\d+) 格/.exec(answer)?.[1]);
    const lines = text.split('\n');
    const mended = lines.with(line, ' '.repeat(wanted) + (lines[line] ?? '').trimStart());
    const inner = answer.includes('“资金”也空')
      ? mended.map((one, i) => (i === line + 1 || i === line + 2 ? `  ${one}` : one))
      : mended;
    expect(faults(inner.join('\n'))).toEqual([]);
  });

  it('a comment or a block text between them changes nothing', () => {
    const text = '资金:\n  总额: 3\n# 说明\n拨款: |\n    一: 二\n  其他: 1\n  合计: 4\n';
    expect(faults(text)).toEqual([
      `4:1 S002 缩进没有对齐：“拨款”前面空了 0 格，下面的“其他”空了 2 格 → “拨款”也空 2 格，和“总额”对齐。${tail}`,
    ]);
  });

  it('each of two such lines is told', () => {
    const text = '甲:\n  一: 1\n乙: 2\n  二: 2\n  三: 3\n丙:\n  四: 4\n丁: 5\n  五: 5\n  六: 6\n';
    expect(faults(text).map((one) => one.slice(0, 8))).toEqual(['3:1 S002', '8:1 S002']);
  });

  it('a line that is too deep is still told itself', () => {
    expect(faults('资金:\n  总额: 3\n    拨款: 2\n').map((one) => one.slice(0, 8))).toEqual(['3:5 S002']);
  });

  it('a text over two lines is no fault of indentation', () => {
    const found = faults('甲:\n  一: 1\n乙: 很长的文字\n  接着的文字\n丙: 3\n');
    expect(found.map((one) => one.slice(0, 8))).toEqual(['3:4 S006']);
  });
});

describe('a tab in the indentation', () => {
  it.each([
    '字段:\n  年度: 年份\n\t单位: { 类型: 文字 }\n  电话: { 类型: 文字 }\n  日期: { 类型: 文字 }\n',
    '字段:\n  年度: 年份\n\t单位: 文字\n  电话: 文字\n',
  ])('%j is the only fault, whatever follows from it', (text) => {
    expect(faults(text)).toEqual(['3:1 S003 行首的缩进用了制表符（Tab） → 换成空格，每深一层多两个空格。']);
  });
});

describe('a slip at the colon before braces', () => {
  it.each([
    [
      '  填报人：{ 类型: 文字, 例: 李某某 }\n',
      '2:6 S002 “填报人”后面用了全角冒号“：” → 写成“填报人: { 类型: 文字, 例: 李某某 }”：冒号用半角，后面空一格。',
    ],
    [
      '  填报人:{ 类型: 文字, 例: 李某某 }\n',
      '2:6 S002 “填报人”后面的冒号没有跟空格 → 写成“填报人: { 类型: 文字, 例: 李某某 }”：冒号用半角，后面空一格。',
    ],
    [
      '  填报人:{ 类型: 文字 }\n',
      '2:6 S002 “填报人”后面的冒号没有跟空格 → 写成“填报人: { 类型: 文字 }”：冒号用半角，后面空一格。',
    ],
    [
      '  填报人：{ 类型：文字，例：李某某 }\n',
      '2:6 S002 “填报人”后面用了全角冒号“：” → 写成“填报人: { 类型: 文字, 例: 李某某 }”：冒号用半角，后面空一格；{ } 里也是。',
    ],
  ])('%j is told as such, with the line to write', (line, answer) => {
    expect(faults(`字段:\n${line}  电话: 文字\n`)).toEqual([answer]);
  });

  it('text with a colon and braces stays text', () => {
    expect(faults('目标: 时间：{暂定}\n说明: "甲：{ 乙: 丙 }"\n')).toEqual([]);
  });
});
