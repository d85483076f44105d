import { remembered, type Span, type World } from './base/index.ts';
import type { TypedAt } from './measure/index.ts';
import { placeInScalar } from './source/index.ts';

/**
 * Finds the author's characters behind printed ones, for diagnostics that point at a single character. A file is read
 * when the first fault in it is told.
 */
export function typedPlaces(world: Pick<World, 'readText'>): TypedAt {
  const textOf = remembered((file: string): string | null => {
    const read = world.readText(file);
    return read.ok ? read.value : null;
  });
  // The faults of a line are told one after the other.
  let latest: { readonly span: Span; readonly text: string; readonly line: number } | null = null;
  const lineIn = (typed: string, span: Span, text: string): number => {
    if (latest?.span !== span || latest.text !== text) latest = { span, text, line: wholeLine(typed, text) };
    return latest.line;
  };
  return (span, text, { start, end }) => {
    const source = textOf(span.file);
    if (source === null) return null;
    const typed = source.slice(span.start, span.end);
    if (typed.startsWith('|')) {
      const line = lineIn(typed, span, text);
      return line === -1 ? null : { ...span, start: span.start + line + start, end: span.start + line + end };
    }
    const place = placeInScalar(source, span, { start, end });
    // An amount is not printed as it was typed; then the whole value is meant.
    return source.slice(place.start, place.end) === text.slice(start, end) ? place : null;
  };
}

/** Where a line of a block begins that is just this text, as a run is; its words may also stand within another line. */
function wholeLine(block: string, text: string): number {
  let at = block.indexOf(text);
  while (at !== -1 && !(isBlank(block, at) && /^\r?(?:\n|$)/.test(block.slice(at + text.length, at + text.length + 2))))
    at = block.indexOf(text, at + 1);
  return at === -1 ? block.indexOf(text) : at;
}

/** Whether nothing but blanks stands before a place on its line. */
const isBlank = (block: string, at: number): boolean =>
  block.slice(block.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
