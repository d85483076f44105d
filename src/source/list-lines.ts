import { depthOf } from './indent.ts';
import { keyIn, type Level, type ListScene } from './list-keys.ts';
import {
  dashlessSlip,
  type ListSlip,
  nakedListSlip,
  ownerlessSlip,
  repeatedSlip,
  spareDashSlip,
} from './list-slips.ts';

const itemLine = /^(?<indent> *)(?<dash>-(?: +|$))(?<rest>.*)$/u;
const firstInBraces = /^\{\s*(?<key>[^\s:：,{]+):/u;

/** Whether a line with a counted key can only be the first item of a list: what follows is its item or another. */
function beginsItem({ lines, at }: ListScene, depth: number, isOpen: boolean): boolean {
  const next = lines.slice(at + 1, at + 20).find((line) => !/^\s*(?:#|$)/u.test(line)) ?? '';
  return depthOf(next) === depth
    ? itemLine.test(next.trimEnd())
    : !isOpen && depthOf(next) > depth && keyIn(next) !== null;
}

/**
 * Finds what people do to lists that YAML complains about elsewhere: keys in the column of the dashes, a dash left out or
 * put before a key, a list whose key is gone. Lines are to be shown in their order; those of texts and comments are not.
 */
export function listLines(file: string, lines: readonly string[]): (at: number, start: number) => ListSlip | undefined {
  const levels: Level[] = [];
  let told = -1;

  const push = (level: Omit<Level, 'below'>): void => {
    const above = levels.at(-1);
    const one: Level = { ...level, below: null };
    if (above !== undefined) above.below ??= one;
    levels.push(one);
  };

  const seeItem = (scene: ListScene, depth: number, dash: string, rest: string): ListSlip | undefined => {
    const key = keyIn(rest);
    const beside = levels.at(-1);
    if (beside !== undefined && !beside.isItem && beside.depth === depth && !(beside.open && beside.below === null)) {
      const slip = key?.isOpen === true ? spareDashSlip(scene, key.key, dash.length) : undefined;
      if (slip === undefined) return undefined;
      levels.pop();
      const list = levels.at(-1);
      push({ ...scene, depth, isItem: false, name: key?.key ?? '', open: true, first: undefined });
      return list === undefined ? slip : { ...slip, list };
    }
    const slip =
      beside !== undefined && !levels.some((level) => level.isItem) && !beside.open && beside.depth < depth
        ? ownerlessSlip(scene, beside)
        : undefined;
    const first = key?.key ?? firstInBraces.exec(rest)?.groups?.key;
    const isNext = beside?.isItem === true && beside.depth === depth;
    if (isNext) levels.pop();
    push({ ...scene, depth, isItem: true, name: rest, open: true, first: isNext ? beside.first : first });
    if (key !== null)
      push({
        ...scene,
        depth: depth + dash.length,
        isItem: false,
        name: key.key,
        open: key.isOpen,
        first: undefined,
      });
    return slip;
  };

  const seeKey = (scene: ListScene, depth: number): ListSlip | undefined => {
    const key = keyIn(lines[scene.at] as string);
    if (key === null) return undefined;
    const beside = levels.at(-1);
    if (beside?.isItem === true && beside.depth === depth) {
      const owner = levels.at(-2);
      if (owner === undefined || owner.depth < depth) {
        const slip = owner === undefined ? undefined : dashlessSlip(scene, beside);
        told = slip?.last ?? told;
        return slip === undefined || owner === undefined ? undefined : { ...slip, list: owner };
      }
      levels.pop();
    }
    const isBeside = levels.at(-1)?.depth === depth;
    if (isBeside) levels.pop();
    const above = levels.at(-1);
    const hung = above?.below ?? null;
    if (hung === null && above?.open === true && key.count !== '' && beginsItem(scene, depth, key.isOpen)) {
      push({ ...scene, depth, isItem: true, name: key.key, open: true, first: key.key });
      return dashlessSlip(scene, levels.at(-1) as Level);
    }
    push({ ...scene, depth, isItem: false, name: key.key, open: key.isOpen, first: undefined });
    if (isBeside && above?.isItem === true && keyIn(above.name)?.key === key.key) {
      const slip = repeatedSlip(scene, above);
      told = slip.last;
      return slip;
    }
    // A key that is not aligned with its first sibling has lost none: it is itself in the wrong column.
    const eldest = levels.at(-3)?.below ?? above;
    const isNaked = hung?.isItem === true && hung.depth > depth && eldest?.depth === above?.depth;
    if (above !== undefined && hung !== null && isNaked && key.isOpen) {
      above.below = levels.at(-1) as Level;
      return nakedListSlip({ ...scene, at: hung.at, start: hung.start }, above, key.key, depth);
    }
    return undefined;
  };

  /** A line that may be a key, as one in quotes, or belong to what began above. */
  const seeOther = (scene: ListScene, depth: number): void => {
    const beside = levels.at(-1);
    if (beside?.depth === depth && beside.isItem) return;
    if (beside?.depth === depth) levels.pop();
    push({ ...scene, depth, isItem: false, name: '', open: true, first: undefined });
  };

  return (at, start) => {
    const line = (lines[at] as string).trimEnd();
    if (at <= told) return undefined;
    const { indent, dash = '', rest = '' } = itemLine.exec(line)?.groups ?? {};
    const depth = indent?.length ?? depthOf(line);
    while ((levels.at(-1)?.depth ?? -1) > depth) levels.pop();
    const scene = { file, lines, at, start };
    if (indent !== undefined) return seeItem(scene, depth, dash, rest);
    if (keyIn(line) !== null) return seeKey(scene, depth);
    seeOther(scene, depth);
    return undefined;
  };
}
