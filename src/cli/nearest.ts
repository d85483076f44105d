import { distance } from 'fastest-levenshtein';

/** The candidate that a mistyped word most likely means; the first of several equally near ones. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.ceil(word.length * 0.4)) + 1;
  for (const candidate of candidates) {
    const far = distance(word, candidate);
    if (far < least && far < Math.max(word.length, candidate.length)) {
      best = candidate;
      least = far;
    }
  }
  return best;
}
