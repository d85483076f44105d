import type { BreakLevel } from '../base/index.ts';
import { breakPlaces, Place } from './breaks.ts';
import { breakClasses } from './classes.ts';
import type { Shaped } from './shape.ts';
import { type Spacing, spaceOut } from './spacing.ts';
import { countStretchable, type StretchCounts } from './stretch-counts.ts';
import { zeros } from './zeros.ts';

/** A paragraph that is ready to be broken at any width. */
export type Breakable = {
  readonly shaped: Shaped;
  /** For each character what it would be to begin a line with it. */
  readonly places: readonly Place[];
  /** For each character 1 if it is a blank, else 0. */
  readonly blank: readonly number[];
  readonly spacing: Spacing;
  /** How many of the joints up to and with joint i can be stretched. */
  readonly stretch: StretchCounts;
};

/** A line: characters `start … end` stand on it, `end … next` are blanks dropped at its end. */
export type LineRange = { readonly start: number; readonly end: number; readonly next: number };

/** Finds out where a paragraph may be broken and where its characters stand. */
export function makeBreakable(shaped: Shaped, level: BreakLevel): Breakable {
  const { codePoints } = shaped;
  const classes = breakClasses(codePoints);
  const blank = zeros(codePoints.length);
  for (let i = 0; i < classes.length; i += 1) if (classes[i] === 'space') blank[i] = 1;
  const places = breakPlaces(codePoints, classes, level);
  const spacing = spaceOut(shaped, classes);
  return { shaped, places, blank, spacing, stretch: countStretchable(places, spacing.joints) };
}

/** The end of a range without the blanks there; a first character that is one stays. */
export function endOfInk(blank: readonly number[], start: number, next: number): number {
  let end = next;
  while (end > start + 1 && blank[end - 1]) end -= 1;
  return end;
}

/** The range of a line that ends before character `next`. */
export const rangeOf = ({ blank }: Breakable, start: number, next: number): LineRange => ({
  start,
  end: endOfInk(blank, start, next),
  next,
});

/** The width of a range as it stands on a line of its own, blanks at its end and halves of marks at both ends cut off. */
export function widthOf({ spacing, blank }: Breakable, start: number, next: number): number {
  const end = endOfInk(blank, start, next);
  if (end <= start) return 0;
  const { left, right, startTrim, endTrim } = spacing;
  const trims = (startTrim[start] as number) + (endTrim[end - 1] as number);
  return (right[end - 1] as number) - (left[start] as number) - trims;
}

/** How much a range can be squeezed as it stands on a line of its own. */
export function giveOf({ spacing: { give }, blank }: Breakable, start: number, next: number): number {
  const end = endOfInk(blank, start, next);
  return end > start + 1 ? (give[end - 1] as number) - (give[start] as number) : 0;
}

/** A stretch of characters from `start` up to, and without, `end`. */
export type Stretch = { readonly start: number; readonly end: number };

/** The unbreakable stretch of characters around a place. */
export const stretchAround = ({ places }: Breakable, at: number): Stretch =>
  around(places, at, (place) => place === Place.never);

/** The word around a place: an address is one, though it may be broken behind its signs as a last resort. */
export const wordAround = ({ places }: Breakable, at: number): Stretch =>
  around(places, at, (place) => place === Place.never || place === Place.lastResort);

function around(places: readonly Place[], at: number, holds: (place: Place) => boolean): Stretch {
  let start = at;
  while (start > 0 && holds(places[start] as Place)) start -= 1;
  let end = at + 1;
  while (end < places.length && holds(places[end] as Place)) end += 1;
  return { start, end };
}
