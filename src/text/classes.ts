import {
  BRACKETS,
  codePointsOf,
  DASH,
  isClosingBracket,
  isDigit,
  isHan,
  isHyphen,
  isMagnitude,
  isOfWord,
  isOpeningBracket,
  QUOTE,
  STOPS,
} from './characters.ts';
import { LONGEST_UNIT, unitAt } from './units.ts';

/** How a character behaves at the end and at the start of a line. */
export type BreakClass =
  /** Han, and whatever has no rule of its own: a line may be broken on both sides. */
  | 'han'
  /** At no line's end: opening marks (CLREQ 6.1.1). */
  | 'open'
  /** At no line's start: stops, closing marks, connector marks, interpuncts (CLREQ 6.1.1; GB/T 15834-2011). */
  | 'close'
  /** Two of the same, —— and ……, are not parted (CLREQ 6.1.2). */
  | 'dash'
  /** A sign before a number, not parted from it (CLREQ 6.1.2); an operator begins a line rather than end one. */
  | 'prefix'
  /** A unit sign behind a number, not parted from it (CLREQ 6.1.2). */
  | 'postfix'
  /** Letters and digits. */
  | 'word'
  /** Belongs to a word between two of its characters (CLREQ 6.1.4). */
  | 'joiner'
  /** At no line's start, and at the GB-style level not at its end either (CLREQ 6.1.1). */
  | 'slash'
  | 'space'
  /** Forbids a break on both sides. */
  | 'glue';

const marks: Readonly<Record<Exclude<BreakClass, 'han' | 'word' | 'joiner'>, string>> = {
  open: BRACKETS.wide.open + BRACKETS.narrow.open,
  close: `${STOPS}${BRACKETS.wide.close}${BRACKETS.narrow.close}!?;:,·・～〜–々〻ー`,
  dash: '—…‥⋯─',
  prefix: '≥≤＞＜＝≈±+-−￥¥$＄№#>=<＋－*×÷',
  postfix: '%％‰‱℃°′″￠¢㎡',
  slash: '/／',
  space: ' \t\u3000',
  glue: '\u00a0\u2060\ufeff\u202f',
};
const classOf = new Map<number, BreakClass>();
for (const [name, list] of Object.entries(marks))
  for (const codePoint of codePointsOf(list)) classOf.set(codePoint, name as BreakClass);

/** Many of them are of another class where they do not stand inside a word. */
const joiners = codePointsOf('.,:\'’·-－_@&+*=×~^|\\"?');

/** The class of a code point without its neighbours. */
export function breakClass(codePoint: number): BreakClass {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'han';
  // Units in one square, such as ㎡ and ㎏.
  if (codePoint >= 0x3380 && codePoint <= 0x33df) return 'postfix';
  const known = classOf.get(codePoint);
  if (known !== undefined) return known;
  if (isOfWord(codePoint)) return 'word';
  return joiners.has(codePoint) ? 'joiner' : 'han';
}

/** Whether a character stands at no line's start, whatever is beside it. */
export const isClosing = (codePoint: number): boolean => {
  const own = breakClass(codePoint);
  return own === 'close' || own === 'postfix' || own === 'slash';
};

/** Whether a character stands at no line's end, whatever is beside it. */
export const isOpening = (codePoint: number): boolean => {
  const own = breakClass(codePoint);
  return own === 'open' || own === 'prefix';
};

/**
 * The class of each character among its neighbours: a straight `"` opens and closes by turns; a sign between two letters
 * or digits joins them (3.0, 4,128.5, e-mail), and so does a hyphen between two numbers (80%-90%, 10万-20万元); a hyphen
 * between two texts and a single — are connector marks, and so is the second half of ——, which begins no line either.
 */
export function breakClasses(codePoints: readonly number[]): BreakClass[] {
  const count = codePoints.length;
  const classes = new Array<BreakClass>(count);
  let quotes = 0;
  for (let i = 0; i < count; i += 1) {
    const codePoint = codePoints[i] as number;
    const own = breakClass(codePoint);
    classes[i] = own;
    if (own === 'han') continue;
    if (codePoint === QUOTE) {
      classes[i] = quotes % 2 === 0 ? 'open' : 'close';
      quotes += 1;
    } else if (codePoint === DASH) {
      if (codePoints[i + 1] !== DASH) classes[i] = 'close';
    } else if (joiners.has(codePoint)) {
      const before = classes[i - 1];
      const endsNumber = before === 'postfix' || isMagnitude(codePoints[i - 1] as number);
      const next = breakClass(codePoints[i + 1] ?? 0);
      const hyphen = isHyphen(codePoint);
      const isRange = hyphen && endsNumber && isDigit(codePoints[i + 1]);
      if (isRange || (before === 'word' && next === 'word')) classes[i] = 'joiner';
      else if (own === 'joiner' || (hyphen && connects(codePoints, i))) classes[i] = 'close';
    }
  }
  return classes;
}

/**
 * Whether a hyphen stands between two texts, in brackets or not, two blanks, or two numbers with their units (1月-12月) or
 * with the same text behind both (1号线-3号线), and is no sign (为-3.5).
 */
function connects(codePoints: readonly number[], at: number): boolean {
  const before = codePoints[at - 1] ?? 0;
  const after = codePoints[at + 1] ?? 0;
  if (isDigit(after)) return endsMeasure(codePoints, at) || isRepeated(codePoints, at);
  if (isBlank(before)) return isBlank(after);
  return (isText(before) || isClosingBracket(before)) && (isText(after) || isOpeningBracket(after));
}

const isBlank = (codePoint: number): boolean => breakClass(codePoint) === 'space';

const isText = (codePoint: number): boolean => isHan(codePoint) || isOfWord(codePoint);

/** Whether a number with its unit ends before a place. */
function endsMeasure(codePoints: readonly number[], at: number): boolean {
  for (let length = 1; length <= LONGEST_UNIT; length += 1) {
    const last = codePoints[at - length - 1] ?? 0;
    if ((isDigit(last) || isMagnitude(last)) && unitAt(codePoints, at - length) === length) return true;
  }
  return false;
}

/** Han behind a number that are repeated behind the next one are no more than these. */
const LONGEST_REPEATED = 4;

/** Whether what stands between a number and a hyphen stands behind the number that follows the hyphen as well. */
function isRepeated(codePoints: readonly number[], at: number): boolean {
  let length = 0;
  while (length < LONGEST_REPEATED && isHan(codePoints[at - length - 1] ?? 0)) length += 1;
  if (length === 0 || !isDigit(codePoints[at - length - 1])) return false;
  let next = at + 1;
  while (isDigit(codePoints[next])) next += 1;
  for (let i = 0; i < length; i += 1) if (codePoints[at - length + i] !== codePoints[next + i]) return false;
  return true;
}
