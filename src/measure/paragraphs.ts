import { type BreakLevel, type Length, mpt, type TextStyle, ZERO } from '../base/index.ts';
import type { Paragraph } from '../form/index.ts';
import {
  type Breakable,
  balance,
  breakLines,
  type FontSet,
  fillLines,
  forcedBreaks,
  type LabelWords,
  type Line,
  type LineRange,
  labelLines,
  type MissingGlyph,
  makeLines,
  runAt,
  spreadLine,
  stackLines,
  textBetween,
  wordAround,
} from '../text/index.ts';
import type { PartedWord } from './diagnostics.ts';
import { makeReady } from './ready-texts.ts';
import type { MeasuredParagraph } from './types.ts';

/** A paragraph as glyphs, before it is broken. */
export type Prepared = { readonly source: Paragraph; readonly breakable: Breakable };

export type Typesetter = {
  readonly prepare: (paragraph: Paragraph, style: TextStyle) => Prepared;
  /** The lines of a paragraph of running text without an indent, each as full as it can be. */
  readonly lines: (prepared: Prepared, width: Length) => readonly LineRange[];
  /** A paragraph of running text; the first line is shorter by `indent`. */
  readonly fill: (prepared: Prepared, how: Filling) => MeasuredParagraph;
  /** A label or a title: ragged lines of about equal length. */
  readonly even: (prepared: Prepared, width: Length) => MeasuredParagraph;
  /** A vertical label. */
  readonly stack: (prepared: Prepared, width: Length) => MeasuredParagraph;
  /** A name of one line, spread to a width. */
  readonly spread: (prepared: Prepared, width: Length) => MeasuredParagraph;
  /** Characters seen so far that no font has. */
  readonly missing: readonly MissingGlyph[];
  /** Numbers and words so far that had to be broken. */
  readonly parted: readonly PartedWord[];
};

/** `lines` are those of {@link Typesetter.lines} where there is no indent, so that they are not looked for again. */
export type Filling = {
  readonly width: Length;
  readonly indent: Length;
  readonly justify: boolean;
  readonly lines: readonly LineRange[] | undefined;
};

export function startTypesetting(fonts: FontSet, labelWords: LabelWords, level: BreakLevel): Typesetter {
  const missing: MissingGlyph[] = [];
  const parted: PartedWord[] = [];
  const note = (breakable: Breakable, ranges: readonly LineRange[]): void => {
    for (const one of partedIn(breakable, forcedBreaks(breakable, ranges))) parted.push(one);
  };
  return {
    missing,
    parted,
    prepare: (source, style) => {
      const breakable = makeReady(source.runs, style, fonts, level);
      for (const one of breakable.shaped.missing) missing.push(one);
      return { source, breakable };
    },
    lines: ({ breakable }, width) => fillLines(breakable, { width, indent: ZERO, elastic: true }),
    fill: ({ source, breakable }, { width, indent, justify, lines: filled }) => {
      const { ranges, ragged } = breakLines(breakable, { width, indent, elastic: true }, filled);
      note(breakable, ranges);
      const justified = justify && !ragged;
      const lines = makeLines(breakable, ranges, { width, indent, justify: justified });
      return { source, breakable, lines, inset: ZERO, indent, justified };
    },
    even: ({ source, breakable }, width) => {
      const filled = labelLines(breakable, width);
      note(breakable, filled);
      const { paragraph, width: wide, ranges } = balance(breakable, filled, { width, words: labelWords });
      const lines = makeLines(paragraph, ranges, { width: wide, indent: ZERO, justify: false });
      return { source, breakable, lines, inset: mpt((width - wide) / 2), indent: ZERO, justified: false };
    },
    stack: (prepared, width) => asSet(prepared, stackLines(prepared.breakable, width)),
    spread: (prepared, width) => asSet(prepared, [spreadLine(prepared.breakable, width)]),
  };
}

/** A paragraph of these lines, with no room taken on either side. */
const asSet = ({ source, breakable }: Prepared, lines: readonly Line[]): MeasuredParagraph => ({
  source,
  breakable,
  lines,
  inset: ZERO,
  indent: ZERO,
  justified: false,
});

/** The words that forced breaks went through, each once, without the blanks behind them. */
function partedIn(breakable: Breakable, breaks: readonly number[]): PartedWord[] {
  const { shaped } = breakable;
  const { codePoints, runs, starts } = shaped;
  const parted: PartedWord[] = [];
  // Where the last stretch began: the number of its character, and how many units of its run stand before it.
  let from = 0;
  let index = 0;
  let until = 0;
  for (const at of breaks) {
    if (at < until) continue;
    const { start, end } = wordAround(breakable, at);
    const number = runAt(shaped, start);
    const run = runs[number];
    const first = starts[number] ?? 0;
    if (from < first) [from, index] = [first, 0];
    for (; from < start; from += 1) index += (codePoints[from] as number) > 0xffff ? 2 : 1;
    until = end;
    if (run !== undefined) parted.push({ run, word: textBetween(shaped, start, end).trimEnd(), index });
  }
  return parted;
}

/** Whether paragraphs show nothing. */
export const isBlank = (paragraphs: readonly MeasuredParagraph[]): boolean =>
  paragraphs.every(({ lines }) => lines.every(({ width }) => width === 0));

/** The number of lines of paragraphs. */
export const countLines = (paragraphs: readonly MeasuredParagraph[]): number =>
  paragraphs.reduce((total, { lines }) => total + lines.length, 0);

/** The numbers of the lines with which second and further paragraphs begin. */
export function startsOf(paragraphs: readonly MeasuredParagraph[]): readonly number[] {
  const starts: number[] = [];
  let line = 0;
  for (const { lines } of paragraphs) {
    if (line > 0) starts.push(line);
    line += lines.length;
  }
  return starts;
}
