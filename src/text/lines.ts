import { type Length, mpt } from '../base/index.ts';
import { type Breakable, type LineRange, widthOf } from './breakable.ts';
import type { ResolvedGlyph } from './face/index.ts';
import { type Adjustment, squeeze, stretch } from './justify.ts';
import { runAt, type Shaped, type TextRun } from './shape.ts';
import type { Fragment, Line } from './types.ts';

/** How lines are set in their measure; the first line is shorter by `indent`. */
export type Setting = { readonly width: Length; readonly indent: Length; readonly justify: boolean };

/**
 * The lines of a paragraph for the ranges it was broken into. A line wider than its measure is squeezed into it; if the
 * text is justified, every line but the last is stretched to it.
 */
export function makeLines(breakable: Breakable, ranges: readonly LineRange[], setting: Setting): Line[] {
  return ranges.map((range, i) => {
    const indent = i === 0 ? setting.indent : 0;
    const natural = widthOf(breakable, range.start, range.end);
    const slack = setting.width - indent - natural;
    const last = i === ranges.length - 1;
    const adjustment =
      slack < 0
        ? squeeze(breakable, range, -slack)
        : setting.justify && !last && slack > 0
          ? stretch(breakable, range, slack)
          : null;
    return makeLine(breakable, range, { adjustment, indent });
  });
}

/** One line in its natural width. */
export const naturalLine = (breakable: Breakable, range: LineRange): Line =>
  makeLine(breakable, range, { adjustment: null, indent: 0 });

/** A text of one line spread to a width: the same space between all its characters (名　称). */
export function spreadLine(breakable: Breakable, width: Length): Line {
  const count = breakable.blank.length;
  const range = { start: 0, end: count, next: count };
  const slack = width - widthOf(breakable, 0, count);
  if (count < 2 || slack <= 0) return naturalLine(breakable, range);
  const added = Array.from({ length: count }, (_, i) =>
    i === 0 ? 0 : cut(slack, i, count) - cut(slack, i - 1, count),
  );
  return makeLine(breakable, range, { adjustment: added, indent: 0 });
}

/** How much of the slack lies before joint i when all joints have the same. */
const cut = (slack: number, i: number, count: number): number => Math.round((slack * i) / (count - 1));

type Making = { readonly adjustment: Adjustment; readonly indent: number };

function makeLine(breakable: Breakable, { start, end, next }: LineRange, { adjustment, indent }: Making): Line {
  const { shaped, spacing } = breakable;
  const { left, right, startTrim, endTrim } = spacing;
  const count = end - start;
  const advances = new Array<Length>(count);
  const offset = indent - (count > 0 ? (startTrim[start] as number) : 0);
  let width = offset;
  for (let i = 0; i < count; i += 1) {
    const at = start + i;
    const natural =
      i === count - 1
        ? (right[at] as number) - (endTrim[at] as number) - (left[at] as number)
        : (left[at + 1] as number) - (left[at] as number) + (adjustment?.[i + 1] ?? 0);
    advances[i] = natural as Length;
    width += natural;
  }
  return {
    fragments: fragmentsOf(shaped, { start, end, advances }),
    offset: mpt(offset),
    width: mpt(width),
    trailing: textOf(shaped, end, next),
    turned: false,
  };
}

type Piece = { readonly start: number; readonly end: number; readonly advances: readonly Length[] };

/** One fragment for each stretch of one run and one face. */
function fragmentsOf(shaped: Shaped, { start, end, advances }: Piece): Fragment[] {
  const { glyphs, runs, starts, style } = shaped;
  const fragments: Fragment[] = [];
  let run = runAt(shaped, start);
  let from = start;
  while (from < end) {
    while ((starts[run + 1] ?? end) <= from) run += 1;
    const limit = Math.min(end, starts[run + 1] ?? end);
    const { face } = glyphs[from] as ResolvedGlyph;
    let to = from + 1;
    while (to < limit && (glyphs[to] as ResolvedGlyph).face === face) to += 1;
    const drawn = new Array<number>(to - from);
    for (let at = from; at < to; at += 1) drawn[at - from] = (glyphs[at] as ResolvedGlyph).glyph;
    fragments.push({
      text: textOf(shaped, from, to),
      face,
      size: style.size,
      glyphs: drawn,
      advances: from === start && to === end ? advances : advances.slice(from - start, to - start),
      origin: (runs[run] as TextRun).origin,
    });
    from = to;
  }
  return fragments;
}

/** The characters as text; those of one run, if each of its units is one of them, are a part of its text. */
function textOf(shaped: Shaped, start: number, end: number): string {
  if (start === end) return '';
  const { runs, starts, codePoints } = shaped;
  const number = runAt(shaped, start);
  const first = starts[number] as number;
  const next = starts[number + 1] ?? codePoints.length;
  const { text } = runs[number] as TextRun;
  if (end <= next && text.length === next - first) return text.slice(start - first, end - first);
  return textBetween(shaped, start, end);
}

/** The characters from `start` up to `end`, joined one by one: a call takes no more than some hundred thousand at once. */
export function textBetween({ codePoints }: Pick<Shaped, 'codePoints'>, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 1) text += String.fromCodePoint(codePoints[at] as number);
  return text;
}
