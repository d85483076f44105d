import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { reportEnding, reportFault } from '../../../src/cli/batch/report/ending.ts';
import { writeReport } from '../../../src/cli/batch/report/index.ts';
import type { RunResult } from '../../../src/cli/batch/types.ts';
import { failed, finding, runOf, written } from './run-results.ts';
import { codesOf, folderWith, runCli, soundValue } from './support.ts';

const hostile = "=1+1\"><script>alert('!')</script>&\u001B[2J\u202E";
const text = '表: 甲\n金额: 840万\n';

/** One that failed, one with a warning, an accepted finding and a hint, one hostile, one left as it was. */
function exampleIn(folder: string): RunResult {
  const file = `${folder}/坏.yaml`;
  const bad = { ...failed('坏', [finding(file, { at: { file, start: 9, end: 13 } })]), file };
  const noted = written('民政局', {
    findings: [
      finding('data/民政局.yaml', { code: 'V4', severity: 'warning', message: '没有单位' }),
      finding('data/民政局.yaml', { code: 'V5', severity: 'warning', accepted: '按个数考核' }),
      finding('data/民政局.yaml', { code: 'X1', severity: 'hint' }),
    ],
    told: ['字号 10.5 磅'],
  });
  const evil = written(hostile, {
    findings: [finding(hostile, { code: 'V4', severity: 'warning', message: hostile, advice: hostile })],
    told: [hostile],
  });
  return runOf([bad, noted, evil, written('教育局', { state: 'unchanged', time: 0 })]);
}

async function reported(run: RunResult, name: string): Promise<Uint8Array> {
  const folder = folderWith();
  return readFileSync(soundValue(await writeReport(run, `${folder}/${name}`)));
}

const exampleReport = async (name: string): Promise<string> =>
  strFromU8(await reported(exampleIn(folderWith({ '坏.yaml': text })), name));

describe('the name of a report', () => {
  it.each([
    ['报告.json', 'json'],
    ['a/b.HTML', 'html'],
    ['x.xlsx', 'xlsx'],
    ['x.csv', null],
    ['html', null],
  ])('%s is written as %s', (file, ending) => {
    expect(reportEnding(file)).toBe(ending);
    expect(reportFault(file) === null).toBe(ending !== null);
  });

  it('with another ending is wrong usage, told before any work', async () => {
    const folder = folderWith({ 'data/坏.yaml': '' });
    const { code, out, err } = await runCli('render', `${folder}/data`, '-o', `${folder}/out`, '--report', '报告.pdf');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('.json、.html 或 .xlsx 结尾的文件名，如 报告.html，不能写“报告.pdf”');
  });
});

it('a report that cannot be written is told with its path', async () => {
  const folder = folderWith({ 'a.txt': '' });
  const outcome = await writeReport(runOf([written('甲')]), `${folder}/a.txt/报告.json`);
  expect(codesOf(outcome)).toEqual(['E006']);
});

describe('json', () => {
  it('has a row for each record with its counts, outputs and findings at line and column', async () => {
    const report = JSON.parse(await exampleReport('报告.json'));
    expect(report).toMatchObject({
      version: 1,
      task: 'write',
      interrupted: false,
      jobs: 2,
      milliseconds: 4100,
      summary: { total: 4, written: 2, unchanged: 1, failed: 1, pages: 9, bytes: 9000 },
    });
    expect(report.summary).toMatchObject({ errors: 1, warnings: 2, hints: 1, accepted: 1 });
    const [bad, noted] = report.records;
    expect(bad).toMatchObject({ state: 'failed', pages: null, errors: 1, outputs: [] });
    expect(bad.diagnostics).toMatchObject([
      { code: 'R004', severity: 'error', start: { line: 2, column: 5, offset: 9 }, end: { line: 2, column: 9 } },
    ]);
    expect(noted).toMatchObject({
      file: 'data/民政局.yaml',
      warnings: 1,
      hints: 1,
      accepted: 1,
      told: ['字号 10.5 磅'],
    });
    expect(noted.outputs[0]).toEqual({
      file: 'out/民政局.pdf',
      format: 'pdf',
      bytes: 2000,
      sha256: 'ab'.repeat(32),
    });
  });

  it('two runs differ in their times alone, whatever these are', async () => {
    const run = runOf([written('甲'), failed('乙')]);
    const later = runOf(
      run.records.map((record) => ({ ...record, time: 99 })),
      { time: 7 },
    );
    const timeless = (bytes: Uint8Array): string =>
      strFromU8(bytes).replace(/"milliseconds": \d+/gu, '"milliseconds": 0');
    const [first, second] = [await reported(run, 'a.json'), await reported(later, 'b.json')];
    expect(first).not.toEqual(second);
    expect(timeless(first)).toBe(timeless(second));
  });
});

