import { BRACKETS, codePointsOf, isFullWidth, isHan, STOPS } from './characters.ts';
import type { BreakClass } from './classes.ts';
import type { Shaped } from './shape.ts';
import { zeros } from './zeros.ts';

/** What stands between two characters. */
export const Joint = {
  plain: 0,
  /** The gap between Han and Western characters. */
  gap: 1,
  /** A word space stands before it. */
  space: 2,
  /** The blank half of a mark. */
  blank: 3,
} as const;
export type Joint = (typeof Joint)[keyof typeof Joint];

/**
 * The places of a paragraph's characters on one endless line, in mpt, punctuation squeezed and gaps put in.
 * Joint i lies between characters i − 1 and i.
 */
export type Spacing = {
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** What is cut off at the left if the character begins a line, and at the right if it ends one. */
  readonly startTrim: readonly number[];
  readonly endTrim: readonly number[];
  readonly joints: readonly Joint[];
  /** How much all joints up to and with joint i can be squeezed. */
  readonly give: readonly number[];
};

/** Full-width marks whose right or left half is blank, by where GB/T 15834-2011 puts them in their square. */
const blankRight = codePointsOf(STOPS + BRACKETS.wide.close);
const blankLeft = codePointsOf(BRACKETS.wide.open);
/** Marks that some fonts put in the middle of their square; left alone in fonts with CFF outlines. */
const perhapsCentred = codePointsOf('！？');
const APOSTROPHE = 0x2019;
const PERCENT = 0x25;

/** A Han–Latin gap, and the least of it (CLREQ 6.3.3, 6.2.2.3), in parts of the size. */
const GAP = 1 / 4;
const LEAST_GAP = 1 / 8;
/** How much of the blank half of a mark may go before a line is broken elsewhere (CLREQ 6.1.1: push in first). */
const MARK_GIVE = 1 / 4;

/** Whether a mark's glyph has an empty half: on its right 1, on its left -1, none 0. */
function emptyHalf({ codePoints, glyphs, advances, style }: Shaped, i: number): -1 | 0 | 1 {
  const codePoint = codePoints[i] as number;
  if (codePoint < 0x2000 || (codePoint > 0x2060 && codePoint < 0x3000) || (codePoint > 0x3020 && codePoint < 0xff00))
    return 0;
  if ((advances[i] as number) < 0.9 * style.size) return 0;
  if (blankLeft.has(codePoint)) return -1;
  if (!blankRight.has(codePoint)) return 0;
  return perhapsCentred.has(codePoint) && glyphs[i]?.face.outlines === 'CFF' ? 0 : 1;
}

/**
 * Places the characters of a paragraph.
 * - Two marks side by side take 1½ em (CLREQ 6.3.2.2); at a line's start and end a mark takes half (CLREQ 6.3.2.3,
 *   GB/T 15834-2011 5.1.10).
 * - Between Han and Western letters, digits and percent signs stands a gap of ¼ em, but none where the author typed a
 *   space, and none beside Chinese marks (CLREQ 6.3.3).
 * - An apostrophe between two letters takes no more than half an em.
 */
export function spaceOut(shaped: Shaped, classes: readonly BreakClass[]): Spacing {
  const { codePoints, advances, style } = shaped;
  const count = codePoints.length;
  const left = new Array<number>(count);
  const right = new Array<number>(count);
  const startTrim = zeros(count);
  const endTrim = zeros(count);
  const joints = zeros(count) as Joint[];
  const give = new Array<number>(count);
  const half = Math.round(style.size / 2);
  const gap = Math.round(style.size * GAP);
  const gapGive = Math.round(style.size * (GAP - LEAST_GAP));
  const markGive = Math.round(style.size * MARK_GIVE);
  let x = 0;
  let before: -1 | 0 | 1 = 0;
  let given = 0;
  for (let i = 0; i < count; i += 1) {
    const empty = classes[i] === 'han' ? 0 : emptyHalf(shaped, i);
    if (empty === -1) startTrim[i] = half;
    else if (empty === 1) endTrim[i] = half;
    if (i > 0) {
      if (
        (before === 1 && (empty !== 0 || isApostrophe(codePoints, classes, i - 1))) ||
        (before === -1 && empty === -1)
      )
        x -= half;
      else if (before === 1 || empty === -1) {
        joints[i] = Joint.blank;
        given += markGive;
      } else if (isGap(codePoints, classes, i)) {
        joints[i] = Joint.gap;
        x += gap;
        given += gapGive;
      } else if (codePoints[i - 1] === 0x20) joints[i] = Joint.space;
    }
    give[i] = given;
    left[i] = x;
    x += advances[i] as number;
    right[i] = x;
    before = empty;
  }
  return { left, right, startTrim, endTrim, joints, give };
}

const isApostrophe = (codePoints: readonly number[], classes: readonly BreakClass[], i: number): boolean =>
  codePoints[i] === APOSTROPHE && classes[i] === 'joiner';

function isGap(codePoints: readonly number[], classes: readonly BreakClass[], i: number): boolean {
  const a = codePoints[i - 1] as number;
  const b = codePoints[i] as number;
  if (isHan(b)) return (classes[i - 1] === 'word' && !isFullWidth(a)) || a === PERCENT;
  return classes[i] === 'word' && !isFullWidth(b) && isHan(a);
}
