import { codes } from '../../../base/index.ts';
import { tallyText } from '../../report/tally.ts';
import { warningsByCode } from '../closing/warnings.ts';
import { duration } from '../progress/duration.ts';
import type { RunResult, Task } from '../types.ts';
import { isOpen, recordEntry } from './html-record.ts';
import { html, type Markup } from './markup.ts';
import { type ReportRow, type ReportTotals, stateNames } from './rows.ts';
import { style } from './style.ts';

/** What a page is made of: the run, its rows and sums, and where the page will lie, as its links lead from there. */
export type PageParts = {
  readonly run: RunResult;
  readonly rows: readonly ReportRow[];
  readonly totals: ReportTotals;
  readonly reportFile: string;
};

/**
 * A run as a page for people, in one file without scripts: the records that failed first and open, then those with
 * warnings, then the others, each a line that opens. It is printed as it is opened.
 */
export function runHtml({ run, rows, totals, reportFile }: PageParts): string {
  const states = stateNames[run.task];
  const failed = rows.filter(({ record }) => record.state === 'failed');
  const sound = rows.filter(({ record }) => record.state !== 'failed');
  const warned = sound.filter(({ counts }) => counts.warnings > 0);
  const clean = sound.filter(({ counts }) => counts.warnings === 0);
  const group = (title: string, of: readonly ReportRow[], open: boolean): Markup =>
    of.length === 0
      ? html``
      : html`<details class="group"${isOpen(open)}><summary>${title} ${of.length} 份</summary>
${of.map((row) => recordEntry(row, { open, states, reportFile }))}</details>
`;
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${titles[run.task]}</title>
${style}
</head>
<body>
<h1>${titles[run.task]}</h1>
${overview(run, totals)}
${codeTable(run)}
${group(states.failed, failed, true)}${group('有警告', warned, false)}${group('没有警告', clean, false)}</body>
</html>
`.markup;
}

const titles: Readonly<Record<Task, string>> = { write: '生成报告', verify: '核对报告' };

function overview(run: RunResult, totals: ReportTotals): Markup {
  const states = stateNames[run.task];
  const missing = totals.total - run.records.length;
  const lines: readonly (readonly [string, string])[] = [
    ['一共', `${totals.total} 份`],
    ...(run.task === 'write' ? [[states.written, `${totals.written} 份`] as const] : []),
    [states.unchanged, `${totals.unchanged} 份`],
    [states.failed, `${totals.failed} 份`],
    ...(missing > 0 ? [['中途停下，没有做到', `${missing} 份`] as const] : []),
    ['页数', `${totals.pages} 页`],
    ['发现的问题', tallyText(totals) || '没有'],
    ['用时', duration(run.time)],
  ];
  return html`<table>
${lines.map(([name, value]) => html`<tr><th>${name}</th><td>${value}</td></tr>\n`)}</table>`;
}

function codeTable({ records }: RunResult): Markup {
  const found = warningsByCode(records);
  if (found.length === 0) return html``;
  const rows = found.map(
    ({ code, count, records: among }) =>
      html`<tr><td>${code}</td><td>${codes[code]}</td><td class="number">${count}</td><td class="number">${among}</td></tr>\n`,
  );
  return html`<details class="group" open><summary>警告有哪些</summary>
<table><thead><tr><th>代码</th><th>名称</th><th>个数</th><th>在几份里</th></tr></thead>
<tbody>
${rows}</tbody></table></details>`;
}
