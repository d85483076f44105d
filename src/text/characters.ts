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
