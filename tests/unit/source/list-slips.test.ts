import { describe, expect, it } from 'vitest';
import { faults, read } from './read.ts';

/** What a clerk typed, the whole of what is answered, and what the advice makes of it: sound. */
const slips: readonly (readonly [string, readonly string[], string])[] = [
  [
    '任务:\n  - 名称: 甲\n    金额: 3\n    名称: 乙\n    金额: 4\n  - 名称: 丙\n    金额: 5\n',
    [
      '4:5 S004 同一条里“名称”写了两次 → 如果是新的一条，写成“- 名称: 乙”，“-”前面空 2 格，和上一条对齐；如果写重了，只留一个。',
    ],
    '任务:\n  - 名称: 甲\n    金额: 3\n  - 名称: 乙\n    金额: 4\n  - 名称: 丙\n    金额: 5\n',
  ],
  [
    '任务:\n  - 名称: 甲\n    金额: 3\n  名称: 乙\n  金额: 4\n  - 名称: 丙\n    金额: 5\n',
    [
      '4:3 S002 “名称”和上面各条的“-”对齐，自己前面却没有“- ” → 写成“- 名称: 乙”：半角的“-”，后面空一格；下面 1 行各多空两格，和“名称”对齐。',
    ],
    '任务:\n  - 名称: 甲\n    金额: 3\n  - 名称: 乙\n    金额: 4\n  - 名称: 丙\n    金额: 5\n',
  ],
  [
    '任务:\n  - 目标: 甲\n  目标: |\n    乙\n    丙\n  金额: 3\n',
    [
      '3:3 S002 “目标”和上面各条的“-”对齐，自己前面却没有“- ” → 写成“- 目标: |”：半角的“-”，后面空一格；下面 3 行各多空两格。',
    ],
    '任务:\n  - 目标: 甲\n  - 目标: |\n      乙\n      丙\n    金额: 3\n',
  ],
  [
    '任务:\n  - 分项: { 甲: 1 }\n  分项:\n    甲: 1\n  - 分项: { 甲: 2 }\n',
    [
      '3:3 S002 “分项”和上面各条的“-”对齐，自己前面却没有“- ” → 写成“- 分项:”：半角的“-”，后面空一格；下面 1 行各多空两格。',
    ],
    '任务:\n  - 分项: { 甲: 1 }\n  - 分项:\n      甲: 1\n  - 分项: { 甲: 2 }\n',
  ],
  [
    '任务:\n  - 名称: 甲\n    金额: 3\n  2. 名称: 乙\n    金额: 4\n  - 名称: 丙\n    金额: 5\n',
    ['4:3 S002 “2.”不能当一条的开头 → 写成“- 名称: 乙”：半角的“-”，后面空一格。'],
    '任务:\n  - 名称: 甲\n    金额: 3\n  - 名称: 乙\n    金额: 4\n  - 名称: 丙\n    金额: 5\n',
  ],
  [
    '任务:\n  - 名称: 甲\n  金额: 3\n  目标: |\n    一段\n  - 名称: 丙\n    金额: 5\n',
    [
      '3:3 S002 “金额”和“-”对齐了，没有和这一条的“名称”对齐 → 应空 4 格（和“名称”对齐）；下面 2 行也多空 2 格。如果它是新的一条，前面要有“- ”。',
    ],
    '任务:\n  - 名称: 甲\n    金额: 3\n    目标: |\n      一段\n  - 名称: 丙\n    金额: 5\n',
  ],
  [
    '任务:\n  - 名称: 甲\n  金额: 3\n    目标: 好\n    年份: 2\n  - 名称: 丙\n    金额: 5\n',
    [
      '3:3 S002 “金额”和“-”对齐了，没有和这一条的“名称”对齐 → 应空 4 格（和“名称”对齐）。如果它是新的一条，前面要有“- ”。',
    ],
    '任务:\n  - 名称: 甲\n    金额: 3\n    目标: 好\n    年份: 2\n  - 名称: 丙\n    金额: 5\n',
  ],
  [
    '任务:\n  1. 名称: 甲\n     金额: 3\n  2. 名称: 乙\n     金额: 4\n',
    [
      '2:3 S002 “1.”不能当一条的开头 → 写成“- 名称: 甲”：半角的“-”，后面空一格。',
      '4:3 S002 “2.”不能当一条的开头 → 写成“- 名称: 乙”：半角的“-”，后面空一格。',
    ],
    '任务:\n  -  名称: 甲\n     金额: 3\n  -  名称: 乙\n     金额: 4\n',
  ],
  [
    '指标:\n  产出:\n    数量:\n      - { 名: 甲 }\n    - 时效:\n      - { 名: 乙 }\n    成本: []\n',
    ['5:5 S002 “时效”和上面的键对齐，前面不用“- ” → 写成“时效:”，前面空 4 格。'],
    '指标:\n  产出:\n    数量:\n      - { 名: 甲 }\n    时效:\n      - { 名: 乙 }\n    成本: []\n',
  ],
  [
    '指标:\n  产出:\n      - { 名: 甲 }\n      - { 名: 乙 }\n    质量:\n      - { 名: 丙 }\n    时效:\n      - { 名: 丁 }\n  效益:\n',
    [
      '3:7 S002 这几条直接写在“产出”下面，少了一个键：它们空 6 格，下面的“质量”空 4 格 → 在它们上面补一行，像“质量:”那样，前面空 4 格。',
    ],
    '指标:\n  产出:\n    数量:\n      - { 名: 甲 }\n      - { 名: 乙 }\n    质量:\n      - { 名: 丙 }\n    时效:\n      - { 名: 丁 }\n  效益:\n',
  ],
  [
    '目标: 很好\n  - 名称: 甲\n    金额: 3\n  - 名称: 乙\n    金额: 4\n年度: 2024\n',
    ['2:3 S002 这几条上面少了一个键：上一行的“目标”已经有值 → 在它们上面补一行“键:”，和“目标”对齐。'],
    '目标: 很好\n任务:\n  - 名称: 甲\n    金额: 3\n  - 名称: 乙\n    金额: 4\n年度: 2024\n',
  ],
  [
    '数量:\n  - { 名: 甲 }\n- 时效:\n  - { 名: 乙 }\n成本: []\n',
    ['3:1 S002 “时效”和上面的键对齐，前面不用“- ” → 写成“时效:”，顶格写。'],
    '数量:\n  - { 名: 甲 }\n时效:\n  - { 名: 乙 }\n成本: []\n',
  ],
  [
    '  表: 甲\n年度: 2024\n任务:\n  - 名称: 甲\n',
    ['1:3 S002 “表”比下面的“年度”多空了 2 格 → 顶格写，和“年度”对齐。'],
    '表: 甲\n年度: 2024\n任务:\n  - 名称: 甲\n',
  ],
  [
    '# 注\n- 表: 甲\n年度: 2024\n任务:\n  - 名称: 甲\n',
    ['2:1 S002 “表”前面不用“- ” → 写成“表: 甲”，和下面的“年度”对齐。'],
    '# 注\n表: 甲\n年度: 2024\n任务:\n  - 名称: 甲\n',
  ],
  [
    '产出:\n      数量:\n      - { 名: 甲 }\n  质量:\n    - { 名: 乙 }\n  时效: []\n',
    ['2:7 S002 “数量”比下面的“质量”多空了 4 格 → 应空 2 格，和“质量”对齐。'],
    '产出:\n  数量:\n      - { 名: 甲 }\n  质量:\n    - { 名: 乙 }\n  时效: []\n',
  ],
  [
    '任务:\n      - 名称: 甲\n        金额: 3\n        目标: 好\n  - 名称: 乙\n    金额: 4\n  - 名称: 丙\n',
    ['2:7 S002 “- 名称”比下面的“- 名称”多空了 4 格 → 应空 2 格，和“- 名称”对齐；下面 2 行也各少空 4 格。'],
    '任务:\n  - 名称: 甲\n    金额: 3\n    目标: 好\n  - 名称: 乙\n    金额: 4\n  - 名称: 丙\n',
  ],
  [
    '任务:\n      - 名称: 甲\n    金额: 3\n  - 名称: 乙\n    金额: 4\n  - 名称: 丙\n',
    ['2:7 S002 “- 名称”比下面的“- 名称”多空了 4 格 → 应空 2 格，和“- 名称”对齐。'],
    '任务:\n  - 名称: 甲\n    金额: 3\n  - 名称: 乙\n    金额: 4\n  - 名称: 丙\n',
  ],
];

