import type { PdfRule } from './types.ts';

/** A covered part of a line, in points. */
export type Stretch = { readonly from: number; readonly to: number };

/** All rules that lie on one line: its place across, and what of it is inked, from the least on. */
export type RuledLine = { readonly at: number; readonly stretches: readonly Stretch[] };

/** Rules less than this apart lie on one line (points). */
const SAME_LINE = 0.6;
/** Gaps up to this do not open a line: rules are drawn cell by cell, and corners are left to the crossing rule (points). */
const GAP = 1;

/** The level lines of a page, from top to bottom. */
export const levelLines = (rules: readonly PdfRule[]): RuledLine[] =>
  gather(
    rules
      .filter((rule) => rule.width >= rule.height)
      .map(({ x, y, width, height }) => ({ at: y + height / 2, from: x, to: x + width })),
  );

/** The upright lines of a page, from left to right. */
export const uprightLines = (rules: readonly PdfRule[]): RuledLine[] =>
  gather(
    rules
      .filter((rule) => rule.height > rule.width)
      .map(({ x, y, width, height }) => ({ at: x + width / 2, from: y, to: y + height })),
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
  const corner = Math.min(GAP, (to - from) / 4);
  const stretch = line.stretches[lastAtMost(line.stretches, from + corner, (one) => one.from)];
  return stretch !== undefined && stretch.to >= to - corner;
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

function gather(segments: readonly (Stretch & { readonly at: number })[]): RuledLine[] {
  const groups: { readonly at: number; readonly members: Stretch[] }[] = [];
  for (const segment of segments.toSorted((a, b) => a.at - b.at)) {
    const last = groups.at(-1);
    if (last !== undefined && segment.at - last.at <= SAME_LINE) last.members.push(segment);
    else groups.push({ at: segment.at, members: [segment] });
  }
  return groups.map(({ at, members }) => ({ at, stretches: join(members) }));
}

function join(members: readonly Stretch[]): Stretch[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of members.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to + GAP) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}
