import { addTo } from '../base/index.ts';
import { type Gap, gapsOf, type Matches } from './gaps.ts';
import type { Item } from './items.ts';
import { likeness } from './similar.ts';

/** Above so many pairs of rows that are left over, only rows of one place are compared. */
const MOST_PAIRS = 2500;
/** From this likeness on two rows with different names are one row. */
const ALIKE = 0.5;
/** What a row has besides its name tells it from others if it is so long. */
export const TELLING = 12;

/** What of a row tells it from others: its name, and everything besides. */
export type Matchable = Pick<Item, 'kind' | 'rest'> & { readonly row: Pick<Item['row'], 'name'> };

type Work = {
  readonly before: readonly Matchable[];
  readonly after: readonly Matchable[];
  readonly newOf: Map<number, number>;
  readonly oldOf: Map<number, number>;
};

/**
 * Finds the rows of an old list again in a new one: rows that are equal, then rows of one name, then rows that stand
 * in one place or are alike. Nothing depends on which of the lists is the old one.
 */
export function matchItems(before: readonly Matchable[], after: readonly Matchable[]): Matches {
  const work: Work = { before, after, newOf: new Map(), oldOf: new Map() };
  matchByKey(work, wholeOf);
  matchByKey(work, ({ row, kind }) => (kind === 'text' || row.name === '' ? null : row.name));
  matchGaps(work);
  matchAlike(work);
  return work;
}

const wholeOf = ({ row, rest }: Matchable): string => `${row.name}\n${rest}`;

function join({ newOf, oldOf }: Work, i: number, j: number): void {
  newOf.set(i, j);
  oldOf.set(j, i);
}

/** Pairs items of one key: those whose key is there once, then their neighbours, then the rest in order. */
function matchByKey(work: Work, keyOf: (item: Matchable) => string | null): void {
  const left = positions(work.before, work.newOf, keyOf);
  const right = positions(work.after, work.oldOf, keyOf);
  for (const [key, [i, ...others]] of left) {
    const there = right.get(key) ?? [];
    if (i !== undefined && others.length === 0 && there.length === 1) join(work, i, there[0] as number);
  }
  const keysBefore = work.before.map(keyOf);
  const keysAfter = work.after.map(keyOf);
  spread(work, keysBefore, keysAfter, 1);
  spread(work, keysBefore, keysAfter, -1);
  for (const [key, here] of left) {
    const free = here.filter((i) => !work.newOf.has(i));
    const there = (right.get(key) ?? []).filter((j) => !work.oldOf.has(j));
    pairByLikeness(work, { olds: free, news: there });
  }
}

function positions(
  items: readonly Matchable[],
  taken: ReadonlyMap<number, number>,
  keyOf: (item: Matchable) => string | null,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  items.forEach((item, position) => {
    const key = taken.has(position) ? null : keyOf(item);
    if (key !== null) addTo(found, key, position);
  });
  return found;
}

/** Pairs free neighbours of pairs that have one key, in one direction; both ends of the lists count as a pair. */
function spread(work: Work, left: readonly (string | null)[], right: readonly (string | null)[], step: 1 | -1): void {
  const start = step === 1 ? -1 : left.length;
  for (let i = start; step === 1 ? i < left.length - 1 : i > 0; i += step) {
    const j = i === start ? (step === 1 ? -1 : right.length) : work.newOf.get(i);
    if (j === undefined) continue;
    const key = left[i + step];
    const free = !work.newOf.has(i + step) && !work.oldOf.has(j + step);
    if (free && key !== null && key !== undefined && key === right[j + step]) join(work, i + step, j + step);
  }
}

/** Pairs items of one key: in order where they are as many, else the most alike first. */
function pairByLikeness(work: Work, { olds, news }: Gap): void {
  if (olds.length === news.length || olds.length * news.length > MOST_PAIRS) {
    olds.slice(0, news.length).forEach((i, k) => {
      join(work, i, news[k] as number);
    });
    return;
  }
  pairBest(work, { olds, news }, { score: (before, after) => likeness(before.rest, after.rest), least: 0 });
}

/** Rows between the same neighbours, as many as before: rows without a name keep their order, a lone text its place. */
function matchGaps(work: Work): void {
  for (const { olds, news } of gapsOf(work, work.before.length, work.after.length)) {
    if (olds.length !== news.length) continue;
    olds.forEach((i, k) => {
      const before = work.before[i] as Matchable;
      const after = work.after[news[k] as number] as Matchable;
      const nameless = before.row.name === '' && after.row.name === '';
      if (before.kind === 'text' ? olds.length === 1 : nameless) join(work, i, news[k] as number);
    });
  }
}

/** Rows that have another name, or none, and yet are the same. */
function matchAlike(work: Work): void {
  const gaps = gapsOf(work, work.before.length, work.after.length);
  const gapOf = new Map<Matchable, number>();
  gaps.forEach(({ olds, news }, gap) => {
    for (const i of olds) gapOf.set(work.before[i] as Matchable, gap);
    for (const j of news) gapOf.set(work.after[j] as Matchable, gap);
  });
  const score = (before: Matchable, after: Matchable): number => {
    const near = gapOf.has(before) && gapOf.get(before) === gapOf.get(after);
    return alike(before, after) + (near ? 0.1 : 0);
  };
  const olds = work.before.flatMap((_, i) => (work.newOf.has(i) ? [] : [i]));
  const news = work.after.flatMap((_, j) => (work.oldOf.has(j) ? [] : [j]));
  const few = (gap: Gap): boolean => gap.olds.length * gap.news.length <= MOST_PAIRS;
  for (const gap of few({ olds, news }) ? [{ olds, news }] : gaps.filter(few))
    pairBest(work, gap, { score, least: ALIKE });
}

function alike(before: Matchable, after: Matchable): number {
  const same = before.rest === after.rest && /[^\n]/.test(before.rest);
  const rest = same ? 1 : likeness(before.rest, after.rest);
  if (before.kind === 'text') return rest;
  // Headings are alike in their names by nature: what stands below them tells.
  if (before.kind === 'heading' && rest < ALIKE) return 0;
  if (same && before.rest.length >= TELLING) return 0.9;
  const name = likeness(before.row.name, after.row.name);
  return 0.6 * name + 0.4 * rest;
}

type Scoring = { readonly score: (before: Matchable, after: Matchable) => number; readonly least: number };

/** Pairs the most alike first, not below a bound; equal ones in an order that is the same from both sides. */
function pairBest(work: Work, { olds, news }: Gap, { score, least }: Scoring): void {
  const all = olds.flatMap((i) =>
    news.map((j) => ({ i, j, score: score(work.before[i] as Matchable, work.after[j] as Matchable) })),
  );
  const ranked = all
    .filter((one) => one.score >= least)
    .toSorted((a, b) => b.score - a.score || a.i + a.j - b.i - b.j || Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
  for (const { i, j } of ranked) if (!work.newOf.has(i) && !work.oldOf.has(j)) join(work, i, j);
}
