/** A key or an item that is open at some line. */
export type Level = {
  readonly at: number;
  readonly start: number;
  readonly depth: number;
  readonly isItem: boolean;
  readonly name: string;
  /** Whether its value stands in the lines below. */
  readonly open: boolean;
  /** The first level right below it. */
  below: Level | null;
  /** The key that the items of its list begin with. */
  readonly first: string | undefined;
};

/** The lines of a file, which of them is looked at, and where it begins. */
export type ListScene = {
  readonly file: string;
  readonly lines: readonly string[];
  readonly at: number;
  readonly start: number;
};

/** Before a key that people count instead of putting a dash. */
const number = /^(?:\d{1,3}[.．、)）]|[（(]\d{1,3}[）)]|[①-⑳])\s*/u;

const keyLine = /^(?<indent> *)(?<key>[^\s{["'#:：-][^:：]{0,40}):(?: +(?<value>[^\s#].*))?(?: +#.*)?$/u;

/** A key with its value behind it, which no line below can belong to; `{`, `[` and quotes may go on below. */
export const closed = /^(?<indent> *(?:- +)*)(?<key>[^\s{["'#:：-][^:：]*): +[^\s#|>{["'&*!]/u;

/** A key line without its indentation, the number before its key left out. */
export function keyIn(line: string): { readonly key: string; readonly isOpen: boolean; readonly count: string } | null {
  const text = line.trim();
  const count = number.exec(text)?.[0] ?? '';
  const { key, value } = keyLine.exec(text.slice(count.length))?.groups ?? {};
  return key === undefined ? null : { key: key.trim(), isOpen: value === undefined, count };
}
