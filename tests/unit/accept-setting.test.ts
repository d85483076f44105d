import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { realPress } from '../support/real-world.ts';
import { successOf } from '../support/set-form.ts';

const FILE = '试/一.yaml';
const number = '1234567890123456789012345678901234567890123456789012345678901234567890';
const head = '表: 增城区部门整体预算绩效目标申报表\n部门名称: 甲局\n';
const budget = `预算整体情况:
  部门预算支出: { 基本支出: , 项目支出: }
  收入来源: { 财政拨款: , 其他资金: }
  事业发展性支出: { 财政专项资金: , 其他事业发展性支出: }
  按预算级次划分: { 区本级使用资金: , 拟用于对下转移支付资金: }
总体绩效目标:
年度重点工作任务:
`;
const rows = (extra: string): string =>
  `  - { 名称: 甲${number}, 主要实施内容: , 拟投入的资金: , 期望达到的目标: ${extra} }\n绩效指标:\n`;

const warningsOf = async (extra: string): Promise<(string | null)[][]> => {
  const set = await realPress(new Map([[FILE, head + budget + rows(extra)]])).check(FILE);
  const { warnings } = set.ok ? set : { warnings: successOf(set) as never };
  return warnings
    .filter(({ code }) => code === 'T002' || code === 'C004')
    .map(({ code, accepted }) => [code, accepted]);
};

test('a warning of the setting is accepted beside its text like one of the rules', async () => {
  expect(await warningsOf('')).toEqual([['T002', null]]);
  expect(await warningsOf(', 接受: { T002: 编号不能缩短 }')).toEqual([['T002', '编号不能缩短']]);
});

test('what is accepted and is not there is told once the record is set', async () => {
  expect(await warningsOf(', 接受: { L001: 太长 }')).toEqual([
    ['T002', null],
    ['C004', null],
  ]);
});

test('an error hides nothing that only setting finds, and what is accepted there stays accepted', async () => {
  const file = 'data/大朗镇/公共服务办公室-2024.yaml';
  const text = readFileSync(file, 'utf8')
    .replace('部门名称: 东莞市', '部门名称: 东莞市😀')
    .replace('- 名称: 扎实推进', `- 接受: { T002: 编号不能缩短 }\n    名称: ${number}`);
  const told = async (record: string): Promise<string[]> => {
    const set = await realPress(new Map([[file, record]])).check(file);
    return (set.ok ? set.warnings : set.problems)
      .filter(({ severity }) => severity !== 'hint')
      .map(({ code, accepted }) => `${code}${accepted === null ? '' : ` ${accepted}`}`)
      .sort();
  };
  expect(await told(text)).toEqual(['T001', 'T002 编号不能缩短']);
  const tooMuch = text.replace('救助对象满意率, 实施周期指标值: ≥90%', '救助对象满意率, 实施周期指标值: ≥190%');
  expect(await told(tooMuch)).toEqual(['T001', 'T002 编号不能缩短', 'V2']);
  // Where lines end, nobody can say.
  expect(await told(tooMuch.replace('其他资金: 0', '其他资金: 零'))).toEqual(['R004', 'T001', 'V2']);
});
