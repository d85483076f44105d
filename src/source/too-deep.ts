import { diagnostic } from '../base/index.ts';
import { isClosed, itemIn, keyBehindDashes, keyIn } from './key-lines.ts';
import { extentOf, groupFrom, type Line, type Lines, type Scene } from './lines.ts';
import type { LevelSlip, Slip } from './slip.ts';
import { MOST_FAULTS, shortened } from './telling.ts';

/** Keys and items that stand too deep, and of these the items that begin a list: what is said of them is surest. */
type TooDeep = { readonly all: readonly Slip[]; readonly firstItems: readonly Slip[] };

/** Finds lines with too much indentation. The lines are those of a file in their order, without texts and comments. */
export function tooDeepSlips(scenes: readonly Scene[]): TooDeep {
  const firstItems: LevelSlip[] = [];
  const all: LevelSlip[] = [];
  for (const [i, scene] of scenes.entries()) {
    const above = scenes[i - 1]?.line.text ?? '';
    const atStart = deepStartSlip(scene, above) ?? (i === 0 ? dashedStartSlip(scene) : undefined);
    if (atStart !== undefined && itemIn(scene.line.text) !== null) firstItems.push(atStart);
    if (scene.line.at <= (all.at(-1)?.last ?? -1)) continue;
    const slip = tooDeepSlip(scene, above) ?? atStart;
    if (slip !== undefined) all.push(slip);
  }
  return { all: all.slice(0, MOST_FAULTS), firstItems: firstItems.slice(0, MOST_FAULTS) };
}

/**
 * S002 for keys that stand deeper than the key of the line above, which has its value: told once for all that stand as
 * deep. `above` is the last line above that says anything; undefined where it is no such key.
 */
function tooDeepSlip(scene: Scene, above: string): LevelSlip | undefined {
  const { line } = scene;
  const { depth } = line;
  const owner = keyBehindDashes(above);
  const { key: own, value } = keyIn(line.text) ?? {};
  if (owner === null || !isClosed(owner) || own === undefined || depth <= owner.depth) return undefined;
  // A text that is no deeper than its key has stayed where it was.
  const isAlone = value?.startsWith('|') && (scene.lines[line.at + 1]?.depth ?? 0) <= depth;
  const run: Lines = isAlone ? [line] : groupFrom(scene, depth);
  const others = run.filter((one) => one.depth === depth).length - 1;
  const start = line.start + depth;
  const told = diagnostic({
    code: 'S002',
    at: { file: scene.file, start, end: start + own.length },
    message: `“${shortened(own)}”比上一行缩进得深，可是上一行的键已经有值`,
    advice: `和上一行的“${shortened(owner.key)}”对齐${owner.depth === 0 ? '' : `，前面空 ${owner.depth} 格`}${others === 0 ? '' : `，下面 ${others} 行也是`}；如果它是下一级，上一行冒号后面不要写字。`,
  });
  const mends = run.map((one) => ({ start: one.start, end: one.start + depth - owner.depth, put: '' }));
  return { told, mends, ...extentOf(run), last: (run.at(-1) ?? line).at };
}

/** What a line begins with: a key, or a dash and the first words behind it; null for other lines. */
function headOf(text: string): { readonly words: string; readonly isItem: boolean } | null {
  const { rest = '' } = itemIn(text) ?? {};
  if (/^\S/u.test(rest)) return { words: `- ${keyIn(rest)?.key ?? shortened(rest)}`, isItem: true };
  const key = keyIn(text);
  return key === null ? null : { words: shortened(key.key), isItem: false };
}

/**
 * S002 for the first keys or items below a key, or of a file, that stand deeper than most that follow beside them. `above`
 * is the last line above that says anything; empty where there is none.
 */
function deepStartSlip(scene: Scene, above: string): LevelSlip | undefined {
  const { line } = scene;
  const { depth } = line;
  const owner = keyBehindDashes(above);
  const isBelowKey = owner !== null && owner.value === '' && owner.depth < depth;
  const own = isBelowKey || above === '' ? headOf(line.text) : null;
  if (own === null) return undefined;
  const group = groupFrom(scene, owner === null ? 0 : owner.depth + 1);
  const isLike = (one: Line): boolean => headOf(one.text)?.isItem === own.isItem;
  // The parts of an item may stand less deep than its dash.
  const next = group.find((one) => one.depth < depth && (isLike(one) || !own.isItem));
  const beside = next === undefined ? null : headOf(next.text);
  if (next === undefined || beside?.isItem !== own.isItem) return undefined;
  const run = group.slice(0, group.indexOf(next));
  const first = run.filter((one) => one.depth === depth && isLike(one));
  if (group.filter((one) => one.depth === next.depth && isLike(one)).length <= first.length) return undefined;
  const moved = withWhatCameAlong(run, new Set(first), depth);
  const spare = depth - next.depth;
  const others = moved.length === 1 ? '' : `；下面 ${moved.length - 1} 行也各少空 ${spare} 格`;
  const told = diagnostic({
    code: 'S002',
    at: { file: scene.file, start: line.start + depth, end: line.start + depth + own.words.length },
    message: `“${own.words}”比下面的“${beside.words}”多空了 ${spare} 格`,
    advice: `${next.depth === 0 ? '顶格写' : `应空 ${next.depth} 格`}，和“${beside.words}”对齐${others}。`,
  });
  const mends = moved.map((one) => ({ start: one.start, end: one.start + spare, put: '' }));
  return { told, mends, ...extentOf(group), last: (run.at(-1) ?? line).at };
}

/** Some lines at a depth, each with all that stands below it if the first line below has come along and is deeper still. */
function withWhatCameAlong(lines: readonly Line[], heads: ReadonlySet<Line>, depth: number): readonly Line[] {
  let came = false;
  return lines.filter((line, i) => {
    if (!heads.has(line)) return came;
    came = (lines[i + 1]?.depth ?? 0) >= depth + 2;
    return true;
  });
}

/** S002 for a file whose first key has a dash and the others have none. */
function dashedStartSlip(scene: Scene): LevelSlip | undefined {
  const group = groupFrom(scene, 0);
  const [line, next] = group;
  const { dash = '', rest = '' } = itemIn(line.text) ?? {};
  const own = keyIn(rest);
  const beside = next?.depth === line.depth ? keyIn(next.text) : null;
  if (own === null || beside === null) return undefined;
  const start = line.start + line.depth;
  const told = diagnostic({
    code: 'S002',
    at: { file: scene.file, start, end: start + 1 },
    message: `“${shortened(own.key)}”前面不用“- ”`,
    advice: `写成“${shortened(rest.trim())}”，和下面的“${shortened(beside.key)}”对齐。`,
  });
  return { told, mends: [{ start, end: start + dash.length, put: '' }], ...extentOf(group), last: line.at };
}
