import { describe, expect, it } from 'vitest';
import { faults } from './read.ts';

const item = (dash: string): string => `  ${dash}名称: 甲\n    内容: 建设\n    资金: 3\n    目标: 好\n`;
const tail = '半角的“-”，后面空一格。';
const noBlank = `3:3 S002 “-”后面没有空格，不成一条 → 写成“- 名称: 甲”：${tail}`;

/** A list with one slip at a dash, and the whole of what is answered. */
const lists: readonly (readonly [string, string])[] = [
  [item('-') + item('- ') + item('- '), noBlank],
  [item('- ').repeat(2) + item('-'), `11:3 S002 “-”后面没有空格，不成一条 → 写成“- 名称: 甲”：${tail}`],
  [item('- ') + item('-') + item('- '), `7:3 S002 “-”后面没有空格，不成一条 → 写成“- 名称: 甲”：${tail}`],
  [item('－ ') + item('- '), `3:3 S002 “－”不能当一条的开头 → 写成“- 名称: 甲”：${tail}`],
  [item('-\u3000') + item('- '), `3:3 S002 “-”后面不是半角空格，不成一条 → 写成“- 名称: 甲”：${tail}`],
  [
    '  -{ 名: 甲, 值: 1 }\n  - { 名: 乙, 值: 2 }\n',
    `3:3 S002 “-”后面没有空格，不成一条 → 写成“- { 名: 甲, 值: 1 }”：${tail}`,
  ],
  [
    '  - { 名: 甲, 值: 1 }\n  -{ 名: 乙, 值: 2 }\n',
    `4:3 S002 “-”后面没有空格，不成一条 → 写成“- { 名: 乙, 值: 2 }”：${tail}`,
  ],
];

describe('a dash that makes no item is told once, and nothing of the right lines around it', () => {
  it.each(lists)('%j', (list, answer) => {
    expect(faults(`表: 甲\n任务:\n${list}年度: 2024\n`)).toEqual([answer]);
  });

  it.each(lists)('%j with the line ends of Windows', (list, answer) => {
    expect(faults(`表: 甲\n任务:\n${list}年度: 2024\n`.replaceAll('\n', '\r\n'))).toEqual([answer]);
  });

  it('each of several is told', () => {
    expect(faults('任务:\n  · 甲\n  · 乙\n').map((one) => one.slice(0, 8))).toEqual(['2:3 S002', '3:3 S002']);
    expect(faults(`任务:\n${item('-')}${item('- ')}${item('-')}`).map((one) => one.slice(0, 8))).toEqual([
      '2:3 S002',
      '10:3 S00',
    ]);
  });

  it('before keys whose colons are wrong too, in all items of a list', () => {
    const found = faults(`任务:\n${'  －名称：甲\n    金额：3\n'.repeat(6)}`);
    expect(found.map((one) => one.split(' →')[0])).toEqual([
      '2:3 S002 “－”不能当一条的开头，这样的共 6 处',
      '3:7 S002 “金额”后面用了全角冒号“：”，这样的共 6 处',
    ]);
  });

  it('before a key whose colon is wrong too', () => {
    expect(faults('任务:\n  -名称：甲\n   金额: 3\n')).toEqual([
      '2:3 S002 “-”后面没有空格，不成一条 → 写成“- 名称: 甲”：半角的“-”，后面空一格；下面和它对齐的行也各多空一格。',
    ]);
  });

  it('a long list of them is no deep one', () => {
    const found = faults(`任务:\n${'  -名: 甲\n   值: 1\n'.repeat(40)}`);
    expect(found).toEqual([
      '2:3 S002 “-”后面没有空格，不成一条，这样的共 40 处 → 写成“- 名: 甲”：半角的“-”，后面空一格；下面和它对齐的行也各多空一格。第 2、4、6、8、10、12、14、16、18、20、22、24…… 行都这样改。',
    ]);
  });

  it('other faults of the list are told at their places', () => {
    const text = `任务:\n${item('-')}${item('- ').replace('内容: ', '内容：')}${item('- ')}`;
    expect(faults(text)).toEqual([
      noBlank.replace('3:', '2:'),
      '7:7 S002 “内容”后面用了全角冒号“：” → 写成“内容: 建设”：冒号用半角，后面空一格。',
    ]);
    expect(faults('任务:\n  -{ 名：甲，值：1 }\n  - { 名: 乙, 值: 2 }\n').map((one) => one.slice(0, 8))).toEqual([
      '2:3 S002',
      '2:7 S002',
    ]);
  });

  it('a bullet without a blank moves the lines that are aligned behind it', () => {
    const item = (name: string) => `  ·名: ${name}\n   值: 1\n`;
    const found = faults(`列:\n${item('甲')}${item('乙')}`);
    expect(found.map((one) => one.slice(0, 8))).toEqual(['2:3 S002', '4:3 S002']);
    expect(found[0]).toContain('下面和它对齐的行也各多空一格');
  });

  it('numbers below a key and in brackets over several lines stay as they are', () => {
    expect(faults('列: [\n  -5,\n  -6 ]\n年度：2024\n').map((one) => one.slice(0, 8))).toEqual(['4:3 S002']);
  });
});

describe('a colon that is as it should be is never told as wrong', () => {
  it.each(['甲: 1\n? 乙\n丙: 2\n丁:\n', '"年度: 2024"\n', '表 甲\n年度: 2024\n 资金: 3\n名称:\n'])('%j', (text) => {
    const found = faults(text);
    expect(found).not.toEqual([]);
    expect(found.join('\n')).not.toContain('没有跟空格');
  });
});
