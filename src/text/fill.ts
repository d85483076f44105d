import type { BreakLevel, Length } from '../base/index.ts';
import { breakPlaces, Place } from './breaks.ts';
import { isDigit, isHyphen } from './characters.ts';
import { breakClass, breakClasses, isClosing, isOpening } from './classes.ts';
import type { Shaped } from './shape.ts';
import { type Spacing, spaceOut } from './spacing.ts';
import { countStretchable, type StretchCounts } from './stretch-counts.ts';
import { zeros } from './zeros.ts';

/** Characters `start … end` stand on the line, `end … next` are blanks dropped at its end. */
export type LineRange = { readonly start: number; readonly end: number; readonly next: number };

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

/** How wide lines are: all but the first are `width`, the first is shorter by `indent`. */
export type Measure = {
  readonly width: Length;
  readonly indent: Length;
  /** Whether a line may be squeezed a little to take one more character. */
  readonly elastic: boolean;
};

export function makeBreakable(shaped: Shaped, level: BreakLevel): Breakable {
  const { codePoints } = shaped;
  const classes = breakClasses(codePoints);
  const blank = zeros(codePoints.length);
  for (let i = 0; i < classes.length; i += 1) if (classes[i] === 'space') blank[i] = 1;
  const places = breakPlaces(codePoints, classes, level);
  const spacing = spaceOut(shaped, classes);
  return { shaped, places, blank, spacing, stretch: countStretchable(places, spacing.joints) };
}

/** The width of a range as it stands on a line of its own, blanks at its end and halves of marks at both ends cut off. */
export function widthOf({ spacing, blank }: Breakable, start: number, next: number): number {
  let end = next;
  while (end > start + 1 && blank[end - 1]) end -= 1;
  if (end <= start) return 0;
  const { left, right, startTrim, endTrim } = spacing;
  const trims = (startTrim[start] as number) + (endTrim[end - 1] as number);
  return (right[end - 1] as number) - (left[start] as number) - trims;
}

/** How much a range can be squeezed as it stands on a line of its own. */
export function giveOf(breakable: Breakable, start: number, next: number): number {
  const { give } = breakable.spacing;
  const { end } = rangeOf(breakable, start, next);
  return end > start + 1 ? (give[end - 1] as number) - (give[start] as number) : 0;
}

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

/** The range of a line that ends before character `next`. */
export function rangeOf({ blank }: Breakable, start: number, next: number): LineRange {
  let end = next;
  while (end > start + 1 && blank[end - 1]) end -= 1;
  return { start, end, next };
}

type Room = { readonly room: number; readonly elastic: boolean; readonly goodBehind: (at: number) => number };

function lineEnd(breakable: Breakable, start: number, { room, elastic, goodBehind }: Room): number {
  const { places, blank } = breakable;
  const count = places.length;
  const over = widthOf(breakable, start, count) - room;
  if (over <= 0 || (elastic && over <= giveOf(breakable, start, count))) return count;
  const full = firstBeyond(breakable, start, room);
  const loose = lastPlace(places, { from: full, downTo: start, place: Place.good });
  const tight = goodBehind(Math.max(loose, full));
  if (elastic && tight > full) {
    const squeeze = widthOf(breakable, start, tight) - room;
    const enough = squeeze <= giveOf(breakable, start, tight);
    if (enough && (loose === start || squeeze < room - widthOf(breakable, start, loose))) return tight;
  }
  if (loose > start && (tight - loose < 2 || widthOf(breakable, loose, tight) <= room)) return loose;
  // What follows would be broken in any case: break it here where it may be, else begin it on a line of its own.
  const reluctant = lastPlace(places, { from: full, downTo: loose, place: Place.reluctant });
  if (reluctant > loose) return reluctant;
  const resort = lastPlace(places, { from: full, downTo: loose, place: Place.lastResort });
  if (resort > loose) return resort;
  if (loose > start) return loose;
  let end = Math.max(full, start + 1);
  while (end < count && blank[end]) end += 1;
  return end < count ? besideMarks(breakable, start, end) : end;
}

/**
 * Where a word that fits nowhere is parted: as late as it may be without a mark that would stand at the wrong end of a line,
 * a number behind the last comma of its thousands, a code behind its last hyphen.
 */
function besideMarks({ shaped: { codePoints }, blank }: Breakable, start: number, end: number): number {
  const splits = (at: number): boolean => {
    const next = codePoints[at] as number;
    return (
      blank[at] === 1 ||
      (isOpening(codePoints[at - 1] as number) && !isConnector(codePoints, at - 1)) ||
      isClosing(next) ||
      // A point of a number, a sign of an address.
      breakClass(next) === 'joiner'
    );
  };
  let at = behindSign(codePoints, start, end);
  while (at > start + 1 && splits(at)) at -= 1;
  return at > start + 1 ? at : end;
}

const COMMA = 0x2c;
const POINT = 0x2e;

/** A hyphen between the parts of a code or between two numbers. */
const isConnector = (codePoints: readonly number[], at: number): boolean =>
  isHyphen(codePoints[at]) && isDigit(codePoints[at - 1]);

/**
 * The place behind the last comma of a number, or the last hyphen of a code, that is parted at `end`; in front of its point
 * where it has neither.
 */
function behindSign(codePoints: readonly number[], start: number, end: number): number {
  const isInNumber = (i: number): boolean => isDigit(codePoints[i]) || codePoints[i] === POINT;
  if (!isInNumber(end) && !isConnector(codePoints, end) && !isClosing(codePoints[end] as number)) return end;
  if (!isDigit(codePoints[end - 1] === POINT ? codePoints[end - 2] : codePoints[end - 1])) return end;
  let at = end;
  while (at > start && isInNumber(at - 1)) at -= 1;
  const isBehindComma = codePoints[at - 1] === COMMA && isDigit(codePoints[at - 2]);
  if (at > start + 1 && (isBehindComma || isConnector(codePoints, at - 1))) return at;
  return codePoints[end - 1] === POINT ? end - 1 : end;
}

/** The first character that does not fit; blanks before it hang. */
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
  if (low < blank.length && widthOf(breakable, start, low + 1) <= room) low += 1;
  while (low < blank.length && blank[low]) low += 1;
  return low;
}

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
