import type { End, Pair } from './pair.ts';

/** From this share of common lines on a file that is gone and one that is new are one, as for git. */
const ALIKE = 0.5;
/** Above so many pairs nothing is looked for. */
const MOST_PAIRS = 2500;

/** A pair, and whether it is one that was asked for. */
export type AskedPair = { readonly asked: boolean; readonly pair: Pair };

/** Pairs of which a file that is gone and a new one, alike in most of their lines, are one: it was renamed. */
export function joinRenamed(all: readonly AskedPair[]): readonly AskedPair[] {
  const lone = all.flatMap((one) => {
    const { before, after } = one.pair;
    const end = before ?? after;
    return end === null || (before !== null && after !== null) ? [] : [linesOf(one, end)];
  });
  const gone = lone.filter(({ one }) => one.pair.after === null);
  const come = lone.filter(({ one }) => one.pair.before === null);
  if (gone.length * come.length > MOST_PAIRS) return all;
  const ranked = gone
    .flatMap((old) => come.map((now) => ({ old: old.one, now: now.one, score: commonShare(old, now) })))
    .filter(({ score }) => score >= ALIKE)
    .toSorted((a, b) => b.score - a.score);
  const oldOf = new Map<AskedPair, AskedPair>();
  const taken = new Set<AskedPair>();
  for (const { old, now } of ranked) {
    if (taken.has(old) || oldOf.has(now)) continue;
    oldOf.set(now, old);
    taken.add(old);
  }
  return all.flatMap((one) => {
    const old = oldOf.get(one);
    if (old === undefined) return taken.has(one) ? [] : [one];
    const pair = { ...one.pair, renamedFrom: old.pair.file, before: old.pair.before };
    return [{ asked: one.asked || old.asked, pair }];
  });
}

type Lines = { readonly one: AskedPair; readonly counts: ReadonlyMap<string, number>; readonly total: number };

/** How often each line is in a file; by their lengths, so that long lines tell more than short ones. */
function linesOf(one: AskedPair, { text }: End): Lines {
  const counts = new Map<string, number>();
  const lines = text.ok ? text.value.split(/\r?\n/).filter((line) => line.trim() !== '') : [];
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return { one, counts, total: lines.reduce((sum, line) => sum + line.length, 0) };
}

function commonShare(a: Lines, b: Lines): number {
  let common = 0;
  for (const [line, count] of a.counts) common += line.length * Math.min(count, b.counts.get(line) ?? 0);
  return common === 0 ? 0 : (2 * common) / (a.total + b.total);
}
