import { distance } from 'fastest-levenshtein';
import { unseenIn, withoutUnseen } from '../base/index.ts';
import { simplify } from './traditional.ts';

/** The candidate that a misspelt word most likely means, or null when none is near. */
export const nearestWord = (word: string, candidates: readonly string[]): string | null =>
  nearest(word, candidates)?.word ?? null;

/** Whether one of the keys of a group seems to be the word that is missed there: what is said of that key is enough. */
export function hasSlipOf(word: string, keys: readonly string[], known: readonly string[]): boolean {
  const free = known.filter((one) => !keys.includes(one));
  return keys.some((key) => !known.includes(key) && nearestWord(key, free) === word);
}

type Near = { readonly word: string; readonly far: number };

/** How far two words are that differ only in width, blanks or script; that hold one another; that have the same letters. */
const closeness = { sameWord: 0.25, contained: 0.75, swapped: 0.9 } as const;

function nearest(word: string, candidates: readonly string[]): Near | null {
  const limit = Math.max(1, Math.ceil(word.length / 2));
  const near = candidates.flatMap((candidate): Near[] => {
    const far = farness(word, candidate);
    return far <= limit && far < Math.max(word.length, candidate.length) ? [{ word: candidate, far }] : [];
  });
  return near.reduce<Near | null>((best, one) => (best === null || one.far < best.far ? one : best), null);
}

function farness(word: string, candidate: string): number {
  if (word === candidate) return 0;
  if (plain(word) === plain(candidate)) return closeness.sameWord;
  const shorter = Math.min(word.length, candidate.length);
  if (shorter > 1 && (candidate.includes(word) || word.includes(candidate))) return closeness.contained;
  if (word.length === candidate.length && sorted(word) === sorted(candidate)) return closeness.swapped;
  return distance(word, candidate);
}

const halfWidth = (word: string): string => word.normalize('NFKC');
const unspaced = (word: string): string => withoutUnseen(word).replace(/\s/gu, '');
const plain = (word: string): string => simplify(unspaced(halfWidth(word)));
const sorted = (word: string): string => [...word].sort().join('');

/** How to write a word that differs from the right one only in what is easily overlooked. */
function adviseSameWord(word: string, right: string): string {
  const unseen = unseenIn(word);
  const why = [
    ...(unseen === null ? [] : [`删掉里面看不见的字符 ${unseen.name}`]),
    ...(halfWidth(unspaced(word)) === unspaced(word) ? [] : ['括号、字母和数字用半角']),
    ...(/\s/u.test(withoutUnseen(word)) ? ['中间不空格'] : []),
    ...(simplify(word) === word ? [] : ['用简体字']),
  ];
  return `写成“${right}”${why.length === 0 ? '' : `：${why.join('，')}`}。`;
}

/**
 * Advice for an unknown word: the nearest known one, the list of all where none is near, and both where the nearest is
 * not near enough to be sure of it.
 */
export function adviseWord(word: string, candidates: readonly string[], list = listed(candidates)): string {
  if (candidates.length === 0) return '删去它。';
  const near = nearest(word, candidates);
  if (near === null) return list;
  if (near.far === closeness.sameWord) return adviseSameWord(word, near.word);
  return `是不是“${near.word}”？${near.far > 1 && candidates.length > 1 ? list : ''}`;
}

/** Advice for an unknown word where a wrong one would do harm unseen: the nearest and all the others. */
export function adviseOneOf(word: string, candidates: readonly string[]): string {
  const list = listed(candidates);
  const advice = adviseWord(word, candidates);
  return advice.startsWith('是不是') && !advice.endsWith(list) ? advice + list : advice;
}

const listed = (candidates: readonly string[]): string => `可以写的有：${candidates.join('、')}。`;
