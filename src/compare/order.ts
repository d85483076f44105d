/**
 * The longest rising run of a sequence of different numbers from 0 on, as the positions of its members; what is left
 * out is the least that has to be moved. Of equally long runs the one with the most favoured members.
 */
export function risingRun(numbers: readonly number[], favoured: readonly boolean[]): ReadonlySet<number> {
  const best = bestBelow(numbers.reduce((most, number) => Math.max(most, number), 0) + 1);
  const before: number[] = [];
  let last: End = NOTHING;
  numbers.forEach((number, position) => {
    const run = best.below(number);
    before.push(run.position);
    // A favoured member never outweighs a longer run.
    const score = run.score + numbers.length + 1 + (favoured[position] ? 1 : 0);
    const end = { score, position };
    best.put(number, end);
    if (score >= last.score) last = end;
  });
  const run = new Set<number>();
  for (let at = last.position; at !== -1; at = before[at] as number) run.add(at);
  return run;
}

/** The best run that ends at a position. */
type End = { readonly score: number; readonly position: number };
const NOTHING: End = { score: 0, position: -1 };

/** The best of what was put at numbers below another, each in steps of the logarithm of `size` (a Fenwick tree). */
function bestBelow(size: number) {
  const tree: End[] = Array.from({ length: size + 1 }, () => NOTHING);
  return {
    below: (number: number): End => {
      let best = NOTHING;
      for (let at = number; at > 0; at -= at & -at) if ((tree[at] as End).score > best.score) best = tree[at] as End;
      return best;
    },
    put: (number: number, end: End): void => {
      for (let at = number + 1; at <= size; at += at & -at) if (end.score >= (tree[at] as End).score) tree[at] = end;
    },
  };
}
