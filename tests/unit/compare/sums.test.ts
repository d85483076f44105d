import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareRecords } from '../../../src/compare/index.ts';
import { changesOf, endsOf, linesOf, told } from './support.ts';

const record = readFileSync('data/福田区/民政局-2024.yaml', 'utf8');
const [old, now] = ['总额: 225.00, 财政拨款: 225.00', '总额: 235.00, 财政拨款: 235.00'];
const written = '金额合计: { 总额: 3980.52, 财政拨款: 3980.52, 其他资金: 0 }\n年度总体目标: |';

describe('sums', () => {
  test('a sum that follows from one change is told with it', async () => {
    expect(await linesOf(record, record.replace(old, now))).toEqual([
      '总额：225.00 → 235.00（年度主要任务 › 殡葬 › 预算金额），金额合计 › 总额随之 3980.52 → 3990.52',
      '财政拨款：225.00 → 235.00（年度主要任务 › 殡葬 › 预算金额），金额合计 › 财政拨款随之 3980.52 → 3990.52',
    ]);
  });

  test('a sum that follows from several changes names the rows that changed', async () => {
    const after = record.replace(old, now).replace('总额: 180.00, 财政拨款: 180.00', '总额: 181, 财政拨款: 181');
    expect((await linesOf(record, after)).filter((line) => line.startsWith('金额合计'))).toEqual([
      '金额合计 › 总额随之 3980.52 → 3991.52（因改年度主要任务“社会福利支出”、“殡葬”）',
      '金额合计 › 财政拨款随之 3980.52 → 3991.52（因改年度主要任务“社会福利支出”、“殡葬”）',
    ]);
  });

  test('a row without a name is named by its number', async () => {
    const after = record.replace(old, now).replace('总额: 56, 财政拨款: 56', '总额: 66, 财政拨款: 66');
    expect((await linesOf(record, after)).at(-1)).toBe(
      '金额合计 › 财政拨款随之 3980.52 → 4000.52（因改年度主要任务“殡葬”、第 9 项）',
    );
  });

  const withTasks = (tasks: string): string => {
    const [head, tail] = [record.split('年度主要任务:')[0], record.slice(record.indexOf('年度总体目标:'))];
    return `${head}年度主要任务:${tasks}\n${tail}`;
  };

  test('of more than three rows the first is named and all are counted', async () => {
    const lines = await linesOf(record, withTasks(' []'));
    expect(lines.filter((line) => !line.startsWith('删去'))).toEqual([
      '金额合计 › 总额随之 3980.52 → 0（因删去年度主要任务“基本支出”等 10 项）',
      '金额合计 › 财政拨款随之 3980.52 → 0（因删去年度主要任务“基本支出”等 10 项）',
    ]);
  });

  test('an amount that is left out where others were nothing is a cause, and no edit', async () => {
    const task = '\n  - { 任务名称: 甲, 主要内容: 乙, 预算金额: { 总额: 1, 财政拨款: 1, 其他资金: } }';
    expect((await linesOf(record, withTasks(task))).slice(-2)).toEqual([
      '金额合计 › 财政拨款随之 3980.52 → 1（因删去年度主要任务“基本支出”等 10 项，新增年度主要任务“甲”）',
      '金额合计 › 其他资金随之 0 → （空）（因删去年度主要任务“基本支出”等 10 项）',
    ]);
  });

  test('a sum that its author wrote follows as well', async () => {
    const before = record.replace('年度总体目标: |', written);
    const after = before.replace(old, now).replaceAll('3980.52', '3990.52');
    const { changes } = await changesOf(before, after);
    expect(changes.map(({ kind }) => kind)).toEqual(['edited', 'edited', 'followed', 'followed']);
  });

  test('writing a sum that was computed, in the same digits, changes nothing that is printed', async () => {
    const changes = await changesOf(record, record.replace('年度总体目标: |', written));
    expect(changes).toEqual({ changes: [], notes: [], unseen: true });
    expect(told(changes)).toEqual(['data/a.yaml：只改了不印出来的地方']);
  });
});

describe('what is not printed', () => {
  test.each([
    ['a comment', (text: string) => `# 核对过\n${text}`],
    ['quotes', (text: string) => text.replace('主管部门: 深圳市福田区民政局', '主管部门: "深圳市福田区民政局"')],
    ['the order of keys', (text: string) => text.replace(/(部门名称: .*\n)(主管部门: .*\n)/, '$2$1')],
  ])('%s is told as a change that prints nothing', async (_, edit) => {
    expect(edit(record)).not.toBe(record);
    expect(told(await changesOf(record, edit(record)))).toEqual(['data/a.yaml：只改了不印出来的地方']);
  });

  test('another number of pages is told', async () => {
    const after = record.replace('年度: 2024\n', '年度: 2024\n排版: { fit: 3页 }\n');
    expect(await linesOf(record, after)).toEqual(['排版由不限页数改为至多 3 页。']);
  });
});

describe('two forms', () => {
  test('of two editions it is said which they are', async () => {
    const { before, after } = await endsOf(record, record);
    const blueprint = { ...after.record.blueprint, edition: '2025-1' };
    const { changes, notes } = compareRecords(before, { ...after, record: { ...after.record, blueprint } });
    expect(changes).toEqual([]);
    expect(notes).toEqual(['表的版本由 2024-1 换成 2025-1。下面只比两个版本都有的栏目。']);
  });

  test('are compared in what both have', async () => {
    const other = readFileSync('data/番禺区/小谷围街道办事处.yaml', 'utf8');
    const lines = await linesOf(readFileSync('data/大朗镇/公共服务办公室-2024.yaml', 'utf8'), other);
    expect(lines.slice(0, 3)).toEqual([
      '换了表：原来是“大朗镇部门整体预算绩效目标表”，现在是“小谷围街道部门整体预算绩效目标申报表”。下面只比两张表都有的栏目。',
      '只有原来的表有：基本信息、市本级使用资金。',
      '只有现在的表有：区本级使用资金。',
    ]);
    expect(lines).toContain('项目支出：142 → 9,222.67（预算整体情况 › 部门预算支出）');
    expect(lines.filter((line) => line.includes('市本级'))).toHaveLength(1);
  });
});
