import type { Length } from '../base/index.ts';
import { type Breakable, type LineRange, widthOf } from './fill.ts';
import type { Shaped } from './shape.ts';
import type { Fragment, Line } from './types.ts';

/** The lines of a paragraph for the ranges it was broken into. */
export const makeLines = ({ shaped }: Breakable, ranges: readonly LineRange[]): Line[] =>
  ranges.map((range) => ({
    fragments: fragmentsOf(shaped, range.start, range.end),
    width: widthOf(shaped, range),
    trailing: textOf(shaped, range.end, range.next),
  }));

/**
 * Upright stacking for vertical labels: one character a line. A number of two or three digits stands side by side where
 * the width allows (CLREQ 2.2.1); the digits of a longer one go down like Han.
 */
export function stackLines({ shaped }: Breakable, width: Length): LineRange[] {
  const { codePoints } = shaped;
  const lines: LineRange[] = [];
  let start = 0;
  while (start < codePoints.length) {
    let end = start;
    while (isDigit(codePoints[end])) end += 1;
    const number = { start, end, next: end };
    const beside = end - start > 1 && end - start <= 3 && widthOf(shaped, number) <= width;
    const singles = Array.from({ length: Math.max(1, end - start) }, (_, i) => start + i);
    if (beside) lines.push(number);
    else lines.push(...singles.map((at) => ({ start: at, end: at + 1, next: at + 1 })));
    start += singles.length;
  }
  return lines.length > 0 ? lines : [{ start: 0, end: 0, next: 0 }];
}

const isDigit = (codePoint: number | undefined): boolean =>
  codePoint !== undefined && codePoint >= 0x30 && codePoint <= 0x39;

function fragmentsOf(shaped: Shaped, start: number, end: number): Fragment[] {
  const { glyphs, runs, runOf, style } = shaped;
  const fragments: Fragment[] = [];
  let from = start;
  for (let i = start + 1; i <= end; i += 1) {
    if (i < end && runOf[i] === runOf[from] && glyphs[i]?.face === glyphs[from]?.face) continue;
    const first = glyphs[from];
    const run = runs[runOf[from] ?? 0];
    if (first && run) {
      fragments.push({
        text: textOf(shaped, from, i),
        face: first.face,
        size: style.size,
        glyphs: glyphs.slice(from, i).map(({ glyph }) => glyph),
        advances: shaped.advances.slice(from, i) as Length[],
        origin: run.origin,
      });
    }
    from = i;
  }
  return fragments;
}

const textOf = ({ codePoints }: Shaped, start: number, end: number): string =>
  start === end ? '' : String.fromCodePoint(...codePoints.slice(start, end));
