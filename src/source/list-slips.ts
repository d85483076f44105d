import { diagnostic, type Span } from '../base/index.ts';
import { isClosed, isItem, itemIn, type KeyLine, keyBehindDashes, keyIn } from './key-lines.ts';
import { extentOf, groupFrom, type Line, type Lines, linesBefore, type Scene } from './lines.ts';
import type { Mend } from './mends.ts';
import type { LevelSlip } from './slip.ts';
import { shortened } from './telling.ts';

/** A key or an item that is open at some line. */
export type Level = {
  readonly line: Line;
  /** The column where it begins; a key behind a dash does not stand where its line begins. */
  readonly depth: number;
  readonly isItem: boolean;
  readonly name: string;
  /** Whether its value stands in the lines below. */
  readonly isOpen: boolean;
  /** The first level right below it. */
  below: Level | null;
  /** The key that the items of its list begin with. */
  readonly first?: string | undefined;
};

/** The place of words at the beginning of the line that is looked at. */
function placeOf({ file, line: { start, depth, text } }: Scene, words: string): Span {
  const from = start + depth;
  return { file, start: from, end: from + Math.min(words.length, text.trim().length) };
}

/**
 * A key in the column of the dashes: a new item whose dash is left out or a number, if it is the key that items begin
 * with; else a part of the item above, of which further lines may follow. Undefined where no item above has keys.
 */
export function dashlessSlip(scene: Scene, key: KeyLine, above: Level): LevelSlip | undefined {
  const { line } = scene;
  const inList = groupFrom(scene, above.depth);
  const isNew = key.count !== '' || key.key === above.first;
  if (!isNew) return partSlip(scene, above, inList, key.key);
  const [, next] = inList;
  const text = line.text.trim().slice(key.count.length);
  const { width, isTight } = layOut(inList, opens(key));
  const isFollowed = next !== undefined && next.depth === line.depth && isPart(next, above);
  const parts = isFollowed || isTight ? partsFrom(inList.slice(1), above, isTight) : [];
  const at = line.start + line.depth;
  const dash = { start: at, end: at + key.count.length, put: '-'.padEnd(width) };
  const aligned = isTight ? '' : `，和“${key.key}”对齐`;
  const further = parts.length === 0 ? '' : `；下面 ${parts.length} 行各多空两格${aligned}`;
  const told = diagnostic({
    code: 'S002',
    at: placeOf(scene, key.count.trim() || key.key),
    message:
      key.count === ''
        ? `“${key.key}”和上面各条的“-”对齐，自己前面却没有“- ”`
        : `“${key.count.trim()}”不能当一条的开头`,
    advice: `写成“- ${shortened(text)}”：半角的“-”，后面空一格${further}。`,
  });
  const mends = [dash, ...parts.map(({ start }) => ({ start, end: start, put: '  ' }))];
  return { told, mends, ...extentOf(inList), last: (parts.at(-1) ?? line).at };
}

/** A line that belongs to the item begun above it, though it stands in the column of its dash. */
const isPart = ({ text }: Line, { first }: Level): boolean => {
  const key = keyIn(text);
  return key !== null && key.count === '' && key.key !== first;
};

/** A key whose value stands in the lines below. */
const opens = ({ value }: KeyLine): boolean => /^(?:\|[-+\d]*)?$/u.test(value);

/**
 * How wide the dash of an item is whose first line lacks it, so that its keys below stand right; and whether the value
 * below that line, if it has one, would then not stand deeper than its key.
 */
function layOut([line, next, ...more]: readonly Line[], hasValue: boolean): { width: number; isTight: boolean } {
  if (line === undefined || next === undefined || next.depth <= line.depth) return { width: 2, isTight: false };
  const inItem = linesBefore(more, ({ depth }) => depth <= line.depth);
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
  const inItem = linesBefore(lines, (line) => line.depth === above.depth && !isPart(line, above));
  return inItem.filter((line) => {
    const key = line.depth === above.depth ? keyIn(line.text) : null;
    if (key !== null) isPartOf = opens(key);
    return key !== null || isPartOf;
  });
}

