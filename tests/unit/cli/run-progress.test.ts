import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openProgress, type Progress, type ProgressWish } from '../../../src/cli/batch/progress/progress.ts';
import type { RecordResult } from '../../../src/cli/batch/types.ts';
import { nodeWorld } from '../../../src/cli/disk/world.ts';
import { openReporter } from '../../../src/cli/report/reporter.ts';
import { failed, finding, many, written } from './run-results.ts';
import { screenOf } from './screen.ts';

type Told = { out: string; err: string };

/** A progress that tells into strings. */
async function opened(
  wish: Partial<ProgressWish> & { total: number },
): Promise<Told & { progress: Progress; finish: () => void }> {
  const told = { out: '', err: '' };
  const terminal = {
    out: (text: string) => {
      told.out += text;
    },
    err: (text: string) => {
      told.err += text;
    },
    color: { out: false, err: false },
  };
  const reporter = openReporter(terminal, nodeWorld());
  const progress = await openProgress({ task: 'write', terminal, reporter, quiet: false, isTerminal: false, ...wish });
  return Object.assign(told, { progress, finish: reporter.finish });
}

/** What is told of a run in which each record takes so many milliseconds, of a clock of its own. */
async function toldOf(results: readonly RecordResult[], wish: Partial<ProgressWish> = {}, each = 0): Promise<Told> {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const told = await opened({ total: results.length, ...wish });
  for (const result of results) {
    vi.setSystemTime(Date.now() + each);
    told.progress.done(result);
  }
  told.progress.stop();
  return { out: told.out, err: told.err };
}

const warned = (name: string): RecordResult =>
  written(name, { findings: [finding(`data/${name}.yaml`, { code: 'V4', severity: 'warning', message: '没有单位' })] });

describe('of few records', () => {
  it('each file is told with its pages, and how it was set', async () => {
    const { out, err } = await toldOf([written('甲', { told: ['  字号 10.5 磅'] })]);
    expect(out).toBe('已生成 out/甲.pdf（3页）\n已生成 out/甲.docx\n  字号 10.5 磅\n');
    expect(err).toBe('');
  });

  it('a file that was not done anew is told as such', async () => {
    const { out } = await toldOf([written('甲', { state: 'unchanged' })]);
    expect(out).toBe('没有变 out/甲.pdf（3页）\n没有变 out/甲.docx\n');
  });

  it('warnings and errors are told in full, and what was not made', async () => {
    const { out, err } = await toldOf([warned('甲'), failed('乙')], { isTerminal: true });
    expect(out).not.toContain('乙');
    expect(err).toBe(
      'data/甲.yaml 警告[V4] 没有单位\n   办法：写成 840。\n\n' +
        'data/乙.yaml 错误[R004] 应是数字\n   办法：写成 840。\n\n没有生成：data/乙.yaml\n',
    );
  });

  it('quiet tells failures alone', async () => {
    const { out, err } = await toldOf([warned('甲'), failed('乙')], { quiet: true });
    expect(out).toBe('');
    expect(err).toBe('data/乙.yaml 错误[R004] 应是数字\n   办法：写成 840。\n\n没有生成：data/乙.yaml\n');
  });
});

describe('of files that are only compared', () => {
  const different = failed('乙', [finding('out/乙.pdf', { code: 'E006', message: '不一样' })]);

  it('errors alone are told, for they name the record', async () => {
    const { out, err } = await toldOf([written('甲', { state: 'unchanged' }), warned('丙'), different], {
      task: 'verify',
    });
    expect(out).toBe('');
    expect(err).toBe('out/乙.pdf 错误[E006] 不一样\n   办法：写成 840。\n\n');
  });

  it('of many, how far it has come is told in its own words', async () => {
    const { err } = await toldOf([...many(39), different], { task: 'verify' }, 1000);
    expect(err).toContain('已核对 20/40 份（50%）');
    expect(err).not.toContain('生成');
  });
});

