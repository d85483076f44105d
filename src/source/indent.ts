import { isItem, keyIn } from './key-lines.ts';
import { depthOf, saysNothing } from './lines.ts';
import { shortened } from './telling.ts';

/** A line above that a line could be aligned with: its indentation in columns, and its first word. */
type Level = { readonly depth: number; readonly name: string; readonly isItem: boolean };

/** Lines looked at above a fault; a group is seldom longer, and a file of faults must not be read again and again. */
const MOST_ABOVE = 200;

/** Characters looked at for the line right above. */
const LONGEST_ABOVE = 4000;

/** What is wrong with the indentation of the line that holds an offset: where it stands, and where it could. */
export function indentWords(text: string, offset: number): { readonly message: string; readonly advice: string } {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = lineOf(text, lineStart);
  const depth = depthOf(line);
  const { levels: all, items } = levelsAbove(text, lineStart);
  const isOwnItem = isItem(line);
  const alike = all.filter((level) => level.isItem === isOwnItem);
  const levels = alike.length === 0 ? all : alike;
  const beside = items.get(depth);
  if (beside !== undefined && !isOwnItem) {
    const example = shortened(line.trim());
    return {
      message: `“${example}”和上面各条对齐，前面却没有“- ”`,
      advice: `如果它是新的一条，写成“- ${example}”；如果它属于“${beside}”这一条，再缩进两格。`,
    };
  }
  // The group of the line above, and the levels next to it on either side; others are too far to be meant.
  const wanted = [
    keyWithValue.test(line) && followsKey(text, lineStart) ? levels[0] : undefined,
    levels.findLast((level) => level.depth > depth),
    levels.find((level) => level.depth < depth),
  ].filter((level) => level !== undefined);
  const words = [...new Set(wanted)].map((level) => levelWords(level.depth, level.name));
  const isBelowLost = keyIn(line)?.value === '' && levels.every((level) => level.depth + 2 <= depth);
  const lost = isBelowLost ? '；如果它属于另一个键，在它上面补一行那个键' : '';
  return {
    message: `缩进没有对齐：这一行前面空了 ${depth} 格`,
    advice: `${words.length === 0 ? '' : `应空 ${anyOf(words)}${lost}。`}缩进用空格，同组的键对齐，每深一层多两格。`,
  };
}

/** What is wrong with an item at an offset that stands in no list: the lists above it that it may belong to. */
export function itemWords(text: string, offset: number): { readonly message: string; readonly advice: string } {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = lineOf(text, lineStart);
  const depth = depthOf(line);
  const seen = shortened(line.trim());
  const wanted = [...levelsAbove(text, lineStart).items].map(([at, name]) => levelWords(at, `- ${name}`));
  if (wanted.length === 0)
    return {
      message: `“${seen}”是一条，这里应是“键: 值”`,
      advice: '如果它是上面一项里的一条，上一行写成“键:”，后面不写字，它多缩进两格；否则删掉“- ”。',
    };
  return {
    message: `“${seen}”和上面各条没有对齐：前面空了 ${depth} 格`,
    advice: `应空 ${anyOf(wanted)}；属于它的各行跟着移。如果它是下一级的一条，上一行写成“键:”，后面不写字。`,
  };
}

/** A key with its value behind it. */
const keyWithValue = /^\s*(?:- +)*[^\s{["'#:：][^:：]*:[ \t]+[^\s#|]/u;

/** A level as it is told: its indentation, and what stands there. */
export const levelWords = (depth: number, name: string): string => `${depth} 格（和“${name}”对齐）`;

/** Words of levels that a line may belong to: 一、二或三. */
export const anyOf = (words: readonly string[]): string =>
  [words.slice(0, -1).join('、'), ...words.slice(-1)].filter((part) => part !== '').join('或 ');

/** Whether the nearest line above that says anything is such a key. */
function followsKey(text: string, lineStart: number): boolean {
  const above = text.slice(Math.max(0, lineStart - LONGEST_ABOVE), lineStart);
  const line = above.split('\n').findLast((one) => !saysNothing(one));
  return line !== undefined && keyWithValue.test(line);
}

/** The levels that are open above a line, the deepest first, and which of them hold items. */
function levelsAbove(
  text: string,
  lineStart: number,
): { levels: readonly Level[]; items: ReadonlyMap<number, string> } {
  const levels: Level[] = [];
  const items = new Map<number, string>();
  let end = lineStart - 1;
  let least = Number.POSITIVE_INFINITY;
  for (let seen = 0; end > 0 && least > 0 && seen < MOST_ABOVE; seen += 1) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = lineOf(text, start);
    end = start - 1;
    const depth = depthOf(line);
    if (saysNothing(line) || depth >= least) continue;
    least = depth;
    const { item, name = '' } = /^\s*(?<item>-\s+)?(?<name>[^:：]*)/u.exec(line)?.groups ?? {};
    const word = shortened(name.trim());
    if (item !== undefined) {
      items.set(depth, word);
      if (!/^[{["']/u.test(word)) levels.push({ depth: depth + item.length, name: word, isItem: false });
    }
    levels.push({ depth, name: item === undefined ? word : `- ${word}`, isItem: item !== undefined });
  }
  return { levels, items };
}

function lineOf(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end);
}
