import type { Comment, Entry, Mapping, Node, Scalar, Sequence } from '../types.ts';
import { type Cursor, endLine, isAtEnd, nothingAt, openCursor, scalarOf, skipBlanks, spanAt } from './cursor.ts';
import { readFlow } from './flow.ts';
import { isUsualKey, MOST_DEPTH, SeenKeys } from './keys.ts';
import { beginsPlain, readBlock, readPlain, readQuoted } from './scalars.ts';

/** The whole of a file whose YAML is written in the usual way, and so without a problem. */
export type UsualFile = {
  readonly root: Mapping;
  readonly comments: readonly Comment[];
  readonly problems: readonly never[];
};

/**
 * Reads the YAML that records are written in, and nothing else: block maps and lists, collections in brackets on one
 * line, plain and quoted texts on one line, texts under `|`, comments. Gives the same tree as the library in a fraction of
 * the time, or null: then the library reads the file, and says what may be wrong with it.
 */
export function readUsual(file: string, text: string): UsualFile | null {
  if (/[\t\r\uFEFF]/.test(text)) return null;
  const cursor = openCursor(file, text);
  const root = cursor.indent === 0 ? readMap(cursor, 0, 0) : null;
  return root !== null && isAtEnd(cursor) ? { root, comments: cursor.comments, problems: [] } : null;
}

/** A map whose keys begin at a column; the first of them is where the cursor is. */
function readMap(cursor: Cursor, column: number, depth: number): Mapping | null {
  const { text } = cursor;
  const { at: start } = cursor;
  const entries: Entry[] = [];
  const seen = new SeenKeys();
  if (depth > MOST_DEPTH) return null;
  do {
    const key = readKey(cursor);
    if (key === null || !seen.add(key.text)) return null;
    const value = readValue(cursor, column, depth);
    if (value === null) return null;
    entries.push({ key, value, span: spanAt(cursor, key.span.start, value.span.end) });
  } while (cursor.indent === column && !isItem(text, cursor.at));
  if (cursor.indent > column) return null;
  return { kind: 'map', entries, span: spanAt(cursor, start, (entries.at(-1) as Entry).span.end) };
}

/** A key with its colon; the cursor is behind it. */
function readKey(cursor: Cursor): Scalar | null {
  const { text, at: start, lineEnd } = cursor;
  if (text[start] === "'" || text[start] === '"') return readQuotedKey(cursor);
  if (!beginsPlain(text, start)) return null;
  let colon = text.indexOf(':', start);
  while (colon !== -1 && colon < lineEnd - 1 && text[colon + 1] !== ' ') colon = text.indexOf(':', colon + 1);
  if (colon === -1 || colon >= lineEnd || text[colon - 1] === ' ') return null;
  const key = text.slice(start, colon);
  if (!isUsualKey(key)) return null;
  cursor.at = colon + 1;
  return scalarOf(key, 'plain', spanAt(cursor, start, colon));
}

function readQuotedKey(cursor: Cursor): Scalar | null {
  const key = readQuoted(cursor);
  const { text, at: colon, lineEnd } = cursor;
  if (key === null || key.blank || text[colon] !== ':') return null;
  if (colon + 1 < lineEnd && text[colon + 1] !== ' ') return null;
  cursor.at = colon + 1;
  return key;
}

/** What stands behind a key's colon, or below it, deeper than its column; a list may begin in the same column. */
function readValue(cursor: Cursor, column: number, depth: number): Node | null {
  const { text, at: colon } = cursor;
  skipBlanks(cursor);
  switch (cursor.at === cursor.lineEnd ? '#' : text[cursor.at]) {
    case '#':
      cursor.at = colon;
      if (!endLine(cursor)) return null;
      if (cursor.indent > column) return readBelow(cursor, depth + 1);
      return cursor.indent === column && isItem(text, cursor.at)
        ? readList(cursor, depth + 1)
        : nothingAt(cursor, colon);
    case '|':
      return readBlock(cursor, column);
    default:
      return readInline(cursor, depth);
  }
}

/** A value that ends on its line. */
function readInline(cursor: Cursor, depth: number): Node | null {
  const first = cursor.text[cursor.at];
  if (first === '{' || first === '[') return ended(cursor, readFlow(cursor, depth + 1));
  if (first === '"' || first === "'") return ended(cursor, readQuoted(cursor));
  return readPlain(cursor);
}

const ended = (cursor: Cursor, value: Node | null): Node | null => (value !== null && endLine(cursor) ? value : null);

const readBelow = (cursor: Cursor, depth: number): Node | null =>
  isItem(cursor.text, cursor.at) ? readList(cursor, depth) : readMap(cursor, cursor.indent, depth);

const isItem = (text: string, at: number): boolean => text[at] === '-' && text[at + 1] === ' ';

/** A list whose dashes stand in the column of the current line. */
function readList(cursor: Cursor, depth: number): Sequence | null {
  const { text, at: start, indent: column } = cursor;
  const items: Node[] = [];
  if (depth > MOST_DEPTH) return null;
  do {
    const lineStart = cursor.at - column;
    cursor.at += 1;
    skipBlanks(cursor);
    const item = isKeyAhead(cursor) ? readMap(cursor, cursor.at - lineStart, depth + 1) : readInline(cursor, depth);
    if (item === null) return null;
    items.push(item);
  } while (cursor.indent === column && isItem(text, cursor.at));
  if (cursor.indent > column) return null;
  return { kind: 'list', items, span: spanAt(cursor, start, (items.at(-1) as Node).span.end) };
}

/** Whether a plain key begins here: a colon at the end of a word, before any comment. */
function isKeyAhead({ text, at, lineEnd }: Cursor): boolean {
  if (!beginsPlain(text, at)) return false;
  const colon = text.slice(at, lineEnd).search(/:(?: |$)| #/u);
  return colon !== -1 && text[at + colon] === ':';
}
