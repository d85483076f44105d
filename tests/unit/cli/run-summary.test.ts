import { describe, expect, it } from 'vitest';
import { summaryLines } from '../../../src/cli/batch/closing/summary.ts';
import { duration, timeLeft } from '../../../src/cli/batch/progress/duration.ts';
import { failed, finding, many, runOf, written } from './run-results.ts';

const warning = (file: string, code: 'V4' | 'T4' = 'V4', start = 0) =>
  finding(file, { code, severity: 'warning', message: '要看看', at: { file, start, end: start + 1 } });

describe('of few records one line is told', () => {
  it.each([
    [[written('甲'), written('乙')], '共生成 2 份。'],
    [[written('甲'), failed('乙')], '生成 1 份，1 份有错误，没有生成。'],
    [[failed('乙')], '生成 0 份，1 份有错误，没有生成。'],
    [[written('甲', { state: 'unchanged' })], '1 份没有变，没有重做。'],
    [[written('甲', { state: 'unchanged' }), written('乙')], '共生成 1 份，1 份没有变，没有重做。'],
  ] as const)('%#', (records, line) => {
    expect(summaryLines(runOf(records))).toEqual([line]);
  });

  it('and where it stopped', () => {
    expect(summaryLines(runOf([written('甲')], { total: 3, interrupted: true }))).toEqual([
      '中途停下了，最后一份是 data/甲.yaml；再运行同样的命令，就接着做剩下的。',
      '共生成 1 份，2 份没有做到。',
    ]);
  });
});

describe('of many records', () => {
  it('pages, time, rate and jobs are told', () => {
    const records = [...many(990), ...many(10, () => ({ state: 'unchanged', time: 0 }))];
    expect(summaryLines(runOf(records))).toEqual([
      '共生成 990 份，10 份没有变，没有重做；共 3000 页，用时 4.1 秒，每秒 244 份，2 份同时做。',
    ]);
  });

  it('where nothing was done anew, jobs say nothing', () => {
    const records = many(1000, () => ({ state: 'unchanged', time: 0 }));
    expect(summaryLines(runOf(records, { time: 400 }))).toEqual([
      '1000 份没有变，没有重做；共 3000 页，用时 0.4 秒，每秒 2500 份。',
    ]);
  });

  it('warnings are counted by code, with the number of records and the first of them', () => {
    const records = many(30, (i) => ({
      findings: i % 2 === 0 ? [] : [warning(`data/${i}.yaml`), warning(`data/${i}.yaml`, 'V4', 9)],
    }));
    const lines = summaryLines(runOf([...records, written('甲', { findings: [warning('data/甲.yaml', 'T4')] })]));
    expect(lines.slice(0, 3)).toEqual([
      '警告：',
      '  V4 数后面没有单位：30 个，在 15 份里，如 data/0001.yaml',
      '  T4 产出缺二级名称：1 个，在 1 份里，如 data/甲.yaml',
    ]);
    expect(lines[3]).toMatch(/biaoli check.*--report/u);
  });

  it('the warning of a form, found with each record, is one', () => {
    const lines = summaryLines(runOf(many(30, () => ({ findings: [warning('templates/表/form.hbs')] }))));
    expect(lines[1]).toBe('  V4 数后面没有单位：1 个，在 30 份里，如 data/0000.yaml');
  });

  it('what an author accepts, and hints, are not told', () => {
    const findings = [
      { ...warning('data/甲.yaml'), accepted: '按个数考核' },
      { ...warning('data/甲.yaml'), severity: 'hint' as const },
    ];
    expect(summaryLines(runOf(many(30, () => ({ findings }))))).toHaveLength(1);
  });

  it('every failure stands below its first error', () => {
    const twice = [finding('data/甲.yaml', { code: 'R003', message: '缺一项' }), finding('data/甲.yaml')];
    const full = { code: 'E006', message: '写不了：磁盘满了' } as const;
    const records = [
      failed('甲', [warning('data/甲.yaml'), ...twice]),
      failed('乙', [finding('out/乙.pdf', full)]),
      ...many(30),
      failed('丙', [finding('out/丙.pdf', full)]),
    ];
    const lines = summaryLines(runOf(records));
    expect(lines.slice(lines.indexOf('没有生成的：'), -1)).toEqual([
      '没有生成的：',
      '  错误[R003] 缺一项',
      '    data/甲.yaml（另有 1 个错误）',
      '  错误[E006] 写不了：磁盘满了',
      '    data/乙.yaml',
      '    data/丙.yaml',
    ]);
    expect(lines.at(-1)).toMatch(/^生成 30 份，3 份有错误，没有生成；/u);
  });

  it('the slowest are named, the slowest first, where they stand out', () => {
    const slow = (i: number): number => [8200, 1500, 90_000, 1200][i] ?? 20;
    expect(summaryLines(runOf(many(400, (i) => ({ time: slow(i) }))))[0]).toBe(
      '最慢的：data/0002.yaml（1 分 30 秒）、data/0000.yaml（8.2 秒）、data/0001.yaml（1.5 秒）',
    );
    expect(summaryLines(runOf(many(400, () => ({ time: 1500 }))))).toHaveLength(1);
  });

  it('names of files do not steer the terminal', () => {
    const records = many(30, () => ({ file: 'data/\u001B[2J.yaml', findings: [warning('data/甲.yaml')] }));
    expect(summaryLines(runOf(records)).join('')).not.toContain('\u001B');
  });
});

it.each([
  [4, '4 毫秒'],
  [99.7, '0.1 秒'],
  [9_940, '9.9 秒'],
  [9_960, '10 秒'],
  [59_600, '1 分'],
  [125_000, '2 分 5 秒'],
  [3_600_000, '1 小时'],
  [3_780_000, '1 小时 3 分'],
])('%d ms are told as %s', (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words);
});

it.each([
  [22, '1 秒'],
  [8_100, '9 秒'],
  [61_500, '1 分 2 秒'],
])('%d ms that are left are told as %s', (milliseconds, words) => {
  expect(timeLeft(milliseconds)).toBe(words);
});