describe('a slip in a list is told once, where it was made', () => {
  it.each(slips)('%j', (text, answers) => expect(faults(text)).toEqual(answers));

  it.each(slips)('%j with the line ends of Windows', (text, answers) => {
    expect(faults(text.replaceAll('\n', '\r\n'))).toEqual(answers);
  });

  it.each(slips)('%j is sound when it is written as told', (_, __, sound) => {
    expect(() => read(sound)).not.toThrow();
  });

  it.each([
    ['  - 名称: 甲\n  金额: 3\n', 3],
    ['  - 名称: 甲\n    金额: 3\n  名称: 乙\n  金额: 4\n', 4],
    ['  数量:\n    - 甲\n  - 时效:\n    - 乙\n', 4],
  ])('and told in every one of its items: %j', (items, first) => {
    const lines = Array.from({ length: 9 }, (_, i) => `${first + i * (items.split('\n').length - 1)}:3`);
    const told = faults(`任务:\n${Array.from({ length: 9 }, (_, i) => items.replaceAll(':\n', `${i}:\n`)).join('')}`);
    expect(told.map((one) => one.split(' ')[0])).toEqual(lines);
  });

  it('and hides no other fault', () => {
    const told = faults('任务:\n  - 名称: 甲\n    名称: 乙\n    金额: 4\n    金额: 5\n年度：2024\n');
    expect(told.map((one) => one.slice(0, 8))).toEqual(['3:5 S004', '5:5 S004', '6:3 S002']);
  });

  it('and what is put in for a key that is gone is no fault, however often', () => {
    const twice = faults('目标: 很好\n  - 名称: 甲\n内容: 更好\n  - 名称: 乙\n年度：2024\n');
    expect(twice.map((one) => one.slice(0, 8))).toEqual(['2:3 S002', '4:3 S002', '5:3 S002']);
    const naked = faults(
      '指标:\n  产出:\n      - { 名: 甲 }\n      - { 名 乙 }\n    质量:\n      - { 名: 丙 }\n    时效:\n      - { 名: 丁 }\n',
    );
    expect(naked.map((one) => one.slice(0, 8))).toEqual(['3:7 S002', '4:11 S00']);
  });
});

