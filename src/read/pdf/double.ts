import type { RuledLine, Stretch } from './ruled-line.ts';

/** What is less high or wide than this is no room for text but the gap of a double line (points). */
export const THINNEST = 3;

/**
 * Lines as one where they run side by side so near that nothing can stand between them: double lines, and the borders of
 * cells that have one each. Only what runs alongside is joined: edges of columns may lie as near, one below the other.
 */
export function joinDouble(lines: readonly RuledLine[]): RuledLine[] {
  const open = [...lines];
  const joined: RuledLine[] = [];
  open.forEach((_, i) => {
    let line = open[i] as RuledLine;
    if (line.stretches.length === 0) return;
    for (let j = i + 1; j < open.length; j += 1) {
      const next = open[j] as RuledLine;
      if (next.begin - line.end > THINNEST) break;
      const [alongside, apart] = partedBy(next.stretches, line.stretches);
      if (alongside.length === 0) continue;
      line = both(line, { ...next, stretches: alongside });
      open[j] = { ...next, stretches: apart };
    }
    joined.push(line);
  });
  return joined.toSorted((a, b) => a.at - b.at);
}

function both(line: RuledLine, next: RuledLine): RuledLine {
  const [begin, end] = [Math.min(line.begin, next.begin), Math.max(line.end, next.end)];
  return { at: (begin + end) / 2, begin, end, stretches: union(line.stretches, next.stretches) };
}

/** Stretches that run along some of the others for more than a corner, and those that do not. */
function partedBy(stretches: readonly Stretch[], others: readonly Stretch[]): readonly [Stretch[], Stretch[]] {
  const [alongside, apart]: [Stretch[], Stretch[]] = [[], []];
  let first = 0;
  for (const stretch of stretches) {
    while (first < others.length && (others[first] as Stretch).to <= stretch.from) first += 1;
    let found = false;
    for (let i = first; i < others.length && !found && (others[i] as Stretch).from < stretch.to; i += 1) {
      const other = others[i] as Stretch;
      found = Math.min(other.to, stretch.to) - Math.max(other.from, stretch.from) > THINNEST;
    }
    (found ? alongside : apart).push(stretch);
  }
  return [alongside, apart];
}

function union(one: readonly Stretch[], other: readonly Stretch[]): Stretch[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of [...one, ...other].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}
