import { diagnostic } from '../base/index.ts';
import { depthOf } from './indent.ts';
import { closed, keyIn, type ListScene } from './list-keys.ts';
import { endOf, type ListSlip, linesFrom } from './list-slips.ts';
import { shortened } from './slips.ts';

/**
 * S002 for keys that stand deeper than the key of the line above, which has its value: told once for all that stand as
 * deep. `above` is the last line above that says anything; undefined where it is no such key.
 */
export function tooDeepSlip(scene: ListScene, above: string): ListSlip | undefined {
  const line = scene.lines[scene.at] as string;
  const depth = depthOf(line);
  const { indent, key = '' } = closed.exec(above)?.groups ?? {};
  const own = keyIn(line)?.key;
  if (indent === undefined || own === undefined || depth <= indent.length) return undefined;
  const run = linesFrom(scene, depth);
  const others = run.filter((one) => one.depth === depth).length - 1;
  const start = scene.start + depth;
  const told = diagnostic({
    code: 'S002',
    at: { file: scene.file, start, end: start + own.length },
    message: `“${shortened(own)}”比上一行缩进得深，可是上一行的键已经有值`,
    advice: `和上一行的“${shortened(key.trim())}”对齐${indent.length === 0 ? '' : `，前面空 ${indent.length} 格`}${others === 0 ? '' : `，下面 ${others} 行也是`}；如果它是下一级，上一行冒号后面不要写字。`,
  });
  const mends = run.map((one) => ({ start: one.start, end: one.start + depth - indent.length, put: '' }));
  return { told, mends, start: scene.start, end: endOf(run), last: run.at(-1)?.at ?? scene.at };
}

/** A key whose value is to follow below it. */
const opener = /^(?<indent> *(?:- +)*)[^\s{["'#:：-][^:：]*:(?: +#.*)?$/u;

/** What a line begins with: a key, or a dash and the first words behind it; null for other lines. */
function headOf(text: string): { readonly words: string; readonly isItem: boolean } | null {
  const { dash, rest = '' } = /^ *(?<dash>- +)(?<rest>\S.*)$/u.exec(text.trimEnd())?.groups ?? {};
  if (dash !== undefined) return { words: `- ${keyIn(rest)?.key ?? shortened(rest)}`, isItem: true };
  const key = keyIn(text);
  return key === null ? null : { words: shortened(key.key), isItem: false };
}

/**
 * S002 for the first keys or items below a key, or of a file, that stand deeper than most that follow beside them. `above`
 * is the last line above that says anything; empty where there is none.
 */
export function deepStartSlip(scene: ListScene, above: string): ListSlip | undefined {
  const owner = above === '' ? -1 : opener.exec(above.trimEnd())?.groups?.indent?.length;
  if (owner === undefined) return undefined;
  const group = linesFrom(scene, owner + 1);
  const [line] = group;
  const own = line === undefined ? null : headOf(line.text);
  if (line === undefined || own === null) return undefined;
  const { depth } = line;
  const isLike = (one: typeof line): boolean => headOf(one.text)?.isItem === own.isItem;
  // The parts of an item may stand less deep than its dash.
  const next = group.find((one) => one.depth < depth && (isLike(one) || !own.isItem));
  const beside = next === undefined ? null : headOf(next.text);
  if (next === undefined || beside?.isItem !== own.isItem) return undefined;
  const run = group.slice(0, group.indexOf(next));
  const first = run.filter((one) => one.depth === depth && isLike(one));
  if (group.filter((one) => one.depth === next.depth && isLike(one)).length <= first.length) return undefined;
  // What stands below them has come along if it stands deeper.
  const moved = run.filter((one) => first.includes(one) || one.depth >= depth + 2);
  const spare = depth - next.depth;
  const others = moved.length === 1 ? '' : `；下面 ${moved.length - 1} 行也各少空 ${spare} 格`;
  const told = diagnostic({
    code: 'S002',
    at: { file: scene.file, start: scene.start + depth, end: scene.start + depth + own.words.length },
    message: `“${own.words}”比下面的“${beside.words}”多空了 ${spare} 格`,
    advice: `${next.depth === 0 ? '顶格写' : `应空 ${next.depth} 格`}，和“${beside.words}”对齐${others}。`,
  });
  const mends = moved.map((one) => ({ start: one.start, end: one.start + spare, put: '' }));
  return { told, mends, start: scene.start, end: endOf(group), last: run.at(-1)?.at ?? scene.at };
}

/** S002 for a file whose first key has a dash and the others have none. */
export function dashedStartSlip(scene: ListScene): ListSlip | undefined {
  const [line, next] = linesFrom(scene, 0);
  const {
    indent = '',
    dash = '',
    rest = '',
  } = /^(?<indent> *)(?<dash>- +)(?<rest>.*)$/u.exec((line?.text ?? '').trimEnd())?.groups ?? {};
  const own = keyIn(rest);
  if (line === undefined || next === undefined || own === null) return undefined;
  if (next.depth !== indent.length || keyIn(next.text) === null) return undefined;
  const at = line.start + indent.length;
  const told = diagnostic({
    code: 'S002',
    at: { file: scene.file, start: at, end: at + 1 },
    message: `“${shortened(own.key)}”前面不用“- ”`,
    advice: `写成“${shortened(rest.trim())}”，和下面的“${shortened(keyIn(next.text)?.key ?? '')}”对齐。`,
  });
  const end = endOf(linesFrom(scene, 0));
  return { told, mends: [{ start: at, end: at + dash.length, put: '' }], start: scene.start, end, last: scene.at };
}
