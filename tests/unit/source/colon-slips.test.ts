import { describe, expect, it } from 'vitest';
import { faults } from './read.ts';

const keys = (colon: string): string =>
  ['表', '年度', '名称', '单位'].map((key) => `${key}${colon}甲\n`).join('') +
  `预算${colon}\n  总额${colon}3\n  其中${colon}2\n`;

describe('a slip at the colons of a whole file', () => {
  it.each([
    ['：', '用了全角冒号“：”'],
    [':', '的冒号没有跟空格'],
    ['∶', '用了“∶”，要用半角冒号'],
  ])('is told once, with the lines: %s', (colon, words) => {
    const at = colon === ':' ? ['6', '1、2、3、4、6、7'] : ['7', '1、2、3、4、5、6、7'];
    expect(faults(keys(colon))).toEqual([
      `1:2 S002 “表”后面${words}，这样的共 ${at[0]} 处 → 写成“表: 甲”：冒号用半角，后面空一格。第 ${at[1]} 行都这样改。`,
    ]);
  });

  it('hides no other fault, be there comments, braces, texts and items', () => {
    const found = faults(
      `${keys('：')}任务：  # 两条\n  - 名称：甲\n    值：{ 本级：2，上级：3 }\n  -名称：乙\n目标：|\n  一是：做好\n说明: [\n`,
    );
    expect(found.map((one) => one.split(' →')[0])).toEqual([
      '1:2 S002 “表”后面用了全角冒号“：”，这样的共 9 处',
      '10:6 S002 “值”后面用了全角冒号“：”',
      '11:3 S002 “-”后面没有空格，不成一条',
      '12:3 S002 “目标”后面用了全角冒号“：”',
      '14:5 S002 “[”没有收口，缺“]”',
    ]);
  });

  it('names no more than twelve lines', () => {
    const [told] = faults([...'甲乙丙丁戊己庚辛壬癸子丑寅'].map((key) => `${key}：1\n`).join(''));
    expect(told).toContain('共 13 处');
    expect(told).toMatch(/、11、12…… 行都这样改。$/);
  });
});

describe('a few of them', () => {
  it('are told one by one, also before a comment', () => {
    expect(faults('表: 甲\n年度：2024  # 今年\n名称: 乙\n预算:\n  总额:3  # 万元\n  其中: 2\n')).toEqual([
      '2:3 S002 “年度”后面用了全角冒号“：” → 写成“年度: 2024”：冒号用半角，后面空一格。',
      '5:5 S002 “总额”后面的冒号没有跟空格 → 写成“总额: 3”：冒号用半角，后面空一格。',
    ]);
  });

  it('below a key may be paragraphs, whose bar is lost', () => {
    expect(faults('表: 甲\n目标:\n  一是：做好\n  二是：做完\n').map((one) => one.slice(0, 8))).toEqual(['3:3 S006']);
    expect(faults('表: 甲\n目标:\n  质量：做好\n  时效：做完\n').map((one) => one.slice(0, 8))).toEqual(['3:3 S006']);
  });

  it('behind a value on lines above are its text', () => {
    expect(faults('表: 甲\n目标: 做好\n  质量：做好\n年度: 2024\n').map((one) => one.slice(0, 8))).toEqual([
      '2:5 S006',
    ]);
  });

  it('whose values are amounts are keys, with none beside them', () => {
    const found = faults('表: 甲\n收入:\n  拨款：4128.5\n  其他：0\n年度: 2024\n');
    expect(found.map((one) => one.split(' →')[0])).toEqual([
      '3:5 S002 “拨款”后面用了全角冒号“：”',
      '4:5 S002 “其他”后面用了全角冒号“：”',
    ]);
  });

  it('are told, and not that brackets nest too deep', () => {
    const items = '      - { 名: 甲, 值: 1 }\n'.repeat(40);
    const found = faults(`表: 甲\n任务：\n  - 名: 一\n    指标:\n      数量：\n${items}      质量:\n${items}`);
    expect(found.map((one) => one.slice(4, 8))).toEqual(['S002', 'S002']);
  });
});

describe('tabs in front of many lines', () => {
  it('are told once', () => {
    const found = faults(`表: 甲\n预算:\n${'\t总额: 3\n'.repeat(7)}`);
    expect(found.map((one) => one.split(' →')[0])).toEqual(['3:1 S003 行首的缩进用了制表符（Tab），这样的共 7 处']);
  });
});

describe('between braces', () => {
  it.each([
    ['{ 指标：减少情况，其中：老人, 值: 3 }', '{ 指标: 减少情况，其中：老人, 值: 3 }'],
    ['{ 指标：热线12:30开，见http://a.cn, 值: 3 }', '{ 指标: 热线12:30开，见http://a.cn, 值: 3 }'],
    ['{ 指标：一，二是：好, 值:3 }', '{ 指标: 一，二是：好, 值: 3 }'],
  ])('what is no key stays text: %s', (typed, meant) => {
    expect(faults(`任务:\n  - ${typed}\n`)[0]).toContain(`写成“${meant}”`);
  });
});
