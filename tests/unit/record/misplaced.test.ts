import { expect, test } from 'vitest';
import { placeAt } from '../../../src/base/index.ts';
import { readRecord } from '../../../src/record/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { openedShelf, repository, saidBy, successOf } from '../blueprint/support.ts';

const FILE = 'data/大朗镇/公共服务办公室-2024.yaml';
const shelf = openedShelf(repository);
const original = successOf(repository.readText(FILE));

/** What is said of a real record after one change: `line column code message → advice`, lines counted from the change. */
function saidAfter(from: string, to: string, typed = original): string[] {
  if (!typed.includes(from)) throw new Error(`the record lacks ${from}`);
  const text = typed.replace(from, () => to);
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

test('a column of indicators that stands outside of them belongs into a row, and is not to be deleted', () => {
  expect(saidAfter('绩效指标:\n', '年度指标值: 14人\n绩效指标:\n')).toEqual([
    '0:1 R002 这里没有“年度指标值”这一项 → “年度指标值”属于“绩效指标”：移到它的一条“- ”下面。',
  ]);
  expect(saidAfter('  财政供养人员数: 43\n', '  财政供养人员数: 43\n  年度指标值: 14人\n')).toEqual([
    '1:3 R002 这里没有“年度指标值”这一项 → “年度指标值”属于“绩效指标”：移到它的一条“- ”下面。',
  ]);
});

test('a key that is in its place already is not sent there again', () => {
  expect(saidAfter('  下属二级单位数: 0\n', '  下属二级单位数: 0\n下属二级单位数: 0\n')).toEqual([
    '1:1 R002 这里没有“下属二级单位数”这一项 → 删去它。',
  ]);
});

test('keys whose group has lost its line are told once, with the line to add', () => {
  expect(saidAfter('  下属二级单位数: 0\n预算整体情况:\n', '  下属二级单位数: 0\n')).toEqual([
    '1:3 R002 这里没有“部门预算支出”这一项 → “部门预算支出”属于“预算整体情况”：在“部门预算支出”上面补一行“预算整体情况:”，和“基本信息”对齐。',
  ]);
  const project = successOf(repository.readText('data/云澜区/城乡供水管网改造-2025.yaml'));
  expect(saidAfter('绩效指标:\n  成本指标:\n', '  成本指标:\n', project)).toEqual([
    '0:3 R002 这里没有“成本指标”这一项 → “成本指标”属于“绩效指标”：在“成本指标”上面补一行“绩效指标:”，和“总体目标”对齐。',
  ]);
});

test('a key that belongs into another group is sent there, not deleted', () => {
  expect(saidAfter('  下属二级单位数: 0\n预算整体情况:\n', '预算整体情况:\n  下属二级单位数: 0\n')).toEqual([
    '1:3 R002 这里没有“下属二级单位数”这一项 → “下属二级单位数”属于“基本信息”：移到它下面，再缩进两格。',
  ]);
});

test('keys that belong into one group are told together', () => {
  expect(
    saidAfter(
      '基本信息:\n  财政供养人员数: 43\n  下属二级单位数: 0\n预算整体情况:\n',
      '基本信息:\n预算整体情况:\n  财政供养人员数: 43\n  下属二级单位数: 0\n',
    ),
  ).toContain(
    '2:3 R002 这里没有“财政供养人员数”这一项 → “财政供养人员数”属于“基本信息”：移到它下面，再缩进两格。下面还有 1 项也是。',
  );
});

test('a key of a row that stands in a group belongs into a row', () => {
  expect(saidAfter('  财政供养人员数: 43\n', '  财政供养人员数: 43\n  拟投入的资金: 3\n')).toEqual([
    '1:3 R002 这里没有“拟投入的资金”这一项 → 它是“年度重点工作任务”、“其他需完成的任务”里的一项：该在哪里就移到哪里，多余的就删掉。',
  ]);
});

test('items of a list whose line is gone are told at the first of them, behind those of the list above', () => {
  const typed = successOf(repository.readText('data/渚源县/民政局-2024.yaml'));
  expect(saidAfter('核心职能:\n  - 职能:', '  - 职能:', typed)).toEqual([
    '0:5 R003 从这一条起是“核心职能”的，上面却没有“核心职能:”，接到“年度整体绩效目标”里去了 → 在这一条上面补一行“核心职能:”，和“年度整体绩效目标”对齐。',
  ]);
});