describe('of many records, without a terminal', () => {
  const thousand = many(1000, (i) => ({
    findings: [finding(`data/${i}.yaml`, { code: 'V4', severity: 'warning', message: '没有单位' })],
  }));

  it('a line is told for each tenth, nothing of warnings, and nothing goes to the results', async () => {
    const { out, err } = await toldOf(thousand, {}, 10);
    expect(out).toBe('');
    expect(err.split('\n').map((line) => line.split('（')[0])).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => `已完成 ${tenth}00/1000 份`),
      '',
    ]);
    expect(err).toContain('已完成 400/1000 份（40%），每秒 100 份，还要 6 秒\n');
  });

  it('a run that is over at once needs no lines', async () => {
    expect(await toldOf(thousand, {}, 0.2)).toEqual({ out: '', err: '' });
  });

  it('a failure is told at once, its errors in full, and counted in the lines', async () => {
    const record = failed('坏', [
      finding('data/坏.yaml'),
      finding('data/坏.yaml', { code: 'V4', severity: 'warning', message: '没有单位' }),
    ]);
    const told = await opened({ total: 30 });
    told.progress.done(record);
    expect(told.err).toBe('data/坏.yaml 错误[R004] 应是数字\n   办法：写成 840。\n\n没有生成：data/坏.yaml\n');
    told.progress.stop();
    told.finish();
    expect(told.err).toContain('共 1 个错误，1 个警告。\n');
    const { err } = await toldOf([record, ...many(29)], {}, 1000);
    expect(err).toContain('已完成 15/30 份（50%），失败 1 份，每秒 1 份，还要 15 秒\n');
  });

  it('the fault of a form is told once, and each record that it spoils', async () => {
    const fault = finding('templates/表/form.hbs', { code: 'F001', message: '没有写完' });
    const { err } = await toldOf(many(25).map(({ file }) => ({ ...failed('x', [fault]), file })));
    expect(err.match(/没有写完/gu)).toHaveLength(1);
    expect(err.match(/没有生成：/gu)).toHaveLength(25);
  });

  it('quiet tells failures alone', async () => {
    const { out, err } = await toldOf([...thousand, failed('坏')], { quiet: true });
    expect(out).toBe('');
    expect(err).toBe('data/坏.yaml 错误[R004] 应是数字\n   办法：写成 840。\n\n没有生成：data/坏.yaml\n');
  });

  it('verbose tells each file', async () => {
    const { out } = await toldOf(many(25), { verbose: true });
    expect(out.match(/已生成/gu)).toHaveLength(50);
  });
});

describe('of many records, on a terminal', () => {
  afterEach(() => {
    vi.doUnmock('cli-progress');
    vi.resetModules();
  });

  it('a bar stands in the last line with what is done, and is drawn seldom', async () => {
    const told = await opened({ total: 1000, isTerminal: true });
    for (const result of many(999)) told.progress.done(result);
    const draws = told.err.split('正在生成').length;
    expect(draws).toBeLessThan(20);
    expect(screenOf(told.err)).toHaveLength(1);
    expect(screenOf(told.err)[0]).toMatch(/^正在生成 \[[=-]+\] \d+\/1000/u);
    told.progress.stop();
    expect(told.out).toBe('');
  });

  it('failures stand above the bar, whole and in order, and nothing of the bar stays behind', async () => {
    const told = await opened({ total: 100, isTerminal: true });
    for (const result of many(50)) told.progress.done(result);
    told.progress.done(failed('甲'));
    // Time for a timer to draw the bar again.
    await new Promise((resolve) => setTimeout(resolve, 250));
    told.progress.done(failed('乙'));
    await new Promise((resolve) => setTimeout(resolve, 250));
    const failures = ['甲', '乙'].flatMap((name) => [
      `data/${name}.yaml 错误[R004] 应是数字`,
      '   办法：写成 840。',
      '',
      `没有生成：data/${name}.yaml`,
    ]);
    const screen = screenOf(told.err);
    expect(screen.slice(0, -1)).toEqual(failures);
    expect(screen.at(-1)).toMatch(/^正在生成 \[[=-]+\] 52\/100.* {2}失败 2 份$/u);
    told.progress.stop();
    expect(screenOf(told.err)).toEqual([...failures, '']);
    const after = told.err;
    told.progress.done(failed('丙'));
    expect(told.err.slice(after.length)).toBe(
      'data/丙.yaml 错误[R004] 应是数字\n   办法：写成 840。\n\n没有生成：data/丙.yaml\n',
    );
  });

  it('what is found in forms before any record stands above the bar', async () => {
    const told = await opened({ total: 100, isTerminal: true });
    told.progress.opened([finding('templates/表/form.yaml', { code: 'B003', severity: 'warning', message: '不认识' })]);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(screenOf(told.err)).toEqual([
      'templates/表/form.yaml 警告[B003] 不认识',
      '   办法：写成 840。',
      '',
      expect.stringMatching(/^正在生成 \[-+\] 0\/100$/u),
    ]);
    told.progress.stop();
  });

  it('stopping twice does no harm, and no timer stays', async () => {
    vi.useFakeTimers();
    const told = await opened({ total: 100, isTerminal: true });
    expect(vi.getTimerCount()).toBe(1);
    told.progress.stop();
    told.progress.stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('the library is loaded for a bar alone', async () => {
    vi.resetModules();
    vi.doMock('cli-progress', () => {
      throw new Error('loaded');
    });
    const { openProgress: openAnew } = await import('../../../src/cli/batch/progress/progress.ts');
    const told = await opened({ total: 1 });
    const wish: ProgressWish = {
      task: 'write',
      terminal: { out: () => undefined, err: () => undefined, color: { out: false, err: false } },
      reporter: { report: () => undefined, count: () => undefined, finish: () => undefined },
      total: 1000,
      quiet: false,
      isTerminal: true,
    };
    expect(told.err).toBe('');
    await openAnew({ ...wish, isTerminal: false });
    await openAnew({ ...wish, quiet: true });
    await openAnew({ ...wish, total: 20 });
    await expect(openAnew(wish)).rejects.toThrow();
  });
});
