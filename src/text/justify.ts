import type { Breakable, LineRange } from './breakable.ts';
import { stretchableAt } from './stretch-counts.ts';

/** A Han–Latin gap and a word space may grow by this part of the size: a gap from ¼ to ½ em (CLREQ 6.2). */
const MOST_GAP = 1 / 4;
/** A paragraph stays ragged if one of its lines would need more than this part of the size between two Han. */
export const MOST_STRETCH = 0.25;

/** Lines narrower than so many ems are not justified: they would be torn apart. */
export const NARROW = 10;

/** For each joint of a line, from `start`, how much is added to it; null: the line stays as it is. */
export type Adjustment = readonly number[] | null;

/** The places of a line that may be stretched: Han–Latin gaps and word spaces, and all others where a line may break. */
type Places = { readonly gaps: readonly number[]; readonly plain: readonly number[] };

function stretchable({ places, spacing }: Breakable, start: number, end: number): Places {
  const gaps: number[] = [];
  const plain: number[] = [];
  for (let i = start + 1; i < end; i += 1) {
    const kind = stretchableAt(places[i], spacing.joints[i]);
    if (kind !== null) (kind === 'gap' ? gaps : plain).push(i - start);
  }
  return { gaps, plain };
}

/** How much each gap and each other place of a line takes of its slack, in mpt; `left` is what they cannot take. */
export type Shares = { readonly gap: number; readonly plain: number; readonly left: number };

/** How `slack` mpt are shared among the stretchable places of the line `start … end`. */
export function sharesOf(
  { stretch: { gaps, plain }, shaped }: Breakable,
  { start, end }: LineRange,
  slack: number,
): Shares {
  const last = Math.max(start, end - 1);
  const gapCount = (gaps[last] as number) - (gaps[start] as number);
  const plainCount = (plain[last] as number) - (plain[start] as number);
  const even = slack / Math.max(1, gapCount + plainCount);
  const gap = Math.min(even, MOST_GAP * shaped.style.size);
  const each = plainCount === 0 ? 0 : (slack - gap * gapCount) / plainCount;
  return { gap, plain: each, left: slack - gap * gapCount - each * plainCount };
}

/**
 * Stretches a line by `slack` mpt: all places where a line may be broken by the same, Han–Latin gaps and word spaces up
 * to half an em. Null where there is no place, or too few for so much.
 */
export function stretch(breakable: Breakable, { start, end }: LineRange, slack: number): Adjustment {
  const share = sharesOf(breakable, { start, end, next: end }, slack);
  if (share.plain > MOST_STRETCH * breakable.shaped.style.size || share.left > 1) return null;
  const places = stretchable(breakable, start, end);
  const added = new Array<number>(end - start).fill(0);
  const inGaps = places.plain.length === 0 ? slack : Math.round(share.gap * places.gaps.length);
  deal(added, places.gaps, inGaps);
  deal(added, places.plain, slack - inGaps);
  return added;
}

/** Squeezes a line by `excess` mpt, each joint by its share of what it can give; null where that is not enough. */
export function squeeze({ spacing: { give } }: Breakable, { start, end }: LineRange, excess: number): Adjustment {
  const base = give[start] as number;
  const all = end > start + 1 ? (give[end - 1] as number) - base : 0;
  if (all < excess) return null;
  const added = new Array<number>(end - start).fill(0);
  let taken = 0;
  for (let i = start + 1; i < end; i += 1) {
    const upTo = Math.round((((give[i] as number) - base) / all) * excess);
    added[i - start] = taken - upTo;
    taken = upTo;
  }
  return added;
}

/** Adds an amount to some entries in equal whole parts; what does not divide goes to the first ones. */
function deal(added: number[], entries: readonly number[], amount: number): void {
  const part = entries.length === 0 ? 0 : Math.floor(amount / entries.length);
  entries.forEach((entry, i) => {
    added[entry] = (added[entry] as number) + part + (i < amount - part * entries.length ? 1 : 0);
  });
}
