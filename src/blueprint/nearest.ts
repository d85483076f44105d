import { distance } from 'fastest-levenshtein';

/** The candidate that a misspelt word most likely means, or null when none is near. */
export const nearestWord = (word: string, candidates: readonly string[]): string | null =>
  nearest(word, candidates)?.word ?? null;

type Near = { readonly word: string; readonly far: number };

function nearest(word: string, candidates: readonly string[]): Near | null {
  const limit = Math.max(1, Math.ceil(word.length / 2));
  const near = candidates.flatMap((candidate): Near[] => {
    const contained = word.length > 1 && (candidate.includes(word) || word.includes(candidate));
    const far = contained && word !== candidate ? 0.75 : distance(word, candidate);
    return far <= limit && far < Math.max(word.length, candidate.length) ? [{ word: candidate, far }] : [];
  });
  return near.reduce<Near | null>((best, one) => (best === null || one.far < best.far ? one : best), null);
}

/**
 * Advice for an unknown word: the nearest known one, the list of all where none is near, and both where the nearest is
 * not near enough to be sure of it.
 */
export function adviseWord(
  word: string,
  candidates: readonly string[],
  list = `可以写的有：${candidates.join('、')}。`,
): string {
  if (candidates.length === 0) return '删去它。';
  const near = nearest(word, candidates);
  if (near === null) return list;
  return `是不是“${near.word}”？${near.far > 1 && candidates.length > 1 ? list : ''}`;
}
