import { risingRun } from './order.ts';

/** Which old item became which new one, both by their positions. */
export type Matches = { readonly newOf: ReadonlyMap<number, number>; readonly oldOf: ReadonlyMap<number, number> };

/** The free items, by their positions, between pairs that kept their order. */
export type Gap = { readonly olds: readonly number[]; readonly news: readonly number[] };

/** The gaps of two lists of these lengths that have free items on both sides. */
export function gapsOf({ newOf, oldOf }: Matches, before: number, after: number): readonly Gap[] {
  const kept = keptOrder(newOf);
  const gaps: Gap[] = [];
  let olds: number[] = [];
  let news: number[] = [];
  let j = 0;
  const takeNews = (until: number): void => {
    for (; j < until; j += 1) if (!oldOf.has(j)) news.push(j);
  };
  for (let i = 0; i <= before; i += 1) {
    const end = i === before;
    if (!end && !newOf.has(i)) olds.push(i);
    if (!end && !kept.has(i)) continue;
    takeNews(end ? after : (newOf.get(i) as number));
    if (olds.length > 0 && news.length > 0) gaps.push({ olds, news });
    olds = [];
    news = [];
  }
  return gaps;
}

/** The old positions of pairs that need not be moved; rather those that have their old number than others. */
export function keptOrder(newOf: Matches['newOf']): ReadonlySet<number> {
  const pairs = [...newOf].toSorted(([a], [b]) => a - b);
  const run = risingRun(
    pairs.map(([, j]) => j),
    pairs.map(([i, j]) => i === j),
  );
  return new Set(pairs.flatMap(([i], position) => (run.has(position) ? [i] : [])));
}
