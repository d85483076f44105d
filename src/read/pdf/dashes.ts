import type { Stretch } from './ruled-line.ts';

/** A piece of a line as drawn, `thickness` across it. */
export type Piece = Stretch & { readonly thickness: number };

/** Gaps up to this do not open a line: rules are drawn cell by cell, and corners are left to the crossing rule (points). */
const GAP = 1;
/** A dash, and the gap behind it, is no longer than this many times its thickness, or than this (points). */
const LONGEST_DASH = 8;
const LONGEST_DOT = 3;
/** So many dashes in a row make a line. */
const FEWEST_DASHES = 4;

/** Whether a piece is so small that it may be a dot of a line in either direction. */
export const isDot = (width: number, height: number): boolean =>
  Math.max(width, height) <= LONGEST_DOT && Math.max(width, height) <= 2 * Math.min(width, height);

/**
 * What the pieces of a line ink together: pieces that touch are one stretch, and so are dashes in a row, which some
 * programs draw one by one; a dot by itself is nothing. A dashed line may end in a gap on either side.
 */
export function stretchesOf(pieces: readonly Piece[]): Stretch[] {
  const parts = touching(pieces.toSorted((a, b) => a.from - b.from));
  const stretches: Piece[] = [];
  for (let start = 0; start < parts.length; ) {
    const { end, widest } = dashesFrom(parts, start);
    const [first, last] = [parts[start] as Piece, parts[end - 1] as Piece];
    if (end - start >= FEWEST_DASHES)
      stretches.push({ from: first.from - widest, to: last.to + widest, thickness: first.thickness });
    else
      for (const part of parts.slice(start, end)) if (!isDot(part.to - part.from, part.thickness)) stretches.push(part);
    start = end;
  }
  return touching(stretches);
}

/** The end of the dashes in a row that begin at `start`, and the widest gap between them. */
function dashesFrom(parts: readonly Piece[], start: number): { readonly end: number; readonly widest: number } {
  let [end, widest] = [start + 1, 0];
  for (; end < parts.length; end += 1) {
    const [before, part] = [parts[end - 1] as Piece, parts[end] as Piece];
    const longest = Math.max(LONGEST_DOT, LONGEST_DASH * Math.min(before.thickness, part.thickness));
    const gap = part.from - before.to;
    if (Math.max(gap, before.to - before.from, part.to - part.from) > longest) break;
    widest = Math.max(widest, gap);
  }
  return { end, widest };
}

function touching(pieces: readonly Piece[]): Piece[] {
  const joined: { from: number; to: number; thickness: number }[] = [];
  for (const { from, to, thickness } of pieces) {
    const last = joined.at(-1);
    if (last === undefined || from > last.to + GAP) {
      joined.push({ from, to, thickness });
      continue;
    }
    last.to = Math.max(last.to, to);
    last.thickness = Math.max(last.thickness, thickness);
  }
  return joined;
}
