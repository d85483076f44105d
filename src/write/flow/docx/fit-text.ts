import { type Length, mpt } from '../../../base/index.ts';
import type { MeasuredParagraph } from '../../../measure/index.ts';
import { type PlainText, plainStarts, plainText, plainWidth, stretchEnd, widthIn } from '../../../text/index.ts';

/** Spaces between characters by which a paragraph breaks as it was measured; in twips. */
export type Fit = {
  /** Taken from both sides; negative where the paragraph reaches into the padding. */
  readonly inset: number;
  /** Behind every character; negative as a rule. */
  readonly spacing: number;
  /** Behind single characters instead, by their numbers. */
  readonly single: ReadonlyMap<number, number>;
};

/** A twip in thousandths of a point. */
const TWIP = 50;
/** Characters are set closer by this part of the size at most, so that a paragraph takes no more lines than measured. */
const MOST_TIGHTENED = 1 / 12;
/** Left free on each side of a balanced label, so that rounding never turns one line into two. */
const SLACK = 10;
/** So many twips more than there is room for: a reader may not count the rules into the cell. */
const STOP = 30;

const none: ReadonlyMap<number, number> = new Map();
const asIs: Fit = { inset: 0, spacing: 0, single: none };

/** Where a paragraph is set: its width as measured, and by how much it may reach beyond on each side, in twips. */
export type Room = { readonly width: Length; readonly beyond: number };

/**
 * A paragraph of running text: no more lines than were measured, by setting it a hair closer, or a little wider; or a name
 * spread as wide as it was.
 */
export function fitRunning(paragraph: MeasuredParagraph, { width, beyond }: Room): Fit {
  const { breakable, lines, indent } = paragraph;
  const count = breakable.places.length;
  if (count === 0) return asIs;
  const line = lines.length === 1 ? lines[0] : undefined;
  const whole = line === undefined ? 0 : plainWidth(breakable);
  if (line !== undefined && whole <= width - indent) return spread(whole, line.width - indent, count);
  const most = Math.floor((breakable.shaped.style.size * MOST_TIGHTENED) / TWIP);
  for (const [wider, upTo] of [
    [0, most >> 1],
    [beyond, most],
  ] as const) {
    const room = mpt(width + 2 * wider * TWIP);
    for (let closer = 0; closer <= upTo; closer += 1) {
      const starts = plainStarts(breakable, { width: room, indent, added: -closer * TWIP });
      if (starts.length <= lines.length) return { ...asIs, inset: 0 - wider, spacing: 0 - closer };
    }
  }
  return { ...asIs, inset: 0 - beyond, spacing: 0 - most };
}

/** Space between all characters of a line that was set wider than it is; the last one has none behind it. */
function spread(natural: number, wide: number, count: number): Fit {
  const each = Math.floor((wide - natural) / Math.max(1, count - 1) / TWIP);
  return each <= 0 ? asIs : { ...asIs, spacing: each, single: new Map([[count - 1, 0]]) };
}

/**
 * A label or title whose lines were balanced: its sides are drawn in until the longest line just fits, and where a reader
 * would still find room for more on a shorter line, a hair of space behind its last character takes it away.
 */
export function fitEven(paragraph: MeasuredParagraph, room: Room): Fit {
  const { breakable, lines } = paragraph;
  if (lines.length < 2) return fitRunning(paragraph, room);
  const { width } = room;
  const text = plainText(breakable);
  const { starts, ends } = rangesOf(paragraph);
  const widest = Math.max(...starts.map((start, i) => widthIn(text, start, ends[i] as number)));
  if (widest > width) return fitRunning(paragraph, room);
  const inset = Math.max(0, Math.floor((width - widest) / 2 / TWIP) - SLACK);
  const measure = width - 2 * inset * TWIP;
  const single = stops(text, { starts, ends, measure, size: breakable.shaped.style.size });
  if (single !== null) return { inset, spacing: 0, single };
  const balanced = Math.max(0, Math.floor(paragraph.inset / TWIP) - SLACK);
  const fits = plainStarts(breakable, { width: mpt(width - 2 * balanced * TWIP), indent: mpt(0), added: 0 });
  return fits.length <= lines.length ? { ...asIs, inset: balanced } : fitRunning(paragraph, room);
}

type Lines = {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly measure: number;
  readonly size: Length;
};

/** The space behind the last characters of lines; null where it would move a centred line by half an em. */
function stops(text: PlainText, { starts, ends, measure, size }: Lines): ReadonlyMap<number, number> | null {
  const single = new Map<number, number>();
  for (const [i, start] of starts.slice(1).entries()) {
    const wanted = widthIn(text, starts[i] as number, stretchEnd(text, start));
    if (wanted > measure) continue;
    const space = Math.floor((measure - wanted) / TWIP) + STOP;
    if (space * TWIP >= size) return null;
    single.set(ends[i] as number, space);
  }
  return single;
}

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
