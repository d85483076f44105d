import { diagnostic } from '../base/index.ts';
import { wrongKeyIn } from './colon-slips.ts';
import { keyLineSlip } from './key-line-slips.ts';
import { isItem } from './key-lines.ts';
import { below, type Line, type Scene } from './lines.ts';
import { type Mend, mended, movedBy } from './mends.ts';
import type { Mendable } from './slip.ts';
import { shortened } from './telling.ts';

/** What people type for the dash of a list: a hyphen without its blank, or another dash, bullet or star. */
const dashed =
  /^(?<indent>\s*(?:- +)*)(?<dash>-(?![- \t]|$)|(?<other>[－–—―−‐•·●○◆▪＊]|[*+](?=[ \t]))(?!\k<other>))(?<gap>\s*)(?<rest>\S.*)$/u;

/** A line whose dash makes no item of a list; `depth` is the column of that dash. */
export type DashSlip = Mendable & { readonly depth: number };

/**
 * S002 for a line whose dash makes no item; undefined for all others. Lines below that are aligned with what follows the
 * dash at once have to move with it.
 */
export function dashSlip(scene: Scene): DashSlip | undefined {
  const { file, line } = scene;
  const { indent = '', dash, gap = '', rest = '' } = dashed.exec(line.text.trimEnd())?.groups ?? {};
  if (dash === undefined) return undefined;
  const start = line.start + indent.length;
  const moving = gap === '' ? alignedBelow(scene, indent.length + 1) : [];
  const blanks = moving.map((one): Mend => ({ start: one.start, end: one.start, put: ' ' }));
  const restAt = start + dash.length + gap.length;
  const isKey = wrongKeyIn(rest) !== undefined;
  const colon = isKey ? (keyLineSlip({ file, start: 0, end: rest.length }, rest).mends ?? []) : [];
  const meant = mended(rest, colon).text;
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: start + 1 },
    message:
      dash === '-' ? `“-”后面${gap === '' ? '没有空格' : '不是半角空格'}，不成一条` : `“${dash}”不能当一条的开头`,
    advice: `写成“- ${shortened(meant.trimEnd())}”：半角的“-”，后面空一格${blanks.length === 0 ? '' : '；下面和它对齐的行也各多空一格'}。`,
  });
  const mend = { start, end: restAt, put: '- ' };
  return { told, mends: [mend, ...movedBy(colon, restAt), ...blanks], isSure: true, depth: indent.length };
}

/** The lines below an item's first that belong to it, if they are aligned with a column of that. */
function alignedBelow(scene: Scene, column: number): Line[] {
  const aligned: Line[] = [];
  for (const line of below(scene)) {
    if (line.text.trim() === '') continue;
    if (line.depth < column || (aligned.length === 0 && line.depth > column)) break;
    aligned.push(line);
  }
  return aligned;
}

/** A list that is open at some line. */
type List = { readonly depth: number };

/** Tells of which list a line with a slip at its dash is an item. Lines are to be shown in their order. */
export function listWatch(): (line: Line, slip: DashSlip | undefined) => List | undefined {
  const open: List[] = [];
  return (line, slip) => {
    const depth = slip?.depth ?? line.depth;
    const mayBeItem = slip !== undefined || isItem(line.text);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (top.depth < depth || (top.depth === depth && mayBeItem)) break;
      open.pop();
    }
    if (slip !== undefined && open.at(-1)?.depth !== depth) open.push({ depth });
    return slip && open.at(-1);
  };
}
