import { hasHan } from './han.ts';

/** Characters that do not begin a line, and those that do not end one (CLREQ 6.1.1). */
const CLOSING = /^[、，。．：；！？）》」』】〕〉〗］｝”’)\]}!?;:,.·・～〜–々〻%％‰℃°㎡/／—…]/u;
const OPENING = /[（《「『【〔〈〖［｛“‘([{—…/／￥¥$≥≤＞＜≈±+＋*＊×÷\-－]$/u;
/** A number holds on to its unit and its magnitude, and a solidus to what stands behind it. */
const NUMBER_END = /[\d.]$/u;
const MAGNITUDE = /[十百千万亿]$/u;
const UNIT = /^[十百千万亿个人次元年月日天户家项件条套台岁倍名位份处场]/u;
/** Letters, digits and the signs between them hold together (CLREQ 6.1.4). */
const WORD_END = /[\p{Script=Latin}\d.,:'_@&+=~^|\\"-]$/u;
const WORD_START = /^[\p{Script=Latin}\d.,:'_@&+=~^|\\"-]/u;

/** Other programs keep brackets with the letters and digits at their outer side too (UAX #14, LB30). */
const BRACKET_END = /[)\]]$/u;
const BRACKET_START = /^[([]/u;
const ALPHANUMERIC_END = /[\p{Script=Latin}\d]$/u;
const ALPHANUMERIC_START = /^[\p{Script=Latin}\d]/u;

/** Names such as GB/T 9704 are not parted. */
const LETTER = /[A-Za-z]$/u;

/** The room between two characters of two lines if they stood on one: a quarter between Han and letters or digits (ems). */
export const gapBetween = (before: string, after: string): number =>
  (hasHan(before) && ALPHANUMERIC_START.test(after)) || (ALPHANUMERIC_END.test(before) && hasHan(after)) ? 0.25 : 0;

/** The index behind the stretch that begins at `start` and that some program may not part by a line break. */
export function stretchEnd(texts: readonly string[], start: number): number {
  const at = (index: number): string => texts[index] ?? '';
  const isInName = (end: number): boolean => at(end) === ' ' && LETTER.test(at(end - 1)) && /^\d/u.test(at(end + 1));
  let end = start + 1;
  while (end < texts.length && (mayHold(at(end - 1), at(end)) || isInName(end) || isInName(end - 1))) end += 1;
  return end;
}

/** Whether a line may not break between two characters, as far as their kinds tell. */
export const holds = (before: string, after: string): boolean =>
  before.trim() !== '' &&
  after.trim() !== '' &&
  (CLOSING.test(after) ||
    OPENING.test(before) ||
    (NUMBER_END.test(before) && UNIT.test(after)) ||
    (MAGNITUDE.test(before) && UNIT.test(after)) ||
    (WORD_END.test(before) && WORD_START.test(after)));

const mayHold = (before: string, after: string): boolean =>
  holds(before, after) ||
  (BRACKET_END.test(before) && ALPHANUMERIC_START.test(after)) ||
  (ALPHANUMERIC_END.test(before) && BRACKET_START.test(after));
