import { likeness } from './similar.ts';

/** A clause and what became of it; empty where there is none on that side. */
export type ClausePair = { readonly before: string; readonly after: string };

/** From this likeness on two clauses may be one. */
const ALIKE = 0.4;
/** Above so many pairs nothing is looked for. */
const MOST_PAIRS = 400;

/** Finds clauses again among others, in order, so that as much as possible is common to the pairs. */
export function alignClauses(before: readonly string[], after: readonly string[]): readonly ClausePair[] {
  if (before.length * after.length > MOST_PAIRS) return [{ before: before.join(''), after: after.join('') }];
  const common = (i: number, j: number): number => {
    const [old, now] = [before[i] as string, after[j] as string];
    const alike = likeness(old, now);
    return alike < ALIKE ? 0 : alike * (old.length + now.length);
  };
  const pairs = before.map((_, i) => after.map((_, j) => common(i, j)));
  // most[i][j]: how much can be common to the clauses from i and from j on.
  const most = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number): number => most[i]?.[j] ?? 0;
  const joint = (i: number, j: number): number => pairs[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      (most[i] as number[])[j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + joint(i, j));
  const found: ClausePair[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const both = i < before.length && j < after.length;
    if (both && joint(i, j) > 0 && at(i, j) === at(i + 1, j + 1) + joint(i, j)) {
      found.push({ before: before[i] as string, after: after[j] as string });
      i += 1;
      j += 1;
    } else if (i < before.length && (!both || at(i, j) === at(i + 1, j))) {
      found.push({ before: before[i] as string, after: '' });
      i += 1;
    } else {
      found.push({ before: '', after: after[j] as string });
      j += 1;
    }
  }
  return found;
}
