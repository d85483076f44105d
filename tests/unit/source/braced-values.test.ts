import { describe, expect, it, test } from 'vitest';
import { faults, plain, readMapping } from './read.ts';

/** A value that lacks its quotes between braces: what is answered first, and what the advice makes of the line. */
const slips: readonly (readonly [string, string, string])[] = [
  [
    '甲: { 左: 一, 消息: 收入 {左}，差 {差} }\n乙: 二',
    "1:16 S002 写在 { } 里的“消息”，内容里有花括号，要加引号 → 写成 消息: '收入 {左}，差 {差}'。",
    "甲: { 左: 一, 消息: '收入 {左}，差 {差}' }\n乙: 二",
  ],
  [
    '甲: { 右: $和(支出.甲, 支出.乙), 级别: 错误 }',
    "1:9 S002 写在 { } 里的“右”，内容里有逗号，要加引号 → 写成 右: '$和(支出.甲, 支出.乙)'。",
    "甲: { 右: '$和(支出.甲, 支出.乙)', 级别: 错误 }",
  ],
  [
    '甲: { 左: 任务[名称 = "午餐"].总额, 消息: 差{差} }',
    "1:9 S002 写在 { } 里的“左”，内容里有方括号，要加引号 → 写成 左: '任务[名称 = \"午餐\"].总额'；写成 消息: '差{差}'。",
    "甲: { 左: '任务[名称 = \"午餐\"].总额', 消息: '差{差}' }",
  ],
  [
    '甲: { 左: 一, 消息: {差}多了，{项}，超过 {右} 了, 级别: 错误 }',
    "1:16 S002 写在 { } 里的“消息”，内容里有花括号，要加引号 → 写成 消息: '{差}多了，{项}，超过 {右} 了'。",
    "甲: { 左: 一, 消息: '{差}多了，{项}，超过 {右} 了', 级别: 错误 }",
  ],
  [
    '甲: { 消息: {左} 比 {右}, 丙: { 丁: [一, 二] } }',
    "1:10 S002 写在 { } 里的“消息”，内容里有花括号，要加引号 → 写成 消息: '{左} 比 {右}'。",
    "甲: { 消息: '{左} 比 {右}', 丙: { 丁: [一, 二] } }",
  ],
];

describe('a value between braces that holds brackets and has no quotes', () => {
  it.each(slips)('%j is told at its value, with the quotes that mend it', (typed, said, meant) => {
    expect(faults(typed)).toEqual([said]);
    expect(faults(meant)).toEqual([]);
  });

  test('hides no fault below it', () => {
    expect(faults('甲: { 消息: 差 {差} }\n   乙: 二\n丙: 三').map((one) => one.slice(0, 8))).toEqual([
      '1:10 S00',
      '2:4 S002',
    ]);
  });

  test('is not told where quotes do not mend the line', () => {
    expect(faults('甲: { 消息: 差 {差}, 乙 丙: {').join()).not.toContain('要加引号');
  });

  test('is not told of braces inside a text', () => {
    const told = faults('甲:\n  - { 乙: 一 }\n丙: 见 { 丁: 戊 (己, 庚) }');
    expect(told).toEqual([expect.stringContaining('一行里有两个“: ”')]);
  });

  test('is nothing where the line is sound', () => {
    expect(plain(readMapping('甲: { 取: [支出.甲, 支出.乙], 名: 小学（一，二） }'))).toEqual([
      [
        '甲',
        [
          ['取', ['支出.甲', '支出.乙']],
          ['名', '小学（一，二）'],
        ],
      ],
    ]);
  });
});
