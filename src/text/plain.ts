import type { Length } from '../base/index.ts';
import { Place } from './breaks.ts';
import type { Breakable } from './fill.ts';
import { Joint } from './spacing.ts';
import { zeros } from './zeros.ts';

/** A paragraph as readers of flow documents set it: characters in their own widths, and the Han–Latin gap; in mpt. */
export type PlainText = {
  /** Where each character begins and ends on an endless line. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** How many characters up to and with each one can be set closer. */
  readonly closer: readonly number[];
  /** Whether a line may begin with a character. */
  readonly begins: readonly number[];
  readonly blank: readonly number[];
};

/** Between Han and Western characters Word puts a quarter of an em, LibreOffice a fifth. */
const GAP = 1 / 4;

const QUOTE = 0x22;
const SLASHES: ReadonlySet<number | undefined> = new Set([0x2f, 0xff0f]);

/**
 * The plain setting of a paragraph, no narrower than Word and LibreOffice set it:
 * - they part numbers from their units, but not at a slash nor at a straight quotation mark (UAX 14, LB13 and LB19);
 * - LibreOffice sets nothing closer to a character of another script, nor at the end.
 */
export function plainText({ shaped, spacing, places, blank }: Breakable): PlainText {
  const { advances, codePoints, style } = shaped;
  const count = advances.length;
  const left = zeros(count);
  const right = zeros(count);
  const closer = zeros(count);
  const begins = zeros(count);
  const gap = style.size * GAP;
  let x = 0;
  let closed = 0;
  for (let i = 0; i < count; i += 1) {
    if (spacing.joints[i] === Joint.gap) x += gap;
    left[i] = x;
    x += advances[i] as number;
    right[i] = x;
    if (i + 1 < count && isWestern(codePoints[i]) === isWestern(codePoints[i + 1])) closed += 1;
    closer[i] = closed;
    const may = places[i] === Place.good || places[i] === Place.reluctant;
    const before = codePoints[i - 1];
    if (may && !SLASHES.has(before) && before !== QUOTE && codePoints[i] !== QUOTE) begins[i] = 1;
  }
  return { left, right, closer, begins, blank };
}

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

/** With which characters the lines begin when each takes as much as fits; what fits nowhere is broken anywhere. */
export function plainStarts(text: PlainText, { width, indent, added }: PlainMeasure): number[] {
  const { begins, blank } = text;
  const starts = [0];
  let start = 0;
  let chance = 0;
  for (let i = 0; i < begins.length; i += 1) {
    if (begins[i]) chance = i;
    if (blank[i] || i === start) continue;
    if (widthIn(text, start, i, added) <= (start === 0 ? width - indent : width)) continue;
    start = chance > start ? chance : i;
    starts.push(start);
    // What was carried over may itself be too wide.
    i = start;
  }
  return starts;
}

/** The width of the characters `first … last`, both included. */
export function widthIn({ left, right, closer }: PlainText, first: number, last: number, added = 0): number {
  const width = (right[last] ?? 0) - (left[first] ?? 0);
  return added === 0 ? width : width + ((closer[last - 1] ?? 0) - (closer[first - 1] ?? 0)) * added;
}

/** The last character of the stretch that begins with a character and is not parted. */
export function stretchEnd({ begins, blank }: PlainText, start: number): number {
  let end = start + 1;
  while (end < begins.length && !begins[end]) end += 1;
  while (end > start + 1 && blank[end - 1]) end -= 1;
  return end - 1;
}
