import type { Length } from '../base/index.ts';
import { type Breakable, type LineRange, widthOf } from './breakable.ts';
import { codePointsOf, isClosingBracket, isDigit, isOpeningBracket } from './characters.ts';
import { breakClass } from './classes.ts';
import { naturalLine } from './lines.ts';
import type { Line } from './types.ts';

/**
 * Upright stacking for vertical labels: one character a line. A number of two or three digits stands side by side where
 * the width allows; the digits of a longer one go down like Han. Brackets, dashes and dots turn with the line.
 */
export function stackLines(breakable: Breakable, width: Length): Line[] {
  const { codePoints } = breakable.shaped;
  const ranges = stackRanges(breakable, width);
  if (ranges.length === 0) return [naturalLine(breakable, { start: 0, end: 0, next: 0 })];
  return ranges.map((range) => {
    const line = naturalLine(breakable, range);
    return turns(codePoints[range.start] as number) ? turned(line) : line;
  });
}

function stackRanges(breakable: Breakable, width: Length): LineRange[] {
  const { codePoints } = breakable.shaped;
  const ranges: LineRange[] = [];
  let start = 0;
  while (start < codePoints.length) {
    let end = start;
    while (isDigit(codePoints[end])) end += 1;
    const beside = end - start > 1 && end - start <= 3 && widthOf(breakable, start, end) <= width;
    const singles = Array.from({ length: Math.max(1, end - start) }, (_, i) => start + i);
    if (beside) ranges.push({ start, end, next: end });
    else ranges.push(...singles.map((at) => ({ start: at, end: at + 1, next: at + 1 })));
    start += singles.length;
  }
  return ranges;
}

const TILDES = codePointsOf('～〜');

/** Brackets, quotation marks, dashes, ellipses; stops keep their shape in vertical lines. */
const turns = (codePoint: number): boolean =>
  isOpeningBracket(codePoint) ||
  isClosingBracket(codePoint) ||
  breakClass(codePoint) === 'dash' ||
  TILDES.has(codePoint);

/** A turned character keeps its whole square, so that it can be turned about its middle. */
function turned(line: Line): Line {
  const [fragment] = line.fragments;
  if (fragment === undefined) return line;
  const advance = ((fragment.face.advance(fragment.glyphs[0] as number) * fragment.size) / 1000) as Length;
  return {
    ...line,
    fragments: [{ ...fragment, advances: [advance] }],
    offset: 0 as Length,
    width: advance,
    turned: true,
  };
}