describe('html', () => {
  it('has what failed first and open, then what has warnings, then the rest', async () => {
    const page = await exampleReport('报告.html');
    const groups = [...page.matchAll(/<details class="group"( open)?><summary>([^<]*)/gu)].map(([, open, title]) => [
      title,
      open === ' open',
    ]);
    expect(groups).toEqual([
      ['警告有哪些', true],
      ['没有生成 1 份', true],
      ['有警告 2 份', false],
      ['没有警告 1 份', false],
    ]);
    expect(page).toContain('坏.yaml:2:5</span> <span class="error">错误[R004]</span> 应是数字<br>办法：写成 840。');
    expect(page).toContain('已接受：按个数考核');
    expect(page).toContain(`SHA-256 ${'ab'.repeat(32)}`);
  });

  it('asks for nothing from elsewhere and runs nothing', async () => {
    const page = await exampleReport('报告.html');
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(|https?:/iu);
  });

  it('nothing that a record says becomes markup', async () => {
    const page = await exampleReport('报告.html');
    const tags = new Set([...page.matchAll(/<\/?([a-z0-9]+)/giu)].map(([, tag]) => tag));
    expect([...tags].toSorted()).toEqual(
      ['a', 'body', 'br', 'code', 'details', 'div', 'h1', 'head', 'html', 'li', 'meta', 'span', 'style']
        .concat(['summary', 'table', 'tbody', 'td', 'th', 'thead', 'title', 'tr', 'ul'])
        .toSorted(),
    );
    expect(page).toContain('&lt;script&gt;alert(&#39;!&#39;)&lt;/script&gt;&amp;');
    expect(page).not.toMatch(/[\u202E]/u);
    expect(page.includes('\u001B')).toBe(false);
    for (const [, link] of page.matchAll(/href="([^"]*)"/gu)) expect(link).toMatch(/^\.\/(?:[\w%./()!~*-]|&#39;)+$/u);
  });

  it('every element is closed where it was opened', async () => {
    const open: string[] = [];
    for (const [, slash, tag] of (await exampleReport('报告.html')).matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/gu)) {
      if (tag === 'meta' || tag === 'br') continue;
      if (slash === '') open.push(tag as string);
      else expect(open.pop()).toBe(tag);
    }
    expect(open).toEqual([]);
  });

  it('links lead from the report to the files', async () => {
    const folder = folderWith();
    const outputs = [{ file: `${folder}/out/甲 1.pdf`, format: 'pdf' as const, bytes: 1, modified: 1, sha256: 'ab' }];
    await writeReport(runOf([written('甲', { outputs })]), `${folder}/报告/一.html`);
    expect(readFileSync(`${folder}/报告/一.html`, 'utf8')).toContain('href="./../out/%E7%94%B2%201.pdf"');
  });

  it('of a comparison speaks of agreement', async () => {
    const run = runOf([written('甲', { state: 'unchanged' }), failed('乙')], { task: 'verify' });
    const page = strFromU8(await reported(run, '报告.html'));
    expect(page).toContain('<title>核对报告</title>');
    expect(page).toContain('没有对上 1 份');
    expect(page).not.toContain('生成');
  });
});

describe('xlsx', () => {
  async function sheets(run: RunResult): Promise<{ records: string; findings: string; strings: string }> {
    const parts = unzipSync(await reported(run, '报告.xlsx'));
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    return {
      records: part('xl/worksheets/sheet1.xml'),
      findings: part('xl/worksheets/sheet2.xml'),
      strings: part('xl/sharedStrings.xml'),
    };
  }

  it('has real numbers, a header that stays and sums that compute', async () => {
    const { records } = await sheets(exampleIn(folderWith({ '坏.yaml': text })));
    expect(records).toContain('state="frozen"');
    expect(records).toMatch(/<c r="D3"[^>]*><v>3<\/v>/u);
    expect(records).toMatch(/<c r="D6"[^>]*><f>SUM\(D2:D5\)<\/f><v>9<\/v>/u);
    expect(records).toMatch(
      /<c r="C6"[^>]*><f>COUNTIF\(C2:C5,&quot;没有生成&quot;\)|<f>COUNTIF\(C2:C5,"没有生成"\)<\/f><v>1/u,
    );
  });

  it('prints what people read, and leaves the files and their digests to programs, so that it is not small on paper', async () => {
    const parts = unzipSync(await reported(exampleIn(folderWith({ '坏.yaml': text })), '报告.xlsx'));
    const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    expect(book).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">'各份'!$A$1:$I$6</definedName>`);
    expect(book).not.toContain('Print_Area" localSheetId="1"');
    const widthOf = (xml: string, columns: number): number =>
      [...xml.matchAll(/<col [^>]*width="(\d+)"/gu)]
        .slice(0, columns)
        .reduce((sum, [, width]) => sum + Number(width), 0);
    const sheet = (number: number): string => strFromU8(parts[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array());
    // An A4 page that lies takes 144 characters in their own size.
    expect(widthOf(sheet(1), 9)).toBeLessThan(150);
    expect(widthOf(sheet(2), 10)).toBeLessThan(190);
  });

  it('the second sheet has a row for each finding with its line and column', async () => {
    const { findings } = await sheets(exampleIn(folderWith({ '坏.yaml': text })));
    expect(findings.match(/<row /gu)).toHaveLength(1 + 5);
    expect(findings).toMatch(/<c r="C2"[^>]*><v>2<\/v><\/c><c r="D2"[^>]*><v>5<\/v>/u);
  });

  it('what looks like a formula stays text', async () => {
    const { records, findings, strings } = await sheets(exampleIn(folderWith({ '坏.yaml': text })));
    expect(strings).toContain('=1+1');
    expect(`${records}${findings}`).not.toContain('1+1');
  });

  it('the same run gives the same bytes', async () => {
    const run = runOf([written('甲'), failed('乙')]);
    expect(await reported(run, 'a.xlsx')).toEqual(await reported(run, 'b.xlsx'));
  });
});
