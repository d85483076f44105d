import { lineStartOf } from '../../author/format/index.ts';
import { nextLine } from './splice.ts';

/** A stretch of lines that belongs to a member of a collection, with the comments above it and below it. */
export type Chunk = { readonly start: number; readonly end: number };

/** Where a member begins (its dash or its key) and where it ends. */
export type Extent = { readonly start: number; readonly end: number };

/**
 * The lines of each member: comments and empty lines above a member are its own, comments below it that are indented
 * deeper too. What stands above the first member stays where it is. Null where a member shares its first line.
 */
export function chunksOf(text: string, members: readonly Extent[]): readonly Chunk[] | null {
  const chunks: Chunk[] = [];
  for (const { start, end } of members) {
    const line = lineStartOf(text, start);
    if (text.slice(line, start).trim() !== '') return null;
    const from = chunks.at(-1)?.end ?? line;
    chunks.push({ start: from, end: withDeeper(text, nextLine(text, end), start - line) });
  }
  return chunks;
}

/** The end of the comments from a line on that are indented deeper than a column. */
function withDeeper(text: string, from: number, column: number): number {
  let at = from;
  while (at < text.length) {
    const line = text.slice(at, nextLine(text, at));
    const indent = line.search(/\S/);
    if (indent <= column || line[indent] !== '#') return at;
    at += line.length;
  }
  return at;
}

/** Lines moved to another column; empty ones stay empty. */
export function reindented(lines: string, by: number): string {
  if (by === 0) return lines;
  return lines
    .split('\n')
    .map((line) =>
      line.trim() === '' ? line : by > 0 ? ' '.repeat(by) + line : line.slice(Math.min(-by, line.search(/\S/))),
    )
    .join('\n');
}

/** Lines that end with a line feed. */
export const ended = (lines: string): string => (lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`);

/** Lines without the empty ones above. */
export const withoutGap = (lines: string): string => lines.replace(/^(?:[ \t]*\n)+/, '');
