import { BRACKETS, codePointsOf, isClosingBracket, isOpeningBracket, STOPS } from './characters.ts';
import { LONGEST_UNIT, unitAt } from './units.ts';

/** How a character behaves at the end and at the start of a line. */
export type BreakClass =
  | 'han'
  | 'open'
  | 'close'
  | 'dash'
  | 'prefix'
  | 'postfix'
  | 'word'
  | 'joiner'
  | 'slash'
  | 'space'
  | 'glue';

/**
 * Characters of each class; all others are `han`, where a line may break on both sides.
 * - `open`: never at a line's end; `close`: never at a line's start (CLREQ 6.1.1: stops, closing marks, connector
 *   marks, interpuncts; GB/T 15834-2011);
 * - `dash`: —— and …… are not parted (CLREQ 6.1.2);
 * - `prefix`, `postfix`: a sign or a unit sign is not parted from its number (CLREQ 6.1.2); an operator begins a line
 *   rather than end one;
 * - `word`: letters and digits; `joiner`: belongs to a word between two of its characters (CLREQ 6.1.4);
 * - `slash`: never at a line's start, and at the GB-style level not at its end either (CLREQ 6.1.1).
 */
const characters: Readonly<Record<Exclude<BreakClass, 'han'>, string>> = {
  open: BRACKETS.wide.open + BRACKETS.narrow.open,
  close: `${STOPS}${BRACKETS.wide.close}${BRACKETS.narrow.close}!?;:,·・～〜–々〻ー`,
  dash: '—…‥⋯─',
  prefix: '≥≤＞＜＝≈±+-−￥¥$＄№#>=<＋－*×÷',
  postfix: '%％‰‱℃°′″￠¢㎡',
  word: '',
  joiner: '.,:\'’·-－_@&+*=×~^|\\"?',
  slash: '/／',
  space: ' \t\u3000',
  glue: '\u00a0\u2060\ufeff\u202f',
};

const QUOTE = 0x22;
const HYPHENS: ReadonlySet<number> = codePointsOf('-－');

/** A hyphen, which may also be a minus. */
export const isHyphen = (codePoint = 0): boolean => HYPHENS.has(codePoint);

const DASH = 0x2014;

const classOf = new Map<number, BreakClass>();
for (const [name, list] of Object.entries(characters)) {
  if (name === 'joiner') continue;
  for (const character of list) classOf.set(character.codePointAt(0) as number, name as BreakClass);
}
const joiners = codePointsOf(characters.joiner);

/** Han that go on with a number (4128.5万). */
export const magnitudes: ReadonlySet<number> = codePointsOf('十百千万亿');

/** The class of a code point without its neighbours. */
export function breakClass(codePoint: number): BreakClass {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'han';
  // Units in one square, such as ㎡ and ㎏.
  if (codePoint >= 0x3380 && codePoint <= 0x33df) return 'postfix';
  const known = classOf.get(codePoint);
  if (known !== undefined) return known;
  if (isWord(codePoint)) return 'word';
  return joiners.has(codePoint) ? 'joiner' : 'han';
}

/** Whether a character stands at no line's start, wherever it is found. */
export const isClosing = (codePoint: number): boolean => {
  const own = breakClass(codePoint);
  return own === 'close' || own === 'postfix' || own === 'slash';
};

/** Whether it stands at no line's end. */
export const isOpening = (codePoint: number): boolean => {
  const own = breakClass(codePoint);
  return own === 'open' || own === 'prefix';
};

/**
 * The class of each character among its neighbours: a straight `"` opens and closes by turns, a sign between two letters
 * or digits joins them (3.0, 4,128.5, e-mail), so does a hyphen between two numbers (80%-90%, 10万-20万元), and a single — or - between two texts is a connector mark.
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
      const single = i > 0 && codePoints[i - 1] !== DASH && codePoints[i + 1] !== DASH;
      if (single) classes[i] = 'close';
    } else if (joiners.has(codePoint)) {
      const before = classes[i - 1];
      const number = before === 'postfix' || magnitudes.has(codePoints[i - 1] as number);
      const next = i + 1 < count ? breakClass(codePoints[i + 1] as number) : 'han';
      const hyphen = isHyphen(codePoint);
      const range = hyphen && number && isDigit(codePoints[i + 1]);
      const inWord = (before === 'word' && next === 'word') || range;
      if (inWord) classes[i] = 'joiner';
      else if (own === 'joiner' || (hyphen && connects(codePoints, i))) classes[i] = 'close';
    }
  }
  return classes;
}

/**
 * Whether a hyphen stands between two texts, in brackets or not, or two numbers with their units (1月-12月), and is no sign
 * (为-3.5).
 */
function connects(codePoints: readonly number[], at: number): boolean {
  const before = codePoints[at - 1] ?? 0;
  const after = codePoints[at + 1] ?? 0;
  if (isDigit(after)) return endsMeasure(codePoints, at);
  return (isText(before) || isClosingBracket(before)) && (isText(after) || isOpeningBracket(after));
}

const isText = (codePoint: number): boolean => isHan(codePoint) || isWord(codePoint);

/** Whether a number with its unit ends before a place. */
function endsMeasure(codePoints: readonly number[], at: number): boolean {
  for (let length = 1; length <= LONGEST_UNIT; length += 1) {
    const last = codePoints[at - length - 1] ?? 0;
    if ((isDigit(last) || magnitudes.has(last)) && unitAt(codePoints, at - length) === length) return true;
  }
  return false;
}

/** Whether a code point is a Han character (not a mark or a symbol of full width). */
export const isHan = (codePoint: number): boolean =>
  (codePoint >= 0x3400 && codePoint <= 0x9fff) ||
  codePoint >= 0x20000 ||
  codePoint === 0x3007 ||
  (codePoint >= 0xf900 && codePoint <= 0xfaff);

export const isDigit = (codePoint: number | undefined): boolean =>
  codePoint !== undefined && ((codePoint >= 0x30 && codePoint <= 0x39) || (codePoint >= 0xff10 && codePoint <= 0xff19));

const SUPERSCRIPTS: ReadonlySet<number> = codePointsOf('¹²³');

/** Letters and digits of full width. */
export const isFullWidth = (codePoint: number): boolean =>
  (codePoint >= 0xff10 && codePoint <= 0xff19) ||
  (codePoint >= 0xff21 && codePoint <= 0xff3a) ||
  (codePoint >= 0xff41 && codePoint <= 0xff5a);

/** ASCII letters and digits, those of full width, Latin, Greek and Cyrillic letters, combining marks, indices. */
function isWord(codePoint: number): boolean {
  if (codePoint < 0x80) {
    return (
      (codePoint >= 0x30 && codePoint <= 0x39) ||
      (codePoint >= 0x41 && codePoint <= 0x5a) ||
      (codePoint >= 0x61 && codePoint <= 0x7a)
    );
  }
  if (codePoint >= 0xff00) return isFullWidth(codePoint);
  if (codePoint >= 0x2070) return codePoint <= 0x209c;
  return (
    SUPERSCRIPTS.has(codePoint) || (codePoint >= 0xc0 && codePoint < 0x590 && codePoint !== 0xd7 && codePoint !== 0xf7)
  );
}
