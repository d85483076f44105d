import type { Entry, Mapping, Node, Scalar, Sequence } from '../types.ts';
import { type Cursor, scalarOf, skipBlanks, spanAt } from './cursor.ts';
import { isUsualKey, MOST_DEPTH, SeenKeys } from './keys.ts';
import { beginsPlain, readQuoted, withoutBlanksBehind } from './scalars.ts';

/** What ends a plain text between brackets; a colon and a number sign only with a blank beside them. */
const stops = /[,[\]{}:#\n]/g;

/** A collection in brackets that stands on one line. */
export function readFlow(cursor: Cursor, depth: number): Mapping | Sequence | null {
  if (depth > MOST_DEPTH) return null;
  return cursor.text[cursor.at] === '{' ? readMap(cursor, depth) : readList(cursor, depth);
}

function readMap(cursor: Cursor, depth: number): Mapping | null {
  const { text, at: start } = cursor;
  const entries: Entry[] = [];
  const seen = new SeenKeys();
  cursor.at += 1;
  skipBlanks(cursor);
  if (text[cursor.at] === '}') return { kind: 'map', entries, span: closed(cursor, start) };
  for (;;) {
    const key = readText(cursor);
    if (key === null || text[cursor.at] !== ':' || !isUsualKey(key.text) || !seen.add(key.text)) return null;
    cursor.at += 1;
    if (text[cursor.at] !== ' ') return null;
    const value = readValue(cursor, depth);
    if (value === null) return null;
    entries.push({ key, value, span: spanAt(cursor, key.span.start, value.span.end) });
    const mark = text[cursor.at];
    if (mark === '}') return { kind: 'map', entries, span: closed(cursor, start) };
    if (mark !== ',') return null;
    cursor.at += 1;
    skipBlanks(cursor);
  }
}

function readList(cursor: Cursor, depth: number): Sequence | null {
  const { text, at: start } = cursor;
  const items: Node[] = [];
  cursor.at += 1;
  skipBlanks(cursor);
  if (text[cursor.at] === ']') return { kind: 'list', items, span: closed(cursor, start) };
  for (;;) {
    const item = readValue(cursor, depth);
    if (item === null) return null;
    items.push(item);
    const mark = text[cursor.at];
    if (mark === ']') return { kind: 'list', items, span: closed(cursor, start) };
    if (mark !== ',') return null;
    cursor.at += 1;
  }
}

function closed(cursor: Cursor, start: number) {
  cursor.at += 1;
  return spanAt(cursor, start, cursor.at);
}

/** A value with the blanks around it. */
function readValue(cursor: Cursor, depth: number): Node | null {
  skipBlanks(cursor);
  const first = cursor.text[cursor.at];
  const value =
    first === '{' || first === '['
      ? readFlow(cursor, depth + 1)
      : first === '"' || first === "'"
        ? readQuoted(cursor)
        : readText(cursor);
  skipBlanks(cursor);
  return value;
}

/** A plain text up to the mark behind it. */
function readText(cursor: Cursor): Scalar | null {
  const { text, at: start } = cursor;
  if (!beginsPlain(text, start)) return null;
  stops.lastIndex = start;
  let end = text.length;
  for (let found = stops.exec(text); found !== null; found = stops.exec(text)) {
    end = found.index;
    const isInside =
      found[0] === ':' ? /[^\s,[\]{}]/.test(text[end + 1] ?? '') : found[0] === '#' && text[end - 1] !== ' ';
    if (!isInside) break;
  }
  const typed = withoutBlanksBehind(text.slice(start, end));
  cursor.at = end;
  return typed === '' ? null : scalarOf(typed, 'plain', spanAt(cursor, start, start + typed.length));
}
