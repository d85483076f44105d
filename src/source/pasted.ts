import { type Diagnostic, diagnostic } from '../base/index.ts';
import type { Mend } from './mends.ts';
import { shortened } from './slips.ts';

/** A line as a spreadsheet gives it: cells with tabs between them, and no key before the first. */
export function isPasted(line: string): boolean {
  const begin = line.search(/[^\s-]/u);
  const tab = begin === -1 ? -1 : line.indexOf('\t', begin);
  return tab !== -1 && line.slice(tab).trim() !== '' && !/[:：]/u.test(line.slice(0, tab));
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\s*-\s+/u, '')
    .split('\t')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');

/** S002 for lines pasted from a spreadsheet, at the first of them, which begins at `lineStart`; they are mended by leaving them out. */
export function pastedSlip(
  file: string,
  lines: readonly string[],
  lineStart: number,
): { readonly told: Diagnostic; readonly mends: readonly Mend[] } {
  const [line = ''] = lines;
  const text = line.trim();
  const start = lineStart + line.indexOf(text);
  const several = lines.length === 1 ? '这一行' : `这 ${lines.length} 行`;
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: start + text.length },
    message: `${several}像是从 Excel 粘贴来的：格子之间是制表符（Tab），没有键`,
    advice: adviceFor(lines.map(cellsOf)),
  });
  let at = lineStart;
  const mends = lines.map((one): Mend => {
    const mend = { start: at, end: at, put: '#' };
    at += one.length + 1;
    return mend;
  });
  return { told, mends };
}

/** Whether a cell can be a heading: numbers and amounts cannot. */
const isName = (cell: string): boolean => !/^[-\d.,，%￥¥]+$/u.test(cell);

function adviceFor([first = [], second]: readonly (readonly string[])[]): string {
  const [key = '', value = ''] = first;
  if (first.length === 2) return `每格前面要有键，例如写成“${shortened(key)}: ${shortened(value)}”。`;
  const isHeader = second !== undefined && second.length === first.length && first.every(isName);
  const pairs = (isHeader ? second : first).map(
    (cell, i) => `${isHeader ? shortened(first[i] ?? '') : '键'}: ${shortened(cell)}`,
  );
  return `${isHeader ? '表头作键，' : ''}一行写成一条，例如“- { ${pairs.join(', ')} }”。`;
}
