import { type Diagnostic, diagnostic, type Span } from '../base/index.ts';
import { depthOf } from './indent.ts';
import { closed, keyIn, type Level, type ListScene } from './list-keys.ts';
import type { Mend } from './mends.ts';
import { MOST_FAULTS, shortened } from './slips.ts';

/** What was done to a list, how far the faults that follow from it reach, and how to write it; `last` is the last line it speaks of. */
export type ListSlip = {
  readonly told: Diagnostic;
  readonly start: number;
  readonly end: number;
  readonly mends: readonly Mend[];
  readonly last: number;
  /** The key above, where what was done to one line below it was done to others. */
  readonly list?: Level;
};

type Line = { readonly at: number; readonly start: number; readonly text: string; readonly depth: number };

/** The lines that stand at least as deep as `depth`, from a line on; blank ones and comments are left out. */
export function linesFrom({ lines, at, start }: ListScene, depth: number): Line[] {
  const found: Line[] = [];
  let from = start;
  for (let i = at; i < lines.length && i <= at + MOST_FAULTS; i += 1) {
    const text = lines[i] as string;
    if (!/^\s*(?:#|$)/u.test(text)) {
      if (depthOf(text) < depth) break;
      found.push({ at: i, start: from, text, depth: depthOf(text) });
    }
    from += text.length + 1;
  }
  return found;
}

/** Where the last of some lines ends. */
export const endOf = (lines: readonly Line[]): number => {
  const last = lines.at(-1);
  return last === undefined ? 0 : last.start + last.text.length;
};

const isItem = (text: string): boolean => /^\s*-(?:\s|$)/u.test(text);

function placeOf({ file }: ListScene, { start, depth, text }: Line, words: string): Span {
  const from = start + depth;
  return { file, start: from, end: from + Math.min(words.length, text.trim().length) };
}

/**
 * A key in the column of the dashes: a new item whose dash is left out or a number, if it is the key that items begin
 * with; else a part of the item above, of which further lines may follow. Undefined where no item above has keys.
 */
export function dashlessSlip(scene: ListScene, above: Level): ListSlip | undefined {
  const inList = linesFrom(scene, above.depth);
  const [line] = inList;
  const key = line === undefined ? null : keyIn(line.text);
  if (line === undefined || key === null) return undefined;
  const end = endOf(inList);
  const isNew = key.count !== '' || key.key === above.first;
  if (!isNew) return partSlip(scene, above, { inList, key: key.key, end });
  const next = inList[1];
  const text = line.text.trim().slice(key.count.length);
  const { width, isTight } = layOut(inList, opens(line.text));
  const isFollowed = next !== undefined && next.depth === line.depth && isPart(next, above);
  const parts = isFollowed || isTight ? partsFrom(inList.slice(1), above, isTight) : [];
  const at = line.start + line.depth;
  const dash = { start: at, end: at + key.count.length, put: '-'.padEnd(width) };
  const aligned = isTight ? '' : `，和“${key.key}”对齐`;
  const further = parts.length === 0 ? '' : `；下面 ${parts.length} 行各多空两格${aligned}`;
  const told = diagnostic({
    code: 'S002',
    at: placeOf(scene, line, key.count.trim() || key.key),
    message:
      key.count === ''
        ? `“${key.key}”和上面各条的“-”对齐，自己前面却没有“- ”`
        : `“${key.count.trim()}”不能当一条的开头`,
    advice: `写成“- ${shortened(text)}”：半角的“-”，后面空一格${further}。`,
  });
  const mends = [dash, ...parts.map(({ start }) => ({ start, end: start, put: '  ' }))];
  return { told, mends, start: scene.start, end, last: (parts.at(-1) ?? line).at };
}

/** A line that belongs to the item begun above it, though it stands in the column of its dash. */
const isPart = ({ text }: Line, { first }: Level): boolean => {
  const key = keyIn(text);
  return !isItem(text) && key !== null && key.count === '' && key.key !== first;
};

/** A key whose value stands in the lines below. */
const opens = (text: string): boolean => keyIn(text)?.isOpen === true || /: +\|[-+\d]*$/u.test(text.trimEnd());

/**
 * How wide the dash of an item is whose first line lacks it, so that its keys below stand right; and whether the value
 * below that line, if it has one, would then not stand deeper than its key.
 */
function layOut([line, next, ...more]: readonly Line[], hasValue: boolean): { width: number; isTight: boolean } {
  if (line === undefined || next === undefined || next.depth <= line.depth) return { width: 2, isTight: false };
  const end = more.findIndex(({ depth }) => depth <= line.depth);
  const inItem = end === -1 ? more : more.slice(0, end);
  const least = inItem.reduce((depth, one) => Math.min(depth, one.depth), next.depth) - line.depth;
  const width = hasValue && line.depth + least === next.depth ? 2 : Math.max(least, 2);
  return { width, isTight: hasValue && next.depth <= line.depth + width };
}

/**
 * The first of some lines that belong to an item and stand in the column of its dash, each with its value; `isValue` says
 * whether they begin with a value.
 */
function partsFrom(lines: readonly Line[], above: Level, isValue = false): Line[] {
  let isPartOf = isValue;
  const end = lines.findIndex((line) => line.depth === above.depth && !isPart(line, above));
  return lines.slice(0, end === -1 ? lines.length : end).filter((line) => {
    if (line.depth === above.depth) isPartOf = opens(line.text);
    return line.depth === above.depth || isPartOf;
  });
}

function partSlip(
  scene: ListScene,
  above: Level,
  { inList, key, end }: { readonly inList: readonly Line[]; readonly key: string; readonly end: number },
): ListSlip | undefined {
  const [, dash, rest = ''] = /^\s*(-\s+)(.*)$/u.exec((scene.lines[above.at] as string).trimEnd()) ?? [];
  const owner = keyIn(rest);
  const parts = partsFrom(inList, above);
  const [line] = parts;
  if (dash === undefined || owner === null || line === undefined) return undefined;
  const further = parts.length === 1 ? '' : `；下面 ${parts.length - 1} 行也多空 ${dash.length} 格`;
  const told = diagnostic({
    code: 'S002',
    at: placeOf(scene, line, key),
    message: `“${key}”和“-”对齐了，没有和这一条的“${owner.key}”对齐`,
    advice: `应空 ${above.depth + dash.length} 格（和“${owner.key}”对齐）${further}。如果它是新的一条，前面要有“- ”。`,
  });
  const mends = parts.map(({ start }) => ({ start, end: start, put: ' '.repeat(dash.length) }));
  return { told, mends, start: scene.start, end, last: (parts.at(-1) ?? line).at };
}

/** A line with a key above a line: one that is like no other, and like no slip. */
const keyAbove = ({ at, start }: ListScene, depth: number): Mend => ({
  start,
  end: start,
  put: `${' '.repeat(depth)}…${at}:\n`,
});

/**
 * Items below a key that has its value already: the key of their list is gone. `owner` is that key; undefined where its
 * value may go on below.
 */
export function ownerlessSlip(scene: ListScene, owner: Level): ListSlip | undefined {
  if (!closed.test(scene.lines[owner.at] as string)) return undefined;
  const group = linesFrom(scene, owner.depth + 1);
  const [line] = group;
  if (line === undefined) return undefined;
  const told = diagnostic({
    code: 'S002',
    at: placeOf(scene, line, line.text.trim()),
    message: `这几条上面少了一个键：上一行的“${shortened(owner.name)}”已经有值`,
    advice: `在它们上面补一行“键:”，和“${shortened(owner.name)}”对齐${owner.depth === 0 ? '' : `，前面空 ${owner.depth} 格`}。`,
  });
  return {
    told,
    mends: [keyAbove(scene, owner.depth)],
    start: scene.start,
    end: endOf(group),
    last: scene.at,
  };
}

/** S004 for the first key of an item that comes again in it: the next item lacks its dash. */
export function repeatedSlip(scene: ListScene, item: Level): ListSlip {
  const line = scene.lines[scene.at] as string;
  const depth = depthOf(line);
  const inItem = linesFrom(scene, depth);
  const key = keyIn(line)?.key ?? '';
  const at = { file: scene.file, start: scene.start + depth, end: scene.start + depth + key.length };
  const firstAt = item.start + (scene.lines[item.at] as string).indexOf(key);
  const told = diagnostic({
    code: 'S004',
    at,
    message: `同一条里“${shortened(key)}”写了两次`,
    advice: `如果是新的一条，写成“- ${shortened(line.trim())}”，“-”前面空 ${item.depth} 格，和上一条对齐；如果写重了，只留一个。`,
    related: [{ at: { ...at, start: firstAt, end: firstAt + key.length }, message: '第一次在这里' }],
  });
  const dash = { start: scene.start + item.depth, end: at.start, put: '-'.padEnd(depth - item.depth) };
  return { told, mends: [dash], start: scene.start, end: endOf(inItem), last: scene.at };
}

/** A dash before a key that stands beside others without one; undefined where the key has no list below it. */
export function spareDashSlip(scene: ListScene, key: string, width: number): ListSlip | undefined {
  const depth = depthOf(scene.lines[scene.at] as string);
  const group = linesFrom(scene, depth);
  const [line, next] = group;
  if (line === undefined || next === undefined || next.depth <= depth || !isItem(next.text)) return undefined;
  const at = scene.start + depth;
  const told = diagnostic({
    code: 'S002',
    at: { file: scene.file, start: at, end: at + 1 },
    message: `“${key}”和上面的键对齐，前面不用“- ”`,
    advice: `写成“${key}:”，${depth === 0 ? '顶格写' : `前面空 ${depth} 格`}。`,
  });
  return {
    told,
    mends: [{ start: at, end: at + width, put: '' }],
    start: scene.start,
    end: endOf(group),
    last: scene.at,
  };
}

/**
 * Items right below `owner` while keys that stand less deep follow: the key of the first list is gone. Undefined where
 * only one such key follows, which may itself be too deep. `scene` is at the first item.
 */
export function nakedListSlip(scene: ListScene, owner: Level, key: string, depth: number): ListSlip | undefined {
  const group = linesFrom(scene, owner.depth + 1);
  const keys = group.filter((line) => line.depth === depth && keyIn(line.text)?.isOpen === true && !isItem(line.text));
  const [line] = group;
  if (line === undefined || keys.length < 2) return undefined;
  const told = diagnostic({
    code: 'S002',
    at: placeOf(scene, line, line.text.trim()),
    message: `这几条直接写在“${owner.name}”下面，少了一个键：它们空 ${line.depth} 格，下面的“${key}”空 ${depth} 格`,
    advice: `在它们上面补一行，像“${key}:”那样，前面空 ${depth} 格。`,
  });
  return {
    told,
    mends: [keyAbove(scene, depth)],
    start: scene.start,
    end: endOf(group),
    last: scene.at,
  };
}
