import type { Scalar } from '../types.ts';
import { type Cursor, endLine, nextLine, scalarOf, spanAt } from './cursor.ts';

/** How no plain text that is read here begins: YAML's own marks but a minus before a digit, and a brace of full width. */
const oddStart = /(?!-\d)[-?:,[\]{}#&*!|>'"%@`｛]|\s/uy;

/** Whether a plain text may begin at a place. */
export function beginsPlain(text: string, at: number): boolean {
  oddStart.lastIndex = at;
  return at < text.length && !oddStart.test(text);
}

/** The plain text from here to the end of the line or to a comment; null where it holds what could be a key's colon. */
export function readPlain(cursor: Cursor): Scalar | null {
  const { text, at: start, lineEnd } = cursor;
  if (!beginsPlain(text, start)) return null;
  let line = text.slice(start, lineEnd);
  const comment = line.indexOf(' #');
  if (comment !== -1) line = line.slice(0, comment);
  const typed = withoutBlanksBehind(line);
  if (typed === '' || typed.includes(': ') || typed.endsWith(':')) return null;
  cursor.at = start + typed.length;
  const scalar = scalarOf(typed, 'plain', spanAt(cursor, start, cursor.at));
  return endLine(cursor) ? scalar : null;
}

/** Only the blank of ASCII is white space to YAML. */
export function withoutBlanksBehind(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 0x20) end -= 1;
  return text.slice(0, end);
}

/** A text in quotes that stands on one line and has no escapes but doubled single quotes. */
export function readQuoted(cursor: Cursor): Scalar | null {
  const { text, at: start, lineEnd } = cursor;
  const quote = text[start] as string;
  let end = text.indexOf(quote, start + 1);
  while (quote === "'" && end !== -1 && text[end + 1] === "'") end = text.indexOf("'", end + 2);
  if (end === -1 || end >= lineEnd) return null;
  const inner = text.slice(start + 1, end);
  if (quote === '"' && inner.includes('\\')) return null;
  cursor.at = end + 1;
  const cooked = quote === "'" ? inner.replaceAll("''", "'") : inner;
  return scalarOf(cooked, 'quoted', spanAt(cursor, start, end + 1));
}

/** A text of several lines under a lone `|`, deeper than `outer`. */
export function readBlock(cursor: Cursor, outer: number): Scalar | null {
  const { text, at: start } = cursor;
  if (cursor.lineEnd !== start + 1) return null;
  const lines: string[] = [];
  let indent = -1;
  let end = start + 1;
  for (let from = cursor.lineEnd + 1; from < text.length; from = cursor.lineEnd + 1) {
    const lineFeed = text.indexOf('\n', from);
    const lineEnd = lineFeed === -1 ? text.length : lineFeed;
    let first = from;
    while (text.charCodeAt(first) === 0x20) first += 1;
    const isBlank = first === lineEnd;
    if (indent === -1 && !isBlank) {
      indent = first - from;
      if (indent <= outer) break;
      // A first line of other blanks, such as U+3000, is dropped by the library's reader.
      if (text.slice(first, lineEnd).trim() === '') return null;
    }
    // Blanks alone are a part of the text only where they reach beyond its indentation.
    if (isBlank && (indent === -1 || first - from > indent)) return null;
    if (!isBlank && first - from < indent) break;
    lines.push(isBlank ? '' : text.slice(from + indent, lineEnd));
    if (!isBlank) end = lineEnd;
    cursor.lineEnd = lineEnd;
  }
  if (lines.length === 0) return null;
  nextLine(cursor);
  const all = lines.join('\n').trimEnd();
  return scalarOf(all, 'block', spanAt(cursor, start, start + text.slice(start, end).trimEnd().length));
}
