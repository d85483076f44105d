import { lineStartOf } from '../../author/format/index.ts';
import type { Entry } from '../../source/index.ts';

/** A stretch of a text and what is to stand there. */
export type Splice = { readonly start: number; readonly end: number; readonly text: string };

/** What puts a text at a place where it takes nothing away. */
export const insertAt = (at: number, text: string): Splice => ({ start: at, end: at, text });

/** A text with splices that do not overlap; of those at one place the first comes first. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let done = '';
  let at = 0;
  for (const { start, end, text: now } of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) throw new Error('splices overlap');
    done += text.slice(at, start) + now;
    at = end;
  }
  return done + text.slice(at);
}

/** A stretch of a text with the splices inside it. */
export const splicedSlice = (text: string, start: number, end: number, splices: readonly Splice[]): string =>
  applySplices(
    text.slice(start, end),
    splices.map((one) => ({ ...one, start: one.start - start, end: one.end - start })),
  );

/** Where the line of a place ends: before its line feed, and before a carriage return of Windows. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  const end = found === -1 ? text.length : found;
  return text[end - 1] === '\r' && end > at ? end - 1 : end;
}

/** Where the next line begins; the end of the text where there is none. */
export function nextLine(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? text.length : found + 1;
}

/** The place behind the colon of a key. */
export const behindColon = (text: string, { key }: Entry): number => text.indexOf(':', key.span.end) + 1;

/** Lines as they stand below another. */
export const onNewLines = (lines: readonly string[]): string => lines.map((line) => `\n${line}`).join('');

/** Columns before a place on its line, from 0. */
export const columnOf = (text: string, at: number): number => at - lineStartOf(text, at);

export const spaces = (count: number): string => ' '.repeat(count);