function partSlip(scene: Scene, above: Level, inList: Lines, key: string): LevelSlip | undefined {
  const item = itemIn(above.line.text);
  const owner = keyIn(item?.rest ?? '');
  if (item === null || owner === null) return undefined;
  const { dash } = item;
  const parts = partsFrom(inList, above);
  const further = parts.length === 1 ? '' : `；下面 ${parts.length - 1} 行也多空 ${dash.length} 格`;
  const isLast = !inList.some((line) => line.depth === above.depth && isItem(line.text));
  const isBelowLost = isLast && keyIn(scene.line.text)?.value === '';
  const lost = isBelowLost ? '如果它属于另一个键，在它上面补一行那个键。' : '';
  const told = diagnostic({
    code: 'S002',
    at: placeOf(scene, key),
    message: `“${key}”和“-”对齐了，没有和这一条的“${owner.key}”对齐`,
    advice: `应空 ${above.depth + dash.length} 格（和“${owner.key}”对齐）${further}。如果它是新的一条，前面要有“- ”。${lost}`,
  });
  const mends = parts.map(({ start }) => ({ start, end: start, put: ' '.repeat(dash.length) }));
  return { told, mends, ...extentOf(inList), last: (parts.at(-1) ?? scene.line).at };
}

/** A line with a key above a line: one that is like no other, and like no slip. */
const keyAbove = ({ at, start }: Line, depth: number): Mend => ({
  start,
  end: start,
  put: `${' '.repeat(depth)}…${at}:\n`,
});

/**
 * Items below a key that has its value already: the key of their list is gone. `owner` is that key; undefined where its
 * value may go on below.
 */
export function ownerlessSlip(scene: Scene, owner: Level): LevelSlip | undefined {
  const key = keyBehindDashes(owner.line.text);
  if (key === null || !isClosed(key)) return undefined;
  const { line } = scene;
  const told = diagnostic({
    code: 'S002',
    at: placeOf(scene, line.text.trim()),
    message: `这几条上面少了一个键：上一行的“${shortened(owner.name)}”已经有值`,
    advice: `在它们上面补一行“键:”，和“${shortened(owner.name)}”对齐${owner.depth === 0 ? '' : `，前面空 ${owner.depth} 格`}。`,
  });
  const group = groupFrom(scene, owner.depth + 1);
  return { told, mends: [keyAbove(line, owner.depth)], ...extentOf(group), last: line.at };
}

/** S004 for the first key of an item that comes again in it: the next item lacks its dash. */
export function repeatedSlip(scene: Scene, key: string, item: Level): LevelSlip {
  const { file, line } = scene;
  const start = line.start + line.depth;
  const at = { file, start, end: start + key.length };
  const firstAt = item.line.start + item.line.text.indexOf(key);
  const told = diagnostic({
    code: 'S004',
    at,
    message: `同一条里“${shortened(key)}”写了两次`,
    advice: `如果是新的一条，写成“- ${shortened(line.text.trim())}”，“-”前面空 ${item.depth} 格，和上一条对齐；如果写重了，只留一个。`,
    related: [{ at: { ...at, start: firstAt, end: firstAt + key.length }, message: '第一次在这里' }],
  });
  const dash = { start: line.start + item.depth, end: start, put: '-'.padEnd(line.depth - item.depth) };
  return { told, mends: [dash], ...extentOf(groupFrom(scene, line.depth)), last: line.at };
}

/** A dash before a key that stands beside others without one; undefined where the key has no list below it. */
export function spareDashSlip(scene: Scene, { key, value }: KeyLine, width: number): LevelSlip | undefined {
  const { depth } = scene.line;
  const group = groupFrom(scene, depth);
  const [line, next] = group;
  if (value !== '' || next === undefined || next.depth <= depth || !isItem(next.text)) return undefined;
  const start = line.start + depth;
  const told = diagnostic({
    code: 'S002',
    at: { file: scene.file, start, end: start + 1 },
    message: `“${key}”和上面的键对齐，前面不用“- ”`,
    advice: `写成“${key}:”，${depth === 0 ? '顶格写' : `前面空 ${depth} 格`}。`,
  });
  return { told, mends: [{ start, end: start + width, put: '' }], ...extentOf(group), last: line.at };
}

/**
 * Items right below `owner` while keys that stand less deep follow: the key of the first list is gone. Undefined where
 * only one such key follows, which may itself be too deep. `scene` is at the first item.
 */
export function nakedListSlip(scene: Scene, owner: Level, key: string, depth: number): LevelSlip | undefined {
  const { line } = scene;
  const group = groupFrom(scene, owner.depth + 1);
  const keys = group.filter((one) => one.depth === depth && keyIn(one.text)?.value === '');
  if (keys.length < 2) return undefined;
  const told = diagnostic({
    code: 'S002',
    at: placeOf(scene, line.text.trim()),
    message: `这几条直接写在“${owner.name}”下面，少了一个键：它们空 ${line.depth} 格，下面的“${key}”空 ${depth} 格`,
    advice: `在它们上面补一行，像“${key}:”那样，前面空 ${depth} 格。`,
  });
  return { told, mends: [keyAbove(line, depth)], ...extentOf(group), last: line.at };
}
