import { diagnostic } from '../base/index.ts';
import { isItem, itemIn, keyBehindDashes, keyIn } from './key-lines.ts';
import { extentOf, groupFrom, type Line, type Lines, linesBefore, type Scene } from './lines.ts';
import type { LevelSlip } from './slip.ts';
import { MOST_FAULTS, shortened } from './telling.ts';

/** Items below a key that all begin with the same key, and where most of them stand. */
type List = {
  readonly scene: Scene;
  readonly key: string;
  readonly group: Lines;
  readonly items: readonly Line[];
  readonly usual: number;
};

/**
 * S002 for items of a list that stand one column beside most others: YAML takes the first of them for right and complains
 * about all the others, or about the lines of the odd one. The lines are those of a file in their order, without texts and
 * comments.
 */
export function strayItemSlips(scenes: readonly Scene[]): LevelSlip[] {
  const slips: LevelSlip[] = [];
  for (const [i, scene] of scenes.entries()) {
    const list = listFrom(scene, scenes[i - 1]?.line.text ?? '');
    if (list === null) continue;
    for (const item of list.items) if (item.depth !== list.usual) slips.push(strayItem(item, list));
  }
  return slips.sort((a, b) => a.start - b.start).slice(0, MOST_FAULTS);
}

/** The list that begins on a line, if one or more of its items are odd; `above` is the last line above that says anything. */
function listFrom(scene: Scene, above: string): List | null {
  const { line } = scene;
  const owner = keyBehindDashes(above);
  const key = firstKey(line);
  if (key === null || owner === null || owner.value !== '' || owner.depth > line.depth) return null;
  const [, ...rest] = groupFrom(scene, Math.max(owner.depth, line.depth - 1));
  const isAfter = (one: Line): boolean => one.depth <= owner.depth && !isItem(one.text);
  const group: Lines = [line, ...linesBefore(rest, isAfter)];
  const items = group.filter((one) => Math.abs(one.depth - line.depth) <= 1 && firstKey(one) === key);
  const odd = items.filter(({ depth }) => depth !== line.depth);
  const other = odd[0]?.depth;
  const same = items.length - odd.length;
  if (other === undefined || odd.some(({ depth }) => depth !== other) || same === odd.length) return null;
  return { scene, key, group, items, usual: same > odd.length ? line.depth : other };
}

const firstInBraces = /^\{\s*(?<key>[^\s:：,{]+):/u;

/** The key that an item begins with, be it between braces; null for other lines. */
function firstKey({ text }: Line): string | null {
  const { rest = '' } = itemIn(text) ?? {};
  return keyIn(rest)?.key ?? firstInBraces.exec(rest)?.groups?.key ?? null;
}

function strayItem(item: Line, list: List): LevelSlip {
  const { scene, key, group, items, usual } = list;
  const from = group.indexOf(item);
  const next = items[items.indexOf(item) + 1];
  const parts = group.slice(from + 1, next === undefined ? undefined : group.indexOf(next));
  const dash = itemIn(item.text)?.dash.length ?? 0;
  // What stands below its dash has come along if it is aligned with the key behind that.
  const cameAlong = parts.length > 0 && Math.min(...parts.map(({ depth }) => depth)) === item.depth + dash;
  const moved = cameAlong ? [item, ...parts] : [item];
  const isLess = item.depth < usual;
  const how = isLess ? '少空了 1 格' : '多空了 1 格';
  const others = moved.length === 1 ? '' : `；下面 ${moved.length - 1} 行也各${isLess ? '多' : '少'}空 1 格`;
  const head = `- ${shortened(key)}`;
  const start = item.start + item.depth;
  const told = diagnostic({
    code: 'S002',
    at: { file: scene.file, start, end: item.start + item.text.indexOf(key) + key.length },
    message: `“${head}”比别的各条${how}`,
    advice: `${usual === 0 ? '顶格写' : `应空 ${usual} 格`}，和别的“${head}”对齐${others}。`,
  });
  const mends = moved.map((one) => ({ start: one.start, end: one.start + (isLess ? 0 : 1), put: isLess ? ' ' : '' }));
  return { told, mends, start: item.start, end: extentOf(group).end, last: item.at, list };
}
