import { expect, test } from 'vitest';
import { adviseWord, nearestWord } from '../../../src/blueprint/nearest.ts';

const names = [
  '部门(单位)名称',
  '预算整体情况',
  '总体绩效目标',
  '年度重点工作任务',
  '其他资金',
  '社会效益指标',
  '质量指标',
];

test.each([
  ['部门（单位）名称', '写成“部门(单位)名称”：括号、字母和数字用半角。'],
  ['預算整體情況', '写成“预算整体情况”：用简体字。'],
  ['总体 绩效目标', '写成“总体绩效目标”：中间不空格。'],
  ['部門（單位） 名稱', '写成“部门(单位)名称”：括号、字母和数字用半角，中间不空格，用简体字。'],
  ['其他\u3000资金', '写成“其他资金”：中间不空格。'],
])('%j differs only in what is easily overlooked, and is told how', (word, advice) => {
  expect(adviseWord(word, names)).toBe(advice);
});

test.each([
  ['总体绩目效标', '总体绩效目标'],
  ['他其资金', '其他资金'],
  ['会社效益指标', '社会效益指标'],
])('%s has its characters in another order', (word, meant) => {
  expect(adviseWord(word, names)).toBe(`是不是“${meant}”？`);
});

test('of two words with the same characters the one as it is written counts', () => {
  expect(nearestWord('甲乙', ['乙甲', '甲乙'])).toBe('甲乙');
  expect(nearestWord('（甲）', ['(甲）', '（甲）'])).toBe('（甲）');
});

test('words that share too little are none of them', () => {
  expect(nearestWord('填表人', names)).toBeNull();
});

test('a traditional word of form.yaml is the same word, not one that is as far from it', () => {
  expect(adviseWord('橫向', ['纵向', '横向'])).toBe('写成“横向”：用简体字。');
});
