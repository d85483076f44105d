import type { BreakLevel } from '../base/index.ts';
import { type BreakClass, isDigit } from './classes.ts';

/** What a place is for breaking a line there. */
export const Place = { never: 0, good: 1, reluctant: 2, lastResort: 3 } as const;

/** After which class a line may begin with which classes. What is not listed is never a break place. */
const mayBegin: Readonly<Record<BreakClass, readonly BreakClass[]>> = {
  han: ['han', 'open', 'dash', 'prefix', 'word', 'joiner'],
  open: [],
  close: ['han', 'open', 'dash', 'prefix', 'word', 'joiner'],
  dash: ['han', 'open', 'dash', 'prefix', 'word', 'joiner'],
  prefix: ['han', 'open', 'dash', 'joiner'],
  postfix: ['han', 'open', 'dash', 'prefix', 'word', 'joiner'],
  word: ['han', 'open', 'dash', 'prefix'],
  joiner: ['han', 'open', 'dash', 'prefix'],
  slash: ['han', 'open', 'dash', 'prefix', 'word', 'joiner'],
  space: ['han', 'open', 'dash', 'prefix', 'word', 'joiner'],
  glue: [],
};

const allowedPairs: ReadonlySet<string> = new Set(
  Object.entries(mayBegin).flatMap(([before, list]) => list.map((after) => `${before} ${after}`)),
);

const codePointsOf = (text: string): ReadonlySet<number> =>
  new Set(Array.from(text, (character) => character.codePointAt(0) as number));

/** Han that go on with a number (4128.5万), and Han that are its unit: parted from it only where nothing else fits. */
const magnitudes = codePointsOf('十百千万亿');
const units = codePointsOf('元个人名户次场家件项台处份年月日天时岁倍米吨号条辆套张所间');

const isLetter = (codePoint: number | undefined): boolean =>
  codePoint !== undefined && ((codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x61 && codePoint <= 0x7a));

/**
 * Where a paragraph may be broken: `places[i]` says what it would be to begin a line with character i.
 * - the pairs of classes above (CLREQ 6.1.1, 6.1.2); blanks behind an opening mark belong to it;
 * - between a number and its unit only reluctantly;
 * - behind a slash freely at the level `basic`, reluctantly at `gb` (CLREQ 6.1.1, GB-style);
 * - behind the signs inside an address only as a last resort;
 * - between a standard's letters and its number (GB/T 9704) reluctantly.
 */
export function breakPlaces(
  codePoints: readonly number[],
  classes: readonly BreakClass[],
  level: BreakLevel,
): Uint8Array {
  const places = new Uint8Array(codePoints.length);
  const behindSlash = level === 'gb' ? Place.reluctant : Place.good;
  let opened = false;
  let numeral = false;
  for (let i = 1; i < codePoints.length; i += 1) {
    const before = classes[i - 1] as BreakClass;
    const after = classes[i] as BreakClass;
    opened = before === 'open' || (opened && before === 'space');
    numeral = isDigit(codePoints[i - 1]) || (numeral && magnitudes.has(codePoints[i - 1] as number));
    if (opened) continue;
    if (before === 'han' && after === 'han' && !numeral) places[i] = Place.good;
    else if (before === 'joiner' && after === 'word')
      places[i] = isDigit(codePoints[i]) && isDigit(codePoints[i - 2]) ? Place.never : Place.lastResort;
    else if (before === 'dash' && codePoints[i] === codePoints[i - 1]) places[i] = Place.never;
    else if (!allowedPairs.has(`${before} ${after}`)) places[i] = Place.never;
    else if (before === 'slash') places[i] = behindSlash;
    else if (before === 'space' && isDigit(codePoints[i]) && isLetter(codePoints[i - 2])) places[i] = Place.reluctant;
    else if (numeral && (magnitudes.has(codePoints[i] as number) || units.has(codePoints[i] as number)))
      places[i] = Place.reluctant;
    else places[i] = Place.good;
  }
  return places;
}
