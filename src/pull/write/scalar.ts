import { blockText, lineStartOf, scalarText } from '../../author/format/index.ts';
import type { Scalar } from '../../source/index.ts';
import { insertAt, lineEnd, onNewLines, type Splice, spaces } from './splice.ts';

/** Where a scalar stands: between brackets, or behind a key or dash at a column of a line. */
export type Ground = { readonly flow: boolean; readonly column: number };

/**
 * The splices that put another text in a scalar's place, in the scalar's own style; a comment behind it stays. Null
 * where the text has several lines and the scalar stands between brackets.
 */
export function scalarSplices(text: string, scalar: Scalar, now: string, { flow, column }: Ground): Splice[] | null {
  const { start, end } = scalar.span;
  if (now === '')
    return flow ? [{ start, end, text: scalar.style === 'plain' && start === end ? '' : "''" }] : blanked(text, scalar);
  if (now.includes('\n') || scalar.style === 'block') return flow ? null : asBlock(text, scalar, now, column);
  if (start === end) return [{ start, end, text: ` ${scalarText(now, flow ? 'flow' : 'block')}` }];
  return [{ start, end, text: inStyle(text[start], now, flow) }];
}

/** Quoted texts keep their quotes. */
function inStyle(first: string | undefined, now: string, flow: boolean): string {
  if (first === "'") return `'${now.replaceAll("'", "''")}'`;
  if (first === '"') return `"${now.replace(/["\\]/g, '\\$&')}"`;
  return scalarText(now, flow ? 'flow' : 'block');
}

/** Nothing behind the key or dash, as authors write blanks. */
function blanked(text: string, { style, span: { start, end } }: Scalar): Splice[] {
  if (start === end) return [];
  let from = start;
  while (text[from - 1] === ' ') from -= 1;
  if (style !== 'block') return [{ start: from, end, text: '' }];
  const header = headerEnd(text, start);
  return [
    { start: from, end: header, text: '' },
    { start: lineEnd(text, start), end: Math.max(end, lineEnd(text, start)), text: '' },
  ];
}

/** Where `|`, with what it says of indentation, ends. */
function headerEnd(text: string, start: number): number {
  let at = start;
  while (/[|>+\-0-9]/.test(text[at] ?? '')) at += 1;
  return at;
}

/** A text under `|`, one paragraph a line. */
function asBlock(text: string, { style, span: { start, end } }: Scalar, now: string, column: number): Splice[] {
  const { header, lines } = blockText(now);
  const wasBlock = style === 'block';
  const lineFeed = lineEnd(text, start);
  const typed = text.slice(start, headerEnd(text, start));
  const keeps = wasBlock && header === '|' && !/\d/.test(typed);
  const indent = keeps ? (indentOf(text, lineFeed, end) ?? column + 2) : column + 2;
  const below = onNewLines(lines.map((line) => (line === '' ? '' : spaces(indent) + line)));
  if (wasBlock)
    return [
      { start, end: headerEnd(text, start), text: keeps ? typed : header },
      { start: lineFeed, end: Math.max(end, lineFeed), text: below },
    ];
  const blank = start === end;
  return [{ start, end, text: blank ? ` ${header}` : header }, insertAt(lineFeed, below)];
}

/** The indentation of the first line of a block that is not blank. */
function indentOf(text: string, from: number, end: number): number | null {
  const body = text.slice(from, end);
  const first = body.search(/[^\s]/);
  return first === -1 ? null : from + first - lineStartOf(text, from + first);
}
