import type { BreakLevel } from '../base/index.ts';
import { codePointsOf, isDigit, isEnumerator, isLetter, isMagnitude } from './characters.ts';
import { type BreakClass, breakClass } from './classes.ts';
import { unitAt } from './units.ts';
import { zeros } from './zeros.ts';

/** How gladly a line is broken at a place. */
export const Place = { never: 0, good: 1, reluctant: 2, lastResort: 3 } as const;
export type Place = (typeof Place)[keyof typeof Place];

/** All classes that a line may begin with. */
const beginning: readonly BreakClass[] = ['han', 'open', 'dash', 'prefix', 'word'];

/**
 * After which class a line may begin with which classes. What is not listed is never a break place. A joiner always stands
 * behind a word or a number and before another, and is not asked for here.
 */
const mayBegin: Readonly<Record<Exclude<BreakClass, 'joiner'>, readonly BreakClass[]>> = {
  han: beginning,
  open: [],
  close: beginning,
  dash: beginning,
  prefix: ['han', 'open', 'dash'],
  postfix: beginning,
  word: ['han', 'open', 'dash', 'prefix'],
  slash: beginning,
  space: beginning,
  glue: [],
};

const DEGREE = 0xb0;

/**
 * Where a paragraph may be broken: `places[i]` says what it would be to begin a line with character i.
 * - only between classes that {@link mayBegin} allows (CLREQ 6.1.1, 6.1.2); blanks behind an opening mark belong to it;
 * - between a number and its unit only reluctantly;
 * - behind a slash freely at the level `basic`, reluctantly at `gb` (CLREQ 6.1.1, GB-style);
 * - behind the signs inside an address only as a last resort;
 * - between ① and what it numbers reluctantly;
 * - between a standard's letters and its number (GB/T 9704), and between a sign, a typed blank and the number behind it
 *   (≥ 90%), reluctantly;
 * - between a Western word and a bracket of half width around another, dB(A) or (0755)8288, reluctantly (UAX 14, LB30).
 */
export function breakPlaces(codePoints: readonly number[], classes: readonly BreakClass[], level: BreakLevel): Place[] {
  const places = zeros(codePoints.length) as Place[];
  const behindSlash = level === 'gb' ? Place.reluctant : Place.good;
  let opened = false;
  let signed = false;
  let numeral = false;
  let unit = 0;
  for (let i = 1; i < codePoints.length; i += 1) {
    const before = classes[i - 1] as BreakClass;
    const after = classes[i] as BreakClass;
    const last = codePoints[i - 1] as number;
    opened = before === 'open' || (opened && before === 'space');
    signed = before === 'prefix' || (signed && before === 'space');
    numeral = isDigit(last) || (numeral && (isMagnitude(last) || before === 'space'));
    unit = unit > 1 ? unit - 1 : numeral && after === 'han' ? unitAt(codePoints, i) : 0;
    const measured = unit > 0 || (numeral && isMagnitude(codePoints[i] as number));
    if (opened) continue;
    if (before === 'joiner')
      places[i] = isDigit(codePoints[i]) && !isLetter(codePoints[i - 2]) ? Place.never : Place.lastResort;
    else if (isEnumerator(last) && !isEnumerator(codePoints[i] as number) && mayBegin[before].includes(after))
      places[i] = Place.reluctant;
    else if (before === 'han' && after === 'han' && !measured) places[i] = Place.good;
    else if (before === 'dash' && codePoints[i] === last) places[i] = Place.never;
    else if (last === DEGREE && isLetter(codePoints[i])) places[i] = Place.never;
    else if (!mayBegin[before].includes(after)) places[i] = Place.never;
    else if (isBracketed(codePoints, i)) places[i] = Place.reluctant;
    else if (before === 'slash') places[i] = behindSlash;
    else if (before === 'space' && isDigit(codePoints[i]) && (signed || isLetter(codePoints[i - 2])))
      places[i] = Place.reluctant;
    else if (measured || (numeral && after === 'word')) places[i] = Place.reluctant;
    else places[i] = Place.good;
  }
  return places;
}

const AROUND_WORDS = { open: codePointsOf('(['), close: codePointsOf(')]') };

/** Whether a Western word and a bracket around another meet at a place. */
function isBracketed(codePoints: readonly number[], at: number): boolean {
  const isWord = (i: number): boolean => breakClass(codePoints[i] ?? 0) === 'word';
  const last = codePoints[at - 1] as number;
  if (AROUND_WORDS.open.has(codePoints[at] as number)) return isWord(at - 1) && isWord(at + 1);
  return AROUND_WORDS.close.has(last) && isWord(at - 2) && isWord(at);
}
