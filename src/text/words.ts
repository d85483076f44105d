import { Place } from './breaks.ts';
import { isHan } from './characters.ts';
import { zeros } from './zeros.ts';

/** Words that are not broken in labels. */
export type LabelWords = ReadonlySet<string>;

/** How long the longest of some words is, found once. */
const longest = new WeakMap<LabelWords, number>();

function longestOf(words: LabelWords): number {
  let most = longest.get(words);
  if (most === undefined) {
    most = 0;
    for (const word of words) most = Math.max(most, word.length);
    longest.set(words, most);
  }
  return most;
}

/**
 * The break places of a label that stand before a word (年度重点/工作任务, never 年度重点工作任/务); all others are forbidden.
 * At each place the longest known word is taken. A Han that begins no known word stays with what is before it.
 */
export function wordBreaks(codePoints: readonly number[], places: readonly Place[], words: LabelWords): Place[] {
  const between = zeros(places.length) as Place[];
  const most = longestOf(words);
  let at = 0;
  while (at < codePoints.length) {
    let length = Math.max(1, Math.min(most, codePoints.length - at));
    while (length > 1 && !words.has(String.fromCodePoint(...codePoints.slice(at, at + length)))) length -= 1;
    if (length > 1 || !isHan(codePoints[at] as number)) between[at] = places[at] ?? Place.never;
    at += length;
  }
  return between;
}
