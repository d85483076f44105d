import type { Length } from '../base/index.ts';
import { type Breakable, endOfInk } from './breakable.ts';
import { Place } from './breaks.ts';
import { codePointsOf, QUOTE } from './characters.ts';
import { breakClass } from './classes.ts';
import { Joint } from './spacing.ts';
import { zeros } from './zeros.ts';

/** A paragraph as readers of flow documents set it: characters in their own widths, and the Han–Latin gap; in mpt. */
export type PlainText = {
  /** Where each character begins and ends on an endless line. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Whether a line may begin with a character. */
  readonly begins: readonly number[];
  readonly blank: readonly number[];
};

/** Between Han and Western characters Word puts a quarter of an em, LibreOffice a fifth. */
const GAP = 1 / 4;

const SLASH = 0x2f;
const FULL_WIDTH_SLASH = 0xff0f;

/** Closing marks behind which readers begin a line with a Western word too (UAX 14: EX, NS, BA, ID). */
const LETTING_GO = codePointsOf('；：！？!?～〜・〻々–㎡');
/** Signs of full width before which they do so behind a Western word. */
const FULL_WIDTH_SIGNS = codePointsOf('＞＜＝＋－');

/** The plain setting of a paragraph, no narrower than Word and LibreOffice set it. */
export function plainText(breakable: Breakable): PlainText {
  const { shaped, spacing, blank } = breakable;
  const { advances, style } = shaped;
  const count = advances.length;
  const left = zeros(count);
  const right = zeros(count);
  const begins = zeros(count);
  const gap = style.size * GAP;
  let x = 0;
  for (let i = 0; i < count; i += 1) {
    if (spacing.joints[i] === Joint.gap) x += gap;
    left[i] = x;
    x += advances[i] as number;
    right[i] = x;
    if (mayBegin(breakable, i)) begins[i] = 1;
  }
  return { left, right, begins, blank };
}

/**
 * Whether Word and LibreOffice may begin a line with a character: they part numbers from their units, but break neither at
 * a slash nor at a straight quotation mark (UAX 14, LB13 and LB19).
 */
function mayBegin({ shaped: { codePoints }, places }: Breakable, i: number): boolean {
  if (places[i] !== Place.good && places[i] !== Place.reluctant) return false;
  const before = codePoints[i - 1];
  const after = codePoints[i] as number;
  if (before === SLASH || before === FULL_WIDTH_SLASH || before === QUOTE || after === QUOTE) return false;
  return !holds(before as number, after);
}

/**
 * Whether LibreOffice holds two characters together that CLREQ lets part: a closing mark or a unit sign and the letter or
 * digit behind it, a letter or digit and the opening mark or sign behind it (UAX 14, LB24, LB25, LB29, LB30).
 */
function holds(before: number, after: number): boolean {
  if (isLetterOrDigit(after)) {
    const own = breakClass(before);
    return (own === 'close' || own === 'postfix') && !LETTING_GO.has(before);
  }
  if (!isLetterOrDigit(before)) return false;
  const own = breakClass(after);
  return own === 'open' || (own === 'prefix' && !FULL_WIDTH_SIGNS.has(after));
}

const isLetterOrDigit = (codePoint: number): boolean => isWestern(codePoint) && breakClass(codePoint) === 'word';

/** The width of a whole plain paragraph on one line. */
export function plainWidth({ shaped: { advances, style }, spacing: { joints } }: Breakable): number {
  const gap = style.size * GAP;
  let width = 0;
  for (let i = 0; i < advances.length; i += 1) width += (advances[i] as number) + (joints[i] === Joint.gap ? gap : 0);
  return width;
}

const isWestern = (codePoint = 0): boolean => codePoint < 0x0590;

/** The measure of a plain paragraph; `added` is put behind each character and may be negative. */
export type PlainMeasure = { readonly width: Length; readonly indent: Length; readonly added: number };

/**
 * With which characters the lines begin when each takes as much as fits; what fits nowhere is broken anywhere. LibreOffice
 * sets nothing closer to a character of another script, nor at the end.
 */
export function plainStarts(breakable: Breakable, { width, indent, added }: PlainMeasure): number[] {
  const { shaped, spacing, blank } = breakable;
  const { advances, codePoints, style } = shaped;
  const count = advances.length;
  const gap = style.size * GAP;
  const starts = [0];
  // Of a line's first character and of the last one that may begin the next: its number, where it begins on an endless
  // line, and how many characters before it can be set closer.
  let start = 0;
  let startLeft = 0;
  let startClosed = 0;
  let chance = 0;
  let chanceLeft = 0;
  let chanceClosed = 0;
  let right = 0;
  let closed = 0;
  for (let i = 0; i < count; i += 1) {
    const left = spacing.joints[i] === Joint.gap ? right + gap : right;
    right = left + (advances[i] as number);
    if (mayBegin(breakable, i)) {
      chance = i;
      chanceLeft = left;
      chanceClosed = closed;
    }
    const room = start === 0 ? width - indent : width;
    if (i !== start && !blank[i] && right - startLeft + (closed - startClosed) * added > room) {
      const carries = chance > start;
      start = carries ? chance : i;
      startLeft = carries ? chanceLeft : left;
      startClosed = carries ? chanceClosed : closed;
      starts.push(start);
      // What was carried over may itself be too wide.
      i = start;
      right = startLeft + (advances[i] as number);
      closed = startClosed;
    }
    if (isWestern(codePoints[i]) === isWestern(codePoints[i + 1])) closed += 1;
  }
  return starts;
}

/** The width of the characters `first … last`, both included. */
export const widthIn = ({ left, right }: PlainText, first: number, last: number): number =>
  (right[last] ?? 0) - (left[first] ?? 0);

/** The last character of the stretch that begins with a character and is not parted. */
export function stretchEnd({ begins, blank }: PlainText, start: number): number {
  let end = start + 1;
  while (end < begins.length && !begins[end]) end += 1;
  return endOfInk(blank, start, end) - 1;
}
