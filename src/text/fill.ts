import type { Length } from '../base/index.ts';
import { breakPlaces } from './breaks.ts';
import { breakClass } from './classes.ts';
import type { Shaped } from './shape.ts';

/** Characters `start … end` stand on the line, `end … next` are blanks dropped at its end. */
export type LineRange = { readonly start: number; readonly end: number; readonly next: number };

/** A paragraph that is ready to be broken at any width. */
export type Breakable = { readonly shaped: Shaped; readonly allowed: Uint8Array; readonly blank: Uint8Array };

export function makeBreakable(shaped: Shaped): Breakable {
  const { codePoints } = shaped;
  const blank = new Uint8Array(codePoints.length);
  codePoints.forEach((codePoint, i) => {
    if (breakClass(codePoint) === 'space') blank[i] = 1;
  });
  return { shaped, allowed: breakPlaces(codePoints), blank };
}

/**
 * Breaks a paragraph so that each line takes as much as fits. A stretch without a permitted break that is wider than
 * the line is broken where the line is full: nothing is lost. There is always at least one line.
 */
export function fillLines({ shaped, allowed, blank }: Breakable, width: Length): LineRange[] {
  const { advances } = shaped;
  const count = advances.length;
  const lines: LineRange[] = [];
  let start = 0;
  do {
    let used = 0;
    let end = start;
    let lastBreak = -1;
    while (end < count) {
      if (end > start && allowed[end]) lastBreak = end;
      used += advances[end] as number;
      if (used > width && !blank[end]) break;
      end += 1;
    }
    if (end < count) end = lastBreak > start ? lastBreak : Math.max(end, start + 1);
    const next = end;
    if (next < count || lines.length > 0 || used > width) while (end > start + 1 && blank[end - 1]) end -= 1;
    lines.push({ start, end, next });
    start = next;
  } while (start < count);
  return lines;
}

/** The lines that begin at a forbidden place, because what stands before is wider than the line. */
export const forcedBreaks = ({ allowed }: Breakable, lines: readonly LineRange[]): readonly number[] =>
  lines.flatMap(({ start }) => (start > 0 && allowed[start] === 0 ? start : []));

/** The unbreakable stretch of characters around a place. */
export function stretchAround(
  { shaped, allowed }: Breakable,
  at: number,
): { readonly start: number; readonly end: number } {
  let start = at;
  while (start > 0 && allowed[start] === 0) start -= 1;
  let end = at + 1;
  while (end < shaped.codePoints.length && allowed[end] === 0) end += 1;
  return { start, end };
}

/** The width of a range of characters. */
export function widthOf({ advances }: Shaped, { start, end }: LineRange): Length {
  let width = 0;
  for (let i = start; i < end; i += 1) width += advances[i] as number;
  return width as Length;
}
