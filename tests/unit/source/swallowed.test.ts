import { expect, test } from 'vitest';
import { parseSource } from '../../../src/source/index.ts';

const warned = (text: string): string[] => {
  const parsed = parseSource('f.yaml', text);
  return parsed.ok ? parsed.warnings.map(({ code, at }) => `${code} ${text.slice(at.start, at.end)}`) : ['failed'];
};

test('S010 warns of a # after a text that no blank follows: it may have been meant to be printed', () => {
  expect(warned('名称: 东莞 #1\n')).toEqual(['S010 #1']);
  expect(warned('名称: 东莞 #1 号 # 注\n')).toEqual(['S010 #1 号 # 注']);
  expect(warned('名称: #1泵站\n单位: 甲\n')).toEqual(['S010 #1泵站']);
  expect(warned('指标:\n  - 名称: #1泵站\n    值: 3\n')).toEqual(['S010 #1泵站']);
  expect(warned('总额: ########\n拨款: 3\n')).toEqual(['S010 ########']);
  expect(warned('目标:\n  - #1泵站\n  - 甲\n')).toEqual(['S010 #1泵站']);
});

test.each([
  '名称: 东莞 # 注释\n',
  '名称:  # 原件缺\n',
  '预算: #万元\n  总额: 1\n',
  '任务: #三项\n- 甲\n',
  '任务:\n  - 名称: #两个\n      甲: 1\n',
  '任务:\n  - #第一项\n    名称: 甲\n',
  '#说明\n名称: 甲\n',
  '########\n名称: 甲\n########\n',
  '预算: ####\n  总额: 1\n',
  '名称: 甲#1\n',
  '名称: "甲 #1"\n',
  '名称: |  #两段\n  甲\n',
])('no warning of %j', (text) => {
  expect(warned(text)).toEqual([]);
});
