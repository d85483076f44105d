import { isDot, type Piece, stretchesOf } from './dashes.ts';
import { joinDouble, THINNEST } from './double.ts';
import type { RuledLine, Stretch } from './ruled-line.ts';
import type { PdfRule } from './types.ts';

/** Rules less than this apart lie on one line (points). */
const SAME_LINE = 0.6;
/** Rules may fall so short of one that they meet (points). */
const CORNER = 1;

/** The level lines of a page, from top to bottom. */
export const levelLines = (rules: readonly PdfRule[]): RuledLine[] =>
  gather(
    rules
      .filter(({ width, height }) => width >= height || isDot(width, height))
      .map(({ x, y, width, height }) => ({ at: y + height / 2, thickness: height, from: x, to: x + width })),
  );

/** The upright lines of a page, from left to right. */
export const uprightLines = (rules: readonly PdfRule[]): RuledLine[] =>
  gather(
    rules
      .filter(({ width, height }) => height > width || isDot(width, height))
      .map(({ x, y, width, height }) => ({ at: x + width / 2, thickness: width, from: y, to: y + height })),
  );

/**
 * How many crossings of upright lines with the rooms between level lines rules make: what it takes to find the regions
 * they close off. Counted no further than needed to know that they are more than `limit`.
 */
export function crossingsOf(rules: readonly PdfRule[], limit: number): number {
  const ys = levelLines(rules).map(({ at }) => at);
  const indexOf = (y: number): number => lastAtMost(ys, y, (one) => one);
  let count = 0;
  for (const { stretches } of uprightLines(rules)) {
    for (const { from, to } of stretches) count += indexOf(to) - indexOf(from) + 1;
    if (count > limit) break;
  }
  return count;
}

/** Whether a line is inked from `from` to `to`, but for the corners. */
export function covers(line: RuledLine, { from, to }: Stretch): boolean {
  const corner = Math.max(0, Math.min(CORNER, (to - from) / 4));
  const stretch = line.stretches[lastAtMost(line.stretches, from + corner, (one) => one.from)];
  return stretch !== undefined && stretch.to >= to - corner;
}

/** Whether a line is inked for more than a corner between two places. */
export function isInked({ stretches }: RuledLine, { from, to }: Stretch): boolean {
  const stretch = stretches[lastAtMost(stretches, to - THINNEST, (one) => one.from)];
  return stretch !== undefined && stretch.to > from + THINNEST;
}

/** The index of the last item whose key is at most `value`, -1 if there is none; keys grow. */
export function lastAtMost<T>(items: readonly T[], value: number, key: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(items[middle] as T) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function gather(pieces: readonly (Piece & { readonly at: number })[]): RuledLine[] {
  const groups: { readonly at: number; begin: number; end: number; readonly members: Piece[] }[] = [];
  for (const piece of pieces.toSorted((a, b) => a.at - b.at)) {
    const [begin, end] = [piece.at - piece.thickness / 2, piece.at + piece.thickness / 2];
    const last = groups.at(-1);
    if (last === undefined || piece.at - last.at > SAME_LINE) {
      groups.push({ at: piece.at, begin, end, members: [piece] });
      continue;
    }
    last.begin = Math.min(last.begin, begin);
    last.end = Math.max(last.end, end);
    last.members.push(piece);
  }
  return joinDouble(groups.map(({ at, begin, end, members }) => ({ at, begin, end, stretches: stretchesOf(members) })));
}
