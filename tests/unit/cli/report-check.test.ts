import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, diagnostic } from '../../../src/base/index.ts';
import { openReporter, type Reporting } from '../../../src/cli/report/reporter.ts';
import { folderWith, runCli } from './support.ts';

const at = (start: number) => ({ file: 'a.yaml', start, end: start + 1 });
const error = diagnostic({ code: 'R004', at: at(3), message: '错', advice: '改。' });
const warning = diagnostic({ code: 'V5', severity: 'warning', at: at(0), message: '警', advice: '改。' });
const hint = diagnostic({ code: 'X2', severity: 'hint', at: at(1), message: '提', advice: '改。' });
const accepted = diagnostic({ ...warning, code: 'V4', at: at(2), accepted: '上级文件规定按个数' });

const told = (reporting: Partial<Reporting>, ...found: readonly Diagnostic[]): string => {
  let err = '';
  const terminal = { out: () => undefined, err: (text: string) => (err += text), color: { out: false, err: false } };
  const world = { readText: () => ({ ok: true, value: '甲乙丙丁\n', warnings: [] }) as const };
  const unused = {
    isMarked: () => false,
    listFolders: () => [],
    listFiles: () => [],
    readFont: () => new Uint8Array(),
  };
  const plain = { hints: false, accepted: false, countsHidden: true, document: null };
  const reporter = openReporter(terminal, { ...world, ...unused }, { ...plain, ...reporting });
  reporter.report(found);
  reporter.finish();
  return err;
};

const headings = (text: string): string[] => text.split('\n').filter((line) => /^a\.yaml/u.test(line));

describe('what people are told', () => {
  it('comes in the order of places, hints and accepted findings only on request', () => {
    const all = [error, warning, hint, accepted];
    expect(headings(told({}, ...all))).toEqual(['a.yaml:1:1 警告[V5] 警', 'a.yaml:1:4 错误[R004] 错']);
    expect(headings(told({ hints: true, accepted: true }, ...all))).toEqual([
      'a.yaml:1:1 警告[V5] 警',
      'a.yaml:1:2 提示[X2] 提',
      'a.yaml:1:3 已接受[V4] 警',
      'a.yaml:1:4 错误[R004] 错',
    ]);
    expect(told({ accepted: true }, accepted)).toContain('   已接受：上级文件规定按个数\n');
  });

  it.each<[Partial<Reporting>, readonly Diagnostic[], string]>([
    [
      {},
      [error, warning, hint, accepted],
      '共 1 个错误，1 个警告；另有 1 个提示（用 --hints 看），1 个已接受（用 --verbose 看）。',
    ],
    [{ hints: true }, [error, hint, accepted], '共 1 个错误，1 个提示；另有 1 个已接受（用 --verbose 看）。'],
    [{ hints: true, accepted: true }, [warning, hint, accepted], '共 1 个警告，1 个提示，1 个已接受。'],
    [{}, [hint], '另有 1 个提示（用 --hints 看）。'],
    [{ countsHidden: false }, [error, hint, accepted], '共 1 个错误。'],
  ])('%j: ends with the counts', (reporting, found, ending) => {
    expect(
      told(reporting, ...found)
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toBe(ending);
  });

  it('is nothing where nothing is found, or nothing that is told', () => {
    expect(told({})).toBe('');
    expect(told({ countsHidden: false }, hint, accepted)).toBe('');
  });

  it('is told once, however often it is found', () => {
    expect(headings(told({}, error, error))).toHaveLength(1);
  });
});

describe('biaoli check --format', { timeout: 60_000 }, () => {
  const wrong = '表: 没有这张表\n';

  it('writes one document for the whole run to standard output, and what people read beside it', async () => {
    const folder = folderWith({ 'data/乙.yaml': wrong, 'data/甲.yaml': wrong });
    const { code, out, err } = await runCli('check', `${folder}/data`, '--format', 'json');
    const { summary, diagnostics } = JSON.parse(out);
    expect(code).toBe(1);
    expect(summary).toEqual({ errors: 2, warnings: 0, hints: 0, accepted: 0 });
    expect(diagnostics.map(({ file }: { file: string }) => file)).toEqual([
      `${folder}/data/乙.yaml`,
      `${folder}/data/甲.yaml`,
    ]);
    expect(err).toBe('0 份没有问题，2 份有错误。\n');
  });

  it.each(['sarif', 'gitlab', 'json', 'SARIF'])('%s: is a document even where no record is found', async (format) => {
    const { code, out } = await runCli('check', `${folderWith()}/没有`, '--format', format);
    expect(code).toBe(1);
    expect(JSON.stringify(JSON.parse(out))).toContain('E001');
  });

  it('text tells it on standard error, as ever', async () => {
    const { out, err } = await runCli('check', `${folderWith({ '甲.yaml': wrong })}/甲.yaml`);
    expect(err).toContain('错误[B001]');
    expect(out).toBe('0 份没有问题，1 份有错误。\n');
  });

  it('names the formats to who asks for another', async () => {
    const { code, err } = await runCli('check', 'data', '--format', 'xml');
    expect(code).toBe(2);
    expect(err).toContain('--format 后面写 text、json、sarif、github、gitlab 之一，不能写“xml”。');
  });
});

describe('a warning that the author accepts in a real record', { timeout: 60_000 }, () => {
  const original = readFileSync('data/福田区/民政局-2024.yaml', 'utf8');
  const wanted = '三级指标: 符合条件的困难群众慰问金发放准确率, 目标值: 显著';
  const record = original.replace(wanted, `${wanted}, 接受: { V5: 上级文件规定写“显著” }`);

  it('is not told, but with --verbose, with the reason', async () => {
    expect(record).not.toBe(original);
    const file = `${folderWith({ 'a.yaml': record })}/a.yaml`;
    const plain = await runCli('check', file);
    const told = await runCli('check', file, '--verbose');
    expect(plain.err).not.toContain('[V5]');
    expect(plain.err.trimEnd().split('\n').at(-1)).toMatch(
      /^共 \d+ 个警告；另有 \d+ 个提示（用 --hints 看），1 个已接受（用 --verbose 看）。$/,
    );
    expect(told.err).toMatch(/a\.yaml:\d+:\d+ 已接受\[V5\]/);
    expect(told.err).toContain('   已接受：上级文件规定写“显著”\n');
    expect(told.err.trimEnd().split('\n').at(-1)).toMatch(/^共 \d+ 个警告，\d+ 个提示，1 个已接受。$/);
    expect([plain.code, told.code]).toEqual([0, 0]);
  });

  it('is in the documents for programs as accepted, and on no line of a pull request', async () => {
    const file = `${folderWith({ 'a.yaml': record })}/a.yaml`;
    const json = JSON.parse((await runCli('check', file, '--format', 'json')).out);
    expect(json.diagnostics.filter(({ code }: { code: string }) => code === 'V5')).toMatchObject([
      { severity: 'warning', accepted: '上级文件规定写“显著”' },
    ]);
    expect((await runCli('check', file, '--format', 'github')).out).not.toContain('[V5]');
  });
});
