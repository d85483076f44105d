import { distance } from 'fastest-levenshtein';

/** The candidate that a misspelt word most likely means, or null when none is near. */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.ceil(word.length / 2)) + 0.5;
  for (const candidate of candidates) {
    const contained = word.length > 1 && (candidate.includes(word) || word.includes(candidate));
    const far = contained ? 0.75 : distance(word, candidate);
    if (far < bestDistance && far < Math.max(word.length, candidate.length)) {
      best = candidate;
      bestDistance = far;
    }
  }
  return best;
}

/** Advice for an unknown word: the nearest known one, or the list of all. */
export function adviseWord(word: string, candidates: readonly string[]): string {
  const near = nearestWord(word, candidates);
  if (near !== null) return `是不是“${near}”？`;
  return candidates.length === 0 ? '删去它。' : `可以写的有：${candidates.join('、')}。`;
}
