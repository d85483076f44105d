import path from 'node:path';
import type { Severity } from '../../../base/index.ts';
import { type Located, locationText } from '../../report/located.ts';
import { adviceText, standingName } from '../../report/print.ts';
import { tallyText } from '../../report/tally.ts';
import { duration } from '../progress/duration.ts';
import type { Output, RecordResult } from '../types.ts';
import { html, type Markup } from './markup.ts';
import { nameOf, type ReportRow } from './rows.ts';

export const isOpen = (open: boolean): Markup => (open ? html` open` : html``);

type Look = {
  readonly open: boolean;
  readonly states: Readonly<Record<RecordResult['state'], string>>;
  readonly reportFile: string;
};

/** A record as a line that opens: what was written, how it was set, and all that was found in it. */
export function recordEntry({ record, counts, found }: ReportRow, { open, states, reportFile }: Look): Markup {
  const { file, state, pages, outputs, told, time } = record;
  return html`<details class="record"${isOpen(open)}><summary><span>${nameOf(record)}<br><span class="file">${file}</span></span><span${state === 'failed' ? html` class="error"` : html``}>${states[state]}</span><span class="right">${pages === null ? '' : `${pages} 页`}</span><span>${tallyText(counts)}</span><span class="right">${time > 0 ? duration(time) : ''}</span></summary>
<div class="inside">${list(outputs.map((output) => outputItem(output, reportFile)))}${list(told.map((line) => html`<li>${line}</li>\n`))}${list(found.map(findingItem))}</div></details>
`;
}

const list = (items: readonly Markup[]): Markup => (items.length === 0 ? html`` : html`<ul>\n${items}</ul>\n`);

const outputItem = ({ file, bytes, sha256 }: Output, reportFile: string): Markup => {
  const target = linkFrom(reportFile, file);
  const name = target === null ? html`${file}` : html`<a href="${target}">${file}</a>`;
  return html`<li>${name}（${bytes} 字节）<br><code>SHA-256 ${sha256}</code></li>\n`;
};

/** The way from a page to a file, as a relative address; null where there is none, as to another drive. */
function linkFrom(page: string, file: string): string | null {
  const way = path.relative(path.dirname(path.resolve(page)), path.resolve(file));
  if (path.isAbsolute(way)) return null;
  return `./${way.split(path.sep).map(encodeURIComponent).join('/')}`;
}

const classes: Readonly<Record<Severity, Markup>> = {
  error: html` class="error"`,
  warning: html` class="warning"`,
  hint: html``,
};

function findingItem({ diagnostic, at, related }: Located): Markup {
  const { severity, code, message, accepted } = diagnostic;
  const look = accepted === null ? classes[severity] : html``;
  const others = related.map((one) => html`<br>${locationText(one.at)} ${one.message}`);
  return html`<li><span class="file">${locationText(at)}</span> <span${look}>${standingName(diagnostic)}[${code}]</span> ${message}<br>${adviceText(diagnostic)}${others}</li>\n`;
}
