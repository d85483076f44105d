import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adviseWord } from '../../../src/blueprint/nearest.ts';

const names = ['年度重点工作任务', '部门名称', '主管部门', '基本信息'];
const all = '可以写的有：年度重点工作任务、部门名称、主管部门、基本信息。';

test.each([
  ['部门名', '部门名称'],
  ['部门名衬', '部门名称'],
  ['重点工作任务', '年度重点工作任务'],
])('%s most likely means %s', (word, meant) => {
  expect(adviseWord(word, names)).toBe(`是不是“${meant}”？`);
});

test('where half of a word is another, it is asked for and all are listed', () => {
  expect(adviseWord('主管单位', names)).toBe(`是不是“主管部门”？${all}`);
});

test.each(['电话', '', 'xyz', '填表日期'])('%j means none of them, and all are listed', (word) => {
  expect(adviseWord(word, names)).toBe(all);
  expect(adviseWord(word, names, '删去它。')).toBe('删去它。');
});

test('where nothing can be written the advice is to take it away', () => {
  expect(adviseWord('多余', [])).toBe('删去它。');
});

test('a known word means itself, and what is asked for is always a candidate', () => {
  const word = fc.string({ minLength: 2, maxLength: 8, unit: fc.constantFrom(...'部门名称预算年度') });
  fc.assert(
    fc.property(word, fc.array(word, { minLength: 1 }), (asked, candidates) => {
      const meant = /是不是“(.*)”？/.exec(adviseWord(asked, candidates))?.[1];
      if (meant !== undefined) expect(candidates).toContain(meant);
      expect(adviseWord(asked, [...candidates, asked])).toBe(`是不是“${asked}”？`);
    }),
    { seed: 1 },
  );
});
