import { expect, test } from 'vitest';
import { placeAt } from '../../../src/base/index.ts';
import { readRecord } from '../../../src/record/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { openedShelf, repository, saidBy, successOf } from '../blueprint/support.ts';

const FILE = 'data/大朗镇/公共服务办公室-2024.yaml';
const shelf = openedShelf(repository);
const original = successOf(repository.readText(FILE));

/** What is said of a real record after one change: `line column code message → advice`, lines counted from the change. */
function saidAfter(from: string, to: string): string[] {
  if (!original.includes(from)) throw new Error(`the record lacks ${from}`);
  const text = original.replace(from, () => to);
  const first = placeAt(text, text.indexOf(to)).line;
  const outcome = readRecord(successOf(parseSource(FILE, text)), shelf);
  return saidBy(outcome).map(({ at, code, message, advice }) => {
    const { line, column } = placeAt(text, at.start);
    return `${line - first}:${column} ${code} ${message} → ${advice}`;
  });
}

test('a key of the top that is indented into a group belongs beside that group', () => {
  const goal = original.slice(original.indexOf('总体绩效目标:'), original.indexOf('年度重点工作任务:'));
  expect(saidAfter(goal, `  ${goal}`)).toEqual([
    '0:3 R002 这里没有“总体绩效目标”这一项 → “总体绩效目标”应和“预算整体情况”对齐：缩进得太深了，移到和它一样深。',
  ]);
});

test('a key that is indented under a field of one value belongs beside it', () => {
  expect(
    saidAfter('  财政供养人员数: 43\n  下属二级单位数: 0\n', '  财政供养人员数:\n    下属二级单位数: 0\n'),
  ).toEqual([
    '1:5 R002 “财政供养人员数”下面没有“下属二级单位数”这一项 → “下属二级单位数”应和“财政供养人员数”对齐：缩进得太深了，移到和它一样深。',
  ]);
});

test('a key of a group that stands beside it belongs below it', () => {
  expect(saidAfter('  下属二级单位数: 0\n', '下属二级单位数: 0\n')).toEqual([
    '0:1 R002 这里没有“下属二级单位数”这一项 → “下属二级单位数”属于“基本信息”：移到它下面，再缩进两格。',
  ]);
  expect(saidAfter('    其他资金: 0\n', '  其他资金: 0\n')).toEqual([
    '0:3 R002 这里没有“其他资金”这一项 → “其他资金”属于“收入来源”：移到它下面，再缩进两格。',
  ]);
});

test('a column of indicators that stands among names belongs into a row', () => {
  expect(saidAfter('    数量指标:\n', '    年度指标值: 14人\n    数量指标:\n')).toEqual([
    '0:5 R002 这里没有“年度指标值”这一项 → “年度指标值”应和“三级指标”对齐：写在同一条“- ”下面。',
  ]);
  expect(saidAfter('    数量指标:\n', '    三级指标: 人数\n    数量指标:\n')).toEqual([
    '0:5 R002 这里没有“三级指标”这一项 → “三级指标”写在名称下面的一条里：“- 三级指标: ……”。',
  ]);
});

test('a key that is in its place already is not sent there again', () => {
  expect(saidAfter('  下属二级单位数: 0\n', '  下属二级单位数: 0\n下属二级单位数: 0\n')).toEqual([
    '1:1 R002 这里没有“下属二级单位数”这一项 → 删去它。',
  ]);
});
