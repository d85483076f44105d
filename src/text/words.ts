import { Place } from './breaks.ts';
import { isHan } from './characters.ts';
import { zeros } from './zeros.ts';

/** Words that are not broken in labels; none is longer than {@link LONGEST} characters. */
export type LabelWords = ReadonlySet<string>;

const LONGEST = 6;

/**
 * The break places of a label that stand before a word (年度重点/工作任务, never 年度重点工作任/务); all others are forbidden.
 * At each place the longest known word is taken. A Han that begins no known word stays with what is before it.
 */
export function wordBreaks(codePoints: readonly number[], places: readonly Place[], words: LabelWords): Place[] {
  const between = zeros(places.length) as Place[];
  let at = 0;
  while (at < codePoints.length) {
    let length = Math.min(LONGEST, codePoints.length - at);
    while (length > 1 && !words.has(String.fromCodePoint(...codePoints.slice(at, at + length)))) length -= 1;
    if (length > 1 || !isHan(codePoints[at] as number)) between[at] = places[at] ?? Place.never;
    at += length;
  }
  return between;
}
