import { diagnostic } from '../base/index.ts';
import { type Line, linesWhile, type Scene } from './lines.ts';
import type { Mend } from './mends.ts';
import type { LongSlip } from './slip.ts';
import { shortened } from './telling.ts';

/** A line as a spreadsheet gives it: cells with tabs between them, and no key before the first. */
function isPasted({ text: line }: Line): boolean {
  const begin = line.search(/[^\s-]/u);
  const tab = begin === -1 ? -1 : line.indexOf('\t', begin);
  return tab !== -1 && line.slice(tab).trim() !== '' && !/[:：]/u.test(line.slice(0, tab));
}

const cellsOf = ({ text }: Line): string[] =>
  text
    .replace(/^\s*-\s+/u, '')
    .split('\t')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');

/**
 * S002 for lines pasted from a spreadsheet, told once for all that follow; undefined where the line is none. They are
 * mended by making them comments: as such they hide nothing of what is wrong elsewhere.
 */
export function pastedSlip(scene: Scene): LongSlip | undefined {
  const pasted = linesWhile(scene, isPasted);
  if (pasted.length === 0) return undefined;
  const { file, line } = scene;
  const text = line.text.trim();
  const start = line.start + line.text.indexOf(text);
  const several = pasted.length === 1 ? '这一行' : `这 ${pasted.length} 行`;
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: start + text.length },
    message: `${several}像是从 Excel 粘贴来的：格子之间是制表符（Tab），没有键`,
    advice: adviceFor(pasted.map(cellsOf)),
  });
  const mends = pasted.map((one): Mend => ({ start: one.start, end: one.start, put: '#' }));
  return { told, mends, last: line.at + pasted.length - 1 };
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
