import { codes, type Severity } from '../../base/index.ts';
import type { Located, Location } from './located.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'notice' };
const names: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', hint: '提示' };

/** A GitHub workflow command for each finding that nobody accepts: the runner shows it at the line in the pull request. */
export const githubReport = (found: readonly Located[]): string =>
  found.flatMap((one) => (one.diagnostic.accepted === null ? [`${commandOf(one)}\n`] : [])).join('');

function commandOf({ diagnostic, at, related }: Located): string {
  const { code, severity, message, advice } = diagnostic;
  const title = `${names[severity]}[${code}] ${codes[code]}`;
  const properties = [['file', at.file], ...place(at), ['title', title]];
  const others = related.map((one) => `${positionOf(one.at)} ${one.message}`);
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

const positionOf = ({ file, region }: Location): string =>
  region === null ? file : `${file}:${region.start.line}:${region.start.column}`;

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
