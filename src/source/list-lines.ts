import { itemIn, type KeyLine, keyIn } from './key-lines.ts';
import { below, type Line, type Scene, saysNothing } from './lines.ts';
import { dashlessSlip, type Level, nakedListSlip, ownerlessSlip, repeatedSlip, spareDashSlip } from './list-slips.ts';
import type { LevelSlip } from './slip.ts';
import { MOST_FAULTS } from './telling.ts';

/**
 * Finds what people do to lists that YAML complains about elsewhere: keys in the column of the dashes, a dash left out or
 * put before a key, a list whose key is gone. The lines are those of a file in their order, without texts and comments.
 */
export function listSlips(scenes: readonly Scene[]): LevelSlip[] {
  const levels: Level[] = [];
  const slips: LevelSlip[] = [];
  for (const scene of scenes) {
    if (scene.line.at <= (slips.at(-1)?.last ?? -1)) continue;
    const slip = see(levels, scene);
    if (slip !== undefined) slips.push(slip);
  }
  return slips.slice(0, MOST_FAULTS);
}

/** Opens the levels that begin on a line and closes those that end there. */
function see(levels: Level[], scene: Scene): LevelSlip | undefined {
  const { text, depth } = scene.line;
  while ((levels.at(-1)?.depth ?? -1) > depth) levels.pop();
  const item = itemIn(text);
  if (item !== null) return seeItem(levels, scene, item);
  const key = keyIn(text);
  if (key !== null) return seeKey(levels, scene, key);
  // A line that may be a key, as one in quotes, or belong to what began above.
  const beside = levels.at(-1);
  if (beside?.depth === depth && beside.isItem) return undefined;
  if (beside?.depth === depth) levels.pop();
  open(levels, { line: scene.line, depth, isItem: false, name: '', isOpen: true });
  return undefined;
}

function open(levels: Level[], level: Omit<Level, 'below'>): void {
  const above = levels.at(-1);
  const one: Level = { ...level, below: null };
  if (above !== undefined) above.below ??= one;
  levels.push(one);
}

const levelOf = (line: Line, depth: number, { key, value }: KeyLine): Omit<Level, 'below'> => ({
  line,
  depth,
  isItem: false,
  name: key,
  isOpen: value === '',
});

const firstInBraces = /^\{\s*(?<key>[^\s:：,{]+):/u;

function seeItem(
  levels: Level[],
  scene: Scene,
  { dash, rest }: { readonly dash: string; readonly rest: string },
): LevelSlip | undefined {
  const { line } = scene;
  const { depth } = line;
  const key = keyIn(rest);
  const beside = levels.at(-1);
  const mayHold = beside?.isOpen === true && beside.below === null;
  if (beside !== undefined && !beside.isItem && beside.depth === depth && !mayHold) {
    const slip = key === null ? undefined : spareDashSlip(scene, key, dash.length);
    if (slip === undefined || key === null) return undefined;
    levels.pop();
    const list = levels.at(-1);
    open(levels, levelOf(line, depth, key));
    return list === undefined ? slip : { ...slip, list };
  }
  const slip =
    beside !== undefined && !levels.some((level) => level.isItem) && !beside.isOpen && beside.depth < depth
      ? ownerlessSlip(scene, beside)
      : undefined;
  const isNext = beside?.isItem === true && beside.depth === depth;
  if (isNext) levels.pop();
  const first = isNext ? beside.first : (key?.key ?? firstInBraces.exec(rest)?.groups?.key);
  open(levels, { line, depth, isItem: true, name: rest, isOpen: true, first });
  if (key !== null) open(levels, levelOf(line, depth + dash.length, key));
  return slip;
}

function seeKey(levels: Level[], scene: Scene, key: KeyLine): LevelSlip | undefined {
  const { line } = scene;
  const { depth } = line;
  const beside = levels.at(-1);
  if (beside?.isItem === true && beside.depth === depth) {
    const owner = levels.at(-2);
    if (owner === undefined) return undefined;
    if (owner.depth < depth) {
      const slip = dashlessSlip(scene, key, beside);
      return slip === undefined ? undefined : { ...slip, list: owner };
    }
    levels.pop();
  }
  const isBeside = levels.at(-1)?.depth === depth;
  if (isBeside) levels.pop();
  const above = levels.at(-1);
  const hung = above?.below ?? null;
  if (hung === null && above?.isOpen === true && key.count !== '' && beginsItem(scene, key)) {
    open(levels, { line, depth, isItem: true, name: key.key, isOpen: true, first: key.key });
    return dashlessSlip(scene, key, levels.at(-1) as Level);
  }
  open(levels, levelOf(line, depth, key));
  if (isBeside && above?.isItem === true && keyIn(above.name)?.key === key.key)
    return repeatedSlip(scene, key.key, above);
  // A key that is not aligned with its first sibling has lost none: it is itself in the wrong column.
  const eldest = levels.at(-3)?.below ?? above;
  const isNaked = hung?.isItem === true && hung.depth > depth && eldest?.depth === above?.depth;
  if (above === undefined || hung === null || !isNaked || key.value !== '') return undefined;
  above.below = levels.at(-1) as Level;
  return nakedListSlip({ ...scene, line: hung.line }, above, key.key, depth);
}

/** Whether a line with a counted key can only be the first item of a list: what follows is its item or another. */
function beginsItem(scene: Scene, key: KeyLine): boolean {
  const { depth } = scene.line;
  const next = below(scene).find(({ text }) => !saysNothing(text));
  if (next === undefined) return false;
  return next.depth === depth
    ? itemIn(next.text) !== null
    : key.value !== '' && next.depth > depth && keyIn(next.text) !== null;
}