describe('what is sound in a list is not told', () => {
  it.each([
    '任务:\n- 名称: 甲\n  金额: 3\n年度: 2024\n',
    '任务:\n  - 名称: 甲\n    金额: 3\n  - 金额: 4\n    名称: 乙\n年度: 2024\n',
    '任务:\n  - 名称: 甲\n    分项:\n    - 名称: 乙\n    - 名称: 丙\n    金额: 3\n',
    '指标:\n  - 数量:\n    - 甲\n  - 质量:\n    - 乙\n',
    '年度: 2024\n"任务":\n- 分项:\n  - 甲\n- 分项:\n  - 乙\n',
  ])('%j', (text) => expect(faults(`${text}末: [\n`).map((one) => one.slice(-40, -1))).toHaveLength(1));

  it.each([
    ['3:9 ', '指标:\n  "数量":\n    - { 名 甲 }\n  质量:\n    - 乙\n  时效:\n    - 丙\n'],
    ['6:7 ', '任务:\n  - 名称: 甲\n    金额: 3\n  -\n    名称: 乙\n    金额：4\n'],
  ])('and hides no fault at %s in %j', (place, text) => {
    expect(faults(text).map((one) => one.slice(0, 4))).toEqual([place]);
  });

  it('a key that stands too far left of its siblings is told itself, and lacks none below', () => {
    const told = faults(
      '指标:\n  效益:\n      经济:\n          - 甲\n    社会:\n          - 乙\n      生态:\n          - 丙\n      长期:\n          - 丁\n',
    );
    expect(told.map((one) => one.slice(0, 20))).toEqual(['5:5 S002 缩进没有对齐：“社会”']);
  });

  it('one key that stands too deep below a list is told itself', () => {
    const [told = '', ...others] = faults('任务:\n    - 名称: 甲\n  其他:\n    - 名称: 乙\n');
    expect(told).toMatch(/^3:3 S002 缩进没有对齐/u);
    expect(others).toEqual([]);
  });
});

it('a line of wide blanks among items is not what they stand below', () => {
  const text =
    '指标:\n  产出:\n      - { 名: 甲 }\n\u3000\n      - { 名: 乙 }\n    质量:\n      -{ 名: 丙 }\n    时效:\n      - { 名: 丁 }\n  效益:\n';
  expect(faults(text).join('\n')).toContain('3:7 S002 这几条直接写在“产出”下面');
});
