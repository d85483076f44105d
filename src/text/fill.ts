import type { Length } from '../base/index.ts';
import { type Breakable, giveOf, type LineRange, rangeOf, widthOf } from './breakable.ts';
import { Place } from './breaks.ts';
import { partingPlace } from './parted.ts';

/** How wide lines are: all but the first are `width`, the first is shorter by `indent`. */
export type Measure = {
  readonly width: Length;
  readonly indent: Length;
  /** Whether a line may be squeezed a little to take one more character. */
  readonly elastic: boolean;
};

/**
 * Breaks a paragraph so that each line takes as much as fits. A line is squeezed to take the next stretch where that
 * changes less than leaving it out (CLREQ 6.1.1: push in first, then push out). A stretch that is wider than the line is
 * broken where it does least harm: nothing is lost. There is always at least one line.
 */
export function fillLines(breakable: Breakable, measure: Measure): LineRange[] {
  const count = breakable.blank.length;
  const lines: LineRange[] = [];
  const goodBehind = openGoodPlaces(breakable.places);
  let start = 0;
  do {
    const room = lines.length === 0 ? measure.width - measure.indent : measure.width;
    const next = lineEnd(breakable, start, { room, elastic: measure.elastic, goodBehind });
    // Blanks that end a text of one line were typed to move it, and stay where there is room.
    const whole = start === 0 && next === count && (breakable.spacing.right[count - 1] ?? 0) <= room;
    lines.push(whole ? { start, end: next, next } : rangeOf(breakable, start, next));
    start = next;
  } while (start < count);
  return lines;
}

/** The room for a line; `goodBehind` finds the next good place behind a character. */
type Room = { readonly room: number; readonly elastic: boolean; readonly goodBehind: (at: number) => number };

/** The character with which the line ends that begins at `start`: the first of the next line. */
function lineEnd(breakable: Breakable, start: number, { room, elastic, goodBehind }: Room): number {
  const { places, blank } = breakable;
  const count = places.length;
  const over = widthOf(breakable, start, count) - room;
  if (over <= 0 || (elastic && over <= giveOf(breakable, start, count))) return count;
  const full = firstBeyond(breakable, start, room);
  const loose = lastPlace(places, { from: full, downTo: start, place: Place.good });
  const tight = goodBehind(full);
  if (elastic) {
    const squeeze = widthOf(breakable, start, tight) - room;
    const enough = squeeze <= giveOf(breakable, start, tight);
    if (enough && (loose === start || squeeze < room - widthOf(breakable, start, loose))) return tight;
  }
  if (loose > start && widthOf(breakable, loose, tight) <= room) return loose;
  // What follows would be broken in any case: break it here where it may be, else begin it on a line of its own.
  const reluctant = lastPlace(places, { from: full, downTo: loose, place: Place.reluctant });
  if (reluctant > loose) return reluctant;
  const resort = lastPlace(places, { from: full, downTo: loose, place: Place.lastResort });
  if (resort > loose) return resort;
  if (loose > start) return loose;
  let end = Math.max(full, start + 1);
  while (blank[end]) end += 1;
  return end < count ? partingPlace(breakable, start, end) : end;
}

/** The first character that does not fit, where not all of them do; blanks before it hang. */
function firstBeyond(breakable: Breakable, start: number, room: number): number {
  const { spacing, blank } = breakable;
  const limit = (spacing.left[start] as number) + (spacing.startTrim[start] as number) + room;
  let low = start;
  let high = blank.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spacing.right[middle] as number) > limit) high = middle;
    else low = middle + 1;
  }
  if (widthOf(breakable, start, low + 1) <= room) low += 1;
  while (blank[low]) low += 1;
  return low;
}

/** The last place of a kind from `from` down to `downTo`; `downTo` where there is none. */
function lastPlace(
  places: readonly Place[],
  { from, downTo, place }: { readonly from: number; readonly downTo: number; readonly place: Place },
): number {
  let at = from;
  while (at > downTo && places[at] !== place) at -= 1;
  return at;
}

/** Finds the next good place behind a character, or the paragraph's end; where there is none it is searched once. */
function openGoodPlaces(places: readonly Place[]): (at: number) => number {
  let from = 0;
  let good = 0;
  return (at) => {
    if (at >= from && at < good) return good;
    from = at;
    good = at + 1;
    while (good < places.length && places[good] !== Place.good) good += 1;
    good = Math.min(good, places.length);
    return good;
  };
}

/** The lines that begin at a forbidden place, because what stands before is wider than the line. */
export function forcedBreaks({ places }: Breakable, lines: readonly LineRange[]): readonly number[] {
  const forced: number[] = [];
  for (const { start } of lines) if (start > 0 && places[start] === Place.never) forced.push(start);
  return forced;
}
