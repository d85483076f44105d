import { codes, type Severity } from '../../base/index.ts';
import { type Located, type Location, locationText } from './located.ts';
import { severityNames } from './print.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'notice' };

/** A GitHub workflow command for each finding that nobody accepts: the runner shows it at the line in the pull request. */
export const githubReport = (found: readonly Located[]): string =>
  found.flatMap((one) => (one.diagnostic.accepted === null ? [`${commandOf(one)}\n`] : [])).join('');

function commandOf({ diagnostic, at, related }: Located): string {
  const { code, severity, message, advice } = diagnostic;
  const title = `${severityNames[severity]}[${code}] ${codes[code]}`;
  const properties = [['file', at.file], ...place(at), ['title', title]];
  const others = related.map((one) => `${locationText(one.at)} ${one.message}`);
  const text = [message, `办法：${advice}`, ...others].join('\n');
  return `::${commands[severity]} ${properties.map(([key, value]) => `${key}=${property(value ?? '')}`).join(',')}::${data(text)}`;
}

/** GitHub takes columns only for a range within one line. */
function place({ region }: Location): string[][] {
  if (region === null) return [];
  const { start, end } = region;
  const lines = [
    ['line', String(start.line)],
    ['endLine', String(end.line)],
  ];
  if (start.line !== end.line) return lines;
  return [...lines, ['col', String(start.column)], ['endColumn', String(Math.max(end.column, start.column + 1))]];
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
