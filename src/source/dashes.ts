import { type Diagnostic, diagnostic } from '../base/index.ts';
import { depthOf } from './indent.ts';
import type { Mend } from './mends.ts';
import { MOST_FAULTS, shortened } from './slips.ts';

/** What people type for the dash of a list: a hyphen without its blank, or another dash, bullet or star. */
const dashed =
  /^(?<indent>\s*(?:- +)*)(?<dash>-(?![- \t]|$)|(?<other>[－–—―−‐•·●○◆▪＊]|[*+](?=[ \t]))(?!\k<other>))(?<gap>\s*)(?<rest>\S.*)$/u;

/** A line whose dash makes no item of a list: what is told of it, and the lines as they should be. */
export type DashSlip = { readonly told: Diagnostic; readonly mends: readonly Mend[]; readonly depth: number };

/**
 * S002 for a line whose dash makes no item; undefined for all others. `start` is the offset of the line. Lines below that
 * are aligned with what follows the dash at once have to move with it.
 */
export function dashSlip(
  file: string,
  lines: readonly string[],
  { at, start: lineStart }: { readonly at: number; readonly start: number },
): DashSlip | undefined {
  const line = lines[at] as string;
  const { indent = '', dash, gap = '', rest = '' } = dashed.exec(line.trimEnd())?.groups ?? {};
  if (dash === undefined) return undefined;
  const start = lineStart + indent.length;
  const column = indent.length + 1;
  const moving = gap === '' ? alignedBelow(lines, at, column) : [];
  const below = moving.map((offset): Mend => ({ start: lineStart + offset, end: lineStart + offset, put: ' ' }));
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: start + 1 },
    message:
      dash === '-' ? `“-”后面${gap === '' ? '没有空格' : '不是半角空格'}，不成一条` : `“${dash}”不能当一条的开头`,
    advice: `写成“- ${shortened(rest)}”：半角的“-”，后面空一格${below.length === 0 ? '' : '；下面和它对齐的行也各多空一格'}。`,
  });
  const mend = { start, end: start + dash.length + gap.length, put: '- ' };
  return { told, mends: [mend, ...below], depth: indent.length };
}

/** Where the lines of an item begin, counted from its own line, if they are aligned with a column of that. */
function alignedBelow(lines: readonly string[], at: number, column: number): number[] {
  const starts: number[] = [];
  let start = 0;
  for (let i = at + 1; i < lines.length && i <= at + MOST_FAULTS; i += 1) {
    start += (lines[i - 1] as string).length + 1;
    const line = lines[i] as string;
    if (line.trim() === '') continue;
    if (depthOf(line) < column || (starts.length === 0 && depthOf(line) > column)) break;
    starts.push(start);
  }
  return starts;
}

/** Numbers the lists that lines belong to: items with a slip at their dash share it. Lines are to be shown in their order. */
export function listWatch(): (line: string, slip: DashSlip | undefined) => number {
  const open: { readonly depth: number; readonly list: number }[] = [];
  let lists = 0;
  return (line, slip) => {
    const depth = slip?.depth ?? depthOf(line);
    const isItem = slip !== undefined || /^\s*-\s/u.test(line);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (top.depth < depth || (top.depth === depth && isItem)) break;
      open.pop();
    }
    if (slip === undefined) return -1;
    if (open.at(-1)?.depth !== depth) {
      lists += 1;
      open.push({ depth, list: lists });
    }
    return lists;
  };
}
