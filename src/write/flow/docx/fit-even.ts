import { type Align, type Length, mpt } from '../../../base/index.ts';
import type { MeasuredParagraph } from '../../../measure/index.ts';
import { type PlainText, plainStarts, plainText, stretchEnd, widthIn } from '../../../text/index.ts';
import { asIs, type Fit, type Room } from './fit.ts';
import { fitRunning } from './fit-running.ts';
import { TWIP } from './units.ts';

/** Left free on each side of a balanced label, so that rounding never turns one line into two. */
const SLACK = 10;
/** So many twips more than there is room for: a reader may not count the rules into the cell. */
const STOP = 30;

/** From which sides a label is drawn in. */
const SIDES: Readonly<Record<Align, { readonly left: number; readonly right: number }>> = {
  left: { left: 0, right: 2 },
  center: { left: 1, right: 1 },
  right: { left: 2, right: 0 },
  justify: { left: 0, right: 2 },
};

/** How a label or title stands: `marked` where it may hold break marks. */
export type Standing = { readonly align: Align; readonly marked: boolean };

/**
 * A label or title whose lines were balanced. A title, which stands alone on its line, has break marks. The sides of a
 * label are drawn in until the longest line just fits, and where a reader would still find room for more on a shorter
 * line, a hair of space behind its last character takes it away.
 */
export function fitEven(paragraph: MeasuredParagraph, room: Room, { align, marked }: Standing): Fit {
  const { breakable, lines } = paragraph;
  if (lines.length < 2) return fitRunning(paragraph, room);
  const { width } = room;
  const text = plainText(breakable);
  const { starts, ends } = rangesOf(paragraph);
  const widest = Math.max(...starts.map((start, i) => widthIn(text, start, ends[i] as number)));
  if (widest > width) return fitRunning(paragraph, room);
  // A blank before a mark would be lost on the way back.
  if (marked && starts.every((start) => start === 0 || !text.blank[start - 1]))
    return { ...asIs, breaks: starts.slice(1) };
  const inset = Math.max(0, Math.floor((width - widest) / 2 / TWIP) - SLACK);
  const measure = width - 2 * inset * TWIP;
  const stopped = stops(text, { starts, ends, measure, align, size: breakable.shaped.style.size });
  if (stopped !== null) return { ...asIs, ...drawnIn(inset, align), ...stopped };
  const balanced = Math.max(0, Math.floor(paragraph.inset / TWIP) - SLACK);
  const fits = plainStarts(breakable, { width: mpt(width - 2 * balanced * TWIP), indent: mpt(0), added: 0 });
  return fits.length <= lines.length ? { ...asIs, ...drawnIn(balanced, align) } : fitRunning(paragraph, room);
}

const drawnIn = (inset: number, align: Align): Pick<Fit, 'left' | 'right'> => ({
  left: inset * SIDES[align].left,
  right: inset * SIDES[align].right,
});

type Lines = {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly measure: number;
  readonly align: Align;
  readonly size: Length;
};

/**
 * The space behind the last characters of lines; null where it would move one by half an em. Some readers count it when
 * they centre a line and some do not, so that a first line takes half as much before it and lies between both.
 */
function stops(text: PlainText, lines: Lines): Pick<Fit, 'first' | 'single'> | null {
  const { starts, ends, measure, align, size } = lines;
  const single = new Map<number, number>();
  let first = 0;
  for (const [i, start] of starts.slice(1).entries()) {
    const spare = measure - widthIn(text, starts[i] as number, stretchEnd(text, start));
    if (spare < 0) continue;
    const before = i === 0 && align === 'center' ? Math.floor(spare / 3 / TWIP) : 0;
    const space = Math.floor(spare / TWIP) + STOP - before;
    if ((space - before) * TWIP * PUSHED[align] >= size / 2) return null;
    first += before;
    single.set(ends[i] as number, space);
  }
  return { first, single };
}

/** By which part of the space behind it a line is pushed aside. */
const PUSHED: Readonly<Record<Align, number>> = { left: 0, center: 1 / 2, right: 1, justify: 0 };

/** The first and the last character of each line, blanks at their ends left out. */
function rangesOf({ lines, breakable: { blank } }: MeasuredParagraph) {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const { fragments, trailing } of lines) {
    starts.push(at);
    at += fragments.reduce((count, { glyphs }) => count + glyphs.length, 0) + [...trailing].length;
    let end = at - 1;
    while (end > (starts.at(-1) as number) && blank[end]) end -= 1;
    ends.push(end);
  }
  return { starts, ends };
}
