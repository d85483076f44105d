/** A key with what stands behind it on its line. */
type Key = {
  readonly key: string;
  /** Empty: the value stands in the lines below. */
  readonly value: string;
};

/** A line that is a key. */
export type KeyLine = Key & {
  /** The number that people write before a key instead of a dash; empty: there is none. */
  readonly count: string;
};

/** A line that is a key, or an item that begins with one; `depth` is the column of the key. */
export type DashedKey = Key & { readonly depth: number };

const keyLine = /^(?<key>[^\s{["'#:：-][^:：]*):(?: +(?<value>[^\s#].*))?(?: +#.*)?$/u;

function keyOf(text: string): Key | null {
  const { key, value = '' } = keyLine.exec(text)?.groups ?? {};
  return key === undefined ? null : { key: key.trim(), value };
}

const number = /^(?:\d{1,3}[.．、)）]|[（(]\d{1,3}[）)]|[①-⑳])\s*/u;

/** What stands before a colon and is longer is a sentence. */
const LONGEST_KEY = 41;

/** The key that a line begins with, be there a number before it; null where it begins with none, or with a dash. */
export function keyIn(line: string): KeyLine | null {
  const text = line.trim();
  const count = number.exec(text)?.[0] ?? '';
  const key = keyOf(text.slice(count.length));
  return key === null || key.key.length > LONGEST_KEY ? null : { ...key, count };
}

/** The key that a line begins with, be it behind the dashes of items; null where it begins with none. */
export function keyBehindDashes(line: string): DashedKey | null {
  const text = line.trimEnd();
  const depth = /^ *(?:- +)*/u.exec(text)?.[0].length ?? 0;
  const key = keyOf(text.slice(depth));
  return key && { ...key, depth };
}

const itemLine = /^ *(?<dash>-(?: +|$))(?<rest>.*)$/u;

/** The dash of an item with the blanks behind it, and what stands there; null for a line that is no item. */
export function itemIn(line: string): { readonly dash: string; readonly rest: string } | null {
  const { dash, rest = '' } = itemLine.exec(line.trimEnd())?.groups ?? {};
  return dash === undefined ? null : { dash, rest };
}

/** True for an item of a list, whatever blank stands behind its dash. */
export const isItem = (line: string): boolean => /^\s*-(?:\s|$)/u.test(line);

/** True for a key whose value ends on its line, so that no line below can belong to it: brackets, quotes and block texts may go on. */
export const isClosed = ({ value }: Key): boolean => !/^(?:$|[|>{["'&*!])/u.test(value);

/** How many characters stand before the number that a text ends in, as 一是 and 目标1 do; null where it ends in none. */
export const beforeNumber = (text: string): number | null =>
  /[0-9一二三四五六七八九十][是）)]?$/u.exec(text)?.index ?? null;

/** Whether a text is what stands before the colon of a numbered paragraph. */
export const isCount = (text: string): boolean => (beforeNumber(text) ?? LONGEST_COUNT + 1) <= LONGEST_COUNT;

/** So many characters stand before the number of a paragraph at most. */
const LONGEST_COUNT = 6;
