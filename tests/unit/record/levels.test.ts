import { describe, expect, test } from 'vitest';
import { formWith } from '../blueprint/support.ts';
import { checked } from './checking.ts';

const fields = formWith(
  '话: 文字',
  '项: { 类型: 列表, 单位: 万元, 每项: 金额 }',
  '合: { 类型: 金额, 单位: 万元, 求和: 项 }',
);
const formOf = (...lines: readonly string[]): string =>
  lines.length === 0 ? fields : `${fields}检查:\n${lines.map((line) => `  ${line}\n`).join('')}`;
const record = '表: 表一\n话: 打 13800138000\n项: [1, 2]\n合: 9\n';
const levels = async (...lines: readonly string[]) =>
  (await checked(formOf(...lines), record)).map(({ code, severity }) => `${code} ${severity}`);

describe('the level of a rule', () => {
  test('is the rule’s own where the form is silent', async () => {
    expect(await levels()).toEqual(['X4 hint', 'A9 error']);
  });

  test.each([
    ['错误', 'error'],
    ['警告', 'warning'],
    ['提示', 'hint'],
  ])('is what the form says: %s', async (word, severity) => {
    expect(await levels(`X4: { 级别: ${word}, 因: 话 }`)).toEqual([`X4 ${severity}`, 'A9 error']);
    expect(await levels(`A9: { 级别: ${word}, 因: 话 }`)).toEqual(['X4 hint', `A9 ${severity}`]);
  });

  test('不查 leaves out its findings, and no others', async () => {
    expect(await levels('X4: { 级别: 不查, 因: 话 }')).toEqual(['A9 error']);
    expect(await levels('A9: { 级别: 不查, 因: 话 }')).toEqual(['X4 hint']);
    expect(await levels('V5: { 级别: 不查, 因: 话 }')).toEqual(['X4 hint', 'A9 error']);
  });

  test('of a sum is its 级别', async () => {
    expect(await levels('A9: { 级别: 不查, 因: 话 }', '平: { 左: $和(项), 关系: 等于, 右: 合, 级别: 错误 }')).toEqual([
      'X4 hint',
      'A0 error',
    ]);
  });
});
