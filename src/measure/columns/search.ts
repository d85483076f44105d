import type { Effort } from './cost.ts';

/** By how many percents widths are changed, one pass after another; whole ones, so that small edits change none. */
const STEPS = [8, 4, 2, 1] as const;

/** Bounds of a column in whole percents of the table's width. */
export type Bounds = { readonly least: number; readonly most: number };

/** Widths in percents, and what they cost. */
export type Found = { readonly widths: readonly number[]; readonly cost: number };

/**
 * The widths, in percents, that cost least among those that can be reached from `start` by giving from one column to
 * another. A step that costs no less is not taken, so that equal inputs and nearly equal ones come out alike. Ends early
 * where the effort is spent: that is counted, not timed, so that the same input gives the same widths everywhere.
 */
export function searchWidths(
  start: readonly number[],
  bounds: readonly Bounds[],
  { costOf, effort }: { readonly costOf: (widths: readonly number[]) => number; readonly effort: Effort },
): Found {
  let found: Found = { widths: [...start], cost: costOf(start) };
  for (const step of STEPS) {
    for (;;) {
      const better = bestStep(found.widths, { step, bounds, costOf, effort, below: found.cost });
      if (better === null) break;
      found = better;
    }
  }
  return found;
}

type Stepping = {
  readonly step: number;
  readonly bounds: readonly Bounds[];
  readonly costOf: (widths: readonly number[]) => number;
  readonly effort: Effort;
  readonly below: number;
};

function bestStep(widths: readonly number[], { step, bounds, costOf, effort, below }: Stepping): Found | null {
  let best: Found | null = null;
  for (let from = 0; from < widths.length; from += 1) {
    const rest = (widths[from] as number) - step;
    if (rest < (bounds[from]?.least ?? 0)) continue;
    for (let to = 0; to < widths.length; to += 1) {
      const grown = (widths[to] as number) + step;
      if (to === from || effort.left <= 0 || grown > (bounds[to]?.most ?? 100)) continue;
      const changed = widths.map((width, i) => (i === from ? rest : i === to ? grown : width));
      const cost = costOf(changed);
      if (cost < (best?.cost ?? below)) best = { widths: changed, cost };
    }
  }
  return best;
}

/**
 * Shares `total` out by weights within bounds, in steps of 0.01.
 * Of what lacks to the least and what is beyond the most, the greater is settled first: it decides what the others get.
 */
export function shareOut(total: number, weights: readonly number[], bounds: readonly Bounds[]): number[] {
  const fixed = new Map<number, number>();
  const leastOf = (i: number): number => bounds[i]?.least ?? 0;
  const mostOf = (i: number): number => bounds[i]?.most ?? 100;
  for (;;) {
    const left = total - [...fixed.values()].reduce((a, b) => a + b, 0);
    const free = weights.map((_, i) => i).filter((i) => !fixed.has(i));
    const sum = free.reduce((a, i) => a + (weights[i] as number), 0);
    const wish = (i: number): number => (left * (weights[i] as number)) / sum;
    const low = free.filter((i) => wish(i) < leastOf(i));
    const high = free.filter((i) => wish(i) > mostOf(i));
    if (low.length === 0 && high.length === 0)
      return rounded(
        total,
        weights.map((_, i) => fixed.get(i) ?? wish(i)),
        bounds,
      );
    const lack = low.reduce((all, i) => all + leastOf(i) - wish(i), 0);
    const excess = high.reduce((all, i) => all + wish(i) - mostOf(i), 0);
    if (lack >= excess) for (const i of low) fixed.set(i, leastOf(i));
    else for (const i of high) fixed.set(i, mostOf(i));
  }
}

/** Whole percents: those that rounding down leaves go to the widths that lost most by it, what is less than one to the last. */
function rounded(total: number, widths: readonly number[], bounds: readonly Bounds[]): number[] {
  const whole = widths.map((width, i) => Math.max(bounds[i]?.least ?? 0, Math.floor(width)));
  let rest = Math.round((total - whole.reduce((a, b) => a + b, 0)) * 100) / 100;
  const give = (i: number, most: number): void => {
    const room = Math.max(0, Math.min(rest, most, (bounds[i]?.most ?? 100) - (whole[i] as number)));
    whole[i] = Math.round(((whole[i] as number) + room) * 100) / 100;
    rest = Math.round((rest - room) * 100) / 100;
  };
  const lost = (i: number): number => (widths[i] as number) - (whole[i] as number);
  const byLoss = whole.map((_, i) => i).toSorted((a, b) => lost(b) - lost(a));
  for (const i of byLoss) if (rest >= 1) give(i, 1);
  for (let i = whole.length - 1; i >= 0 && rest > 0; i -= 1) give(i, rest);
  return whole;
}
