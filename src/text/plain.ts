import type { Length } from '../base/index.ts';
import { Place } from './breaks.ts';
import type { Breakable } from './fill.ts';
import { Joint } from './spacing.ts';

/** Where each character begins and ends on an endless line that nothing is squeezed or stretched on, in mpt. */
export type PlainText = { readonly left: Float64Array; readonly right: Float64Array };

/** Between Han and Western characters Word puts a quarter of an em, LibreOffice a fifth. */
const GAP = 1 / 4;

/** A paragraph as readers of flow documents set it: characters in their own widths, and the Han–Latin gap. */
export function plainText({ shaped, spacing }: Breakable): PlainText {
  const { advances, style } = shaped;
  const left = new Float64Array(advances.length);
  const right = new Float64Array(advances.length);
  const gap = style.size * GAP;
  let x = 0;
  for (let i = 0; i < advances.length; i += 1) {
    if (spacing.joints[i] === Joint.gap) x += gap;
    left[i] = x;
    x += advances[i] as number;
    right[i] = x;
  }
  return { left, right };
}

/** The measure of a plain paragraph; `added` is put behind each character and may be negative. */
export type PlainMeasure = { readonly width: Length; readonly indent: Length; readonly added: number };

/**
 * With which characters the lines begin when each takes as much as fits, the way Word and LibreOffice break: between
 * words, at our break places, and anywhere where nothing else is left.
 */
export function plainStarts({ places, blank }: Breakable, text: PlainText, measure: PlainMeasure): number[] {
  const { width, indent, added } = measure;
  const count = places.length;
  const starts = [0];
  let start = 0;
  let chance = 0;
  for (let i = 0; i < count; i += 1) {
    if (places[i] === Place.good || places[i] === Place.reluctant) chance = i;
    if (blank[i]) continue;
    const room = start === 0 ? width - indent : width;
    if (widthIn(text, start, i, added) <= room || i === start) continue;
    const next = chance > start ? chance : i;
    starts.push(next);
    start = next;
    // What was carried over may itself be too wide.
    i = Math.max(start - 1, 0);
    chance = start;
  }
  return starts;
}

/** The width of the characters `first … last`, both included. */
export const widthIn = ({ left, right }: PlainText, first: number, last: number, added: number): number =>
  (right[last] ?? 0) - (left[first] ?? 0) + (last - first + 1) * added;

/** The last character of the stretch that begins with a character and is not parted. */
export function stretchEnd({ places, blank }: Breakable, start: number): number {
  let end = start + 1;
  while (end < places.length && places[end] !== Place.good && places[end] !== Place.reluctant) end += 1;
  while (end > start + 1 && blank[end - 1]) end -= 1;
  return end - 1;
}
