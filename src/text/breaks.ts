import { type BreakClass, breakClass, isJoiner } from './classes.ts';

const QUOTE = 0x22;

const codePointsOf = (text: string): ReadonlySet<number> =>
  new Set(Array.from(text, (character) => character.codePointAt(0) as number));

/** Han that go on with a number (4128.5万), and Han that are its unit: never parted from it (CLREQ 3.1.6.3). */
const magnitudes = codePointsOf('十百千万亿');
const units = codePointsOf('元个人名户次场家件项台处份年月日天时岁倍米吨号条辆套张所间');

/**
 * Where a paragraph may be broken: `allowed[i]` is 1 where a line may begin with character i. Prohibitions are those
 * of the classes; a straight `"` opens and closes by turns, blanks behind an opening mark belong to it, and a number
 * keeps its unit.
 */
export function breakPlaces(codePoints: readonly number[]): Uint8Array {
  const allowed = new Uint8Array(codePoints.length);
  const classes = classesOf(codePoints);
  let opened = false;
  let numeral = false;
  for (let i = 1; i < codePoints.length; i += 1) {
    const before = classes[i - 1] as BreakClass;
    const after = classes[i] as BreakClass;
    opened = before === 'open' || (opened && before === 'space');
    numeral = isDigit(codePoints[i - 1]) || (numeral && magnitudes.has(codePoints[i - 1] as number));
    const measured = numeral && (magnitudes.has(codePoints[i] as number) || units.has(codePoints[i] as number));
    const sameDash = before === 'dash' && codePoints[i] === codePoints[i - 1];
    allowed[i] = opened || measured || sameDash || forbidden(before, after) ? 0 : 1;
  }
  return allowed;
}

const isDigit = (codePoint: number | undefined): boolean =>
  codePoint !== undefined && codePoint >= 0x30 && codePoint <= 0x39;

function forbidden(before: BreakClass, after: BreakClass): boolean {
  if (after === 'space' || after === 'glue' || before === 'glue') return true;
  if (after === 'close' || after === 'postfix' || after === 'slash') return true;
  if (before === 'prefix') return after === 'word' || after === 'prefix';
  if (before === 'word' || before === 'joiner') return after === 'word' || after === 'joiner';
  return false;
}

function classesOf(codePoints: readonly number[]): BreakClass[] {
  const classes = codePoints.map(breakClass);
  let quotes = 0;
  for (let i = 0; i < codePoints.length; i += 1) {
    const codePoint = codePoints[i] as number;
    if (codePoint === QUOTE) {
      classes[i] = quotes % 2 === 0 ? 'open' : 'close';
      quotes += 1;
    } else if (isJoiner(codePoint)) {
      const inWord =
        classes[i - 1] === 'word' && i + 1 < codePoints.length && breakClass(codePoints[i + 1] as number) === 'word';
      if (inWord) classes[i] = 'joiner';
      else if (classes[i] === 'joiner') classes[i] = 'close';
    }
  }
  return classes;
}
