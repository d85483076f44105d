/** The code points of a text. */
export const codePointsOf = (text: string): ReadonlySet<number> =>
  new Set(Array.from(text, (character) => character.codePointAt(0) as number));

/** Brackets and quotation marks: the closing one of each pair stands at the same place as the opening one. */
export const BRACKETS = {
  /** Of full width: half of their square is empty. */
  wide: { open: '（《「『【〔〈〖［｛“‘〘〚', close: '）》」』】〕〉〗］｝”’〙〛' },
  narrow: { open: '([{｢', close: ')]}｣' },
} as const;

const opening = codePointsOf(BRACKETS.wide.open + BRACKETS.narrow.open);
const closing = codePointsOf(BRACKETS.wide.close + BRACKETS.narrow.close);

export const isOpeningBracket = (codePoint: number): boolean => opening.has(codePoint);

export const isClosingBracket = (codePoint: number): boolean => closing.has(codePoint);

/** Stops of full width (GB/T 15834-2011). */
export const STOPS = '、，。．：；！？';

/** The straight quotation mark. */
export const QUOTE = 0x22;
/** Half of a Chinese dash. */
export const DASH = 0x2014;

const hyphens = codePointsOf('-－');

/** A hyphen, which may also be a minus. */
export const isHyphen = (codePoint = 0): boolean => hyphens.has(codePoint);

/** A digit, also one of full width. */
export const isDigit = (codePoint: number | undefined): boolean =>
  codePoint !== undefined && ((codePoint >= 0x30 && codePoint <= 0x39) || (codePoint >= 0xff10 && codePoint <= 0xff19));

/** A letter of ASCII. */
export const isLetter = (codePoint: number | undefined): boolean =>
  codePoint !== undefined && ((codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x61 && codePoint <= 0x7a));

/** A letter or digit of full width. */
export const isFullWidth = (codePoint: number): boolean =>
  (codePoint >= 0xff10 && codePoint <= 0xff19) ||
  (codePoint >= 0xff21 && codePoint <= 0xff3a) ||
  (codePoint >= 0xff41 && codePoint <= 0xff5a);

const superscripts = codePointsOf('¹²³');

/** What words and numbers are made of: letters and digits, also of full width, combining marks, indices. */
export function isOfWord(codePoint: number): boolean {
  if (codePoint < 0x80) return isLetter(codePoint) || isDigit(codePoint);
  if (codePoint >= 0xff00) return isFullWidth(codePoint);
  if (codePoint >= 0x2070) return codePoint <= 0x209c;
  // Latin, Greek and Cyrillic, without × and ÷.
  return (
    superscripts.has(codePoint) || (codePoint >= 0xc0 && codePoint < 0x590 && codePoint !== 0xd7 && codePoint !== 0xf7)
  );
}

/** A Han character, not a mark or a symbol of full width. */
export const isHan = (codePoint: number): boolean =>
  (codePoint >= 0x3400 && codePoint <= 0x9fff) ||
  codePoint >= 0x20000 ||
  codePoint === 0x3007 ||
  (codePoint >= 0xf900 && codePoint <= 0xfaff);

const magnitudes = codePointsOf('十百千万亿');

/** A Han that goes on with a number (4128.5万). */
export const isMagnitude = (codePoint: number): boolean => magnitudes.has(codePoint);

/** A number of a list in one square: ① ⑴ ⒈ ㈠ ㊀ ❶. */
export const isEnumerator = (codePoint: number): boolean =>
  codePoint >= 0x2460 &&
  (codePoint <= 0x249b ||
    (codePoint >= 0x24ea && codePoint <= 0x24fe) ||
    (codePoint >= 0x2776 && codePoint <= 0x2793) ||
    (codePoint >= 0x3220 && codePoint <= 0x3229) ||
    (codePoint >= 0x3251 && codePoint <= 0x325f) ||
    (codePoint >= 0x3280 && codePoint <= 0x3289) ||
    (codePoint >= 0x32b1 && codePoint <= 0x32bf));
