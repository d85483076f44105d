import { type Length, mpt, type TextStyle, ZERO } from '../base/index.ts';
import type { Paragraph } from '../form/index.ts';
import {
  type Breakable,
  balance,
  type FontSet,
  fillLines,
  forcedBreaks,
  type LabelWords,
  type MissingGlyph,
  makeBreakable,
  makeLines,
  shape,
  stackLines,
  stretchAround,
} from '../text/index.ts';
import type { PartedWord } from './diagnostics.ts';
import type { MeasuredParagraph } from './types.ts';

/** Rows with fewer lines than this are never broken over two pages while they fit on one; PDF and DOCX agree on it. */
export const SHORT_ROW = 8;

/** How paragraphs are broken: filled, filled and balanced (labels, titles), or stacked upright. */
export type Setting = 'fill' | 'balance' | 'stack';

export type Typesetter = {
  /** Breaks a paragraph into lines no wider than `width`. */
  readonly set: (paragraph: Paragraph, style: TextStyle, width: Length, setting: Setting) => MeasuredParagraph;
  /** Characters seen so far that no font has. */
  readonly missing: MissingGlyph[];
  /** Numbers and words so far that had to be broken. */
  readonly parted: PartedWord[];
};

export function startTypesetting(fonts: FontSet, labelWords: LabelWords): Typesetter {
  const missing: MissingGlyph[] = [];
  const parted: PartedWord[] = [];
  const set: Typesetter['set'] = (source, style, width, setting) => {
    const shaped = shape(source.runs, style, fonts);
    missing.push(...shaped.missing);
    const breakable = makeBreakable(shaped);
    if (setting === 'stack')
      return {
        source,
        breakable,
        lines: makeLines(breakable, stackLines(breakable, width)),
        inset: ZERO,
        indent: ZERO,
      };
    const filled = fillLines(breakable, width);
    parted.push(...partedIn(breakable, forcedBreaks(breakable, filled)));
    if (setting === 'fill')
      return { source, breakable, lines: makeLines(breakable, filled), inset: ZERO, indent: ZERO };
    const { paragraph, width: wide } = balance(breakable, filled, { width, words: labelWords });
    return {
      source,
      breakable,
      lines: makeLines(paragraph, fillLines(paragraph, wide)),
      inset: mpt((width - wide) / 2),
      indent: ZERO,
    };
  };
  return { set, missing, parted };
}

/** The stretches that forced breaks went through, each once. */
function partedIn(breakable: Breakable, breaks: readonly number[]): PartedWord[] {
  const { codePoints, runs, runOf } = breakable.shaped;
  const text = (from: number, to: number): string => String.fromCodePoint(...codePoints.slice(from, to));
  const stretches = breaks.map((at) => stretchAround(breakable, at));
  const once = new Map(stretches.map((stretch) => [stretch.start, stretch]));
  return [...once.values()].flatMap(({ start, end }) => {
    const run = runs[runOf[start] ?? -1];
    if (run === undefined) return [];
    return { run, word: text(start, end), index: text(runOf.indexOf(runOf[start] as number), start).length };
  });
}

/** The number of lines of paragraphs. */
export const countLines = (paragraphs: readonly MeasuredParagraph[]): number =>
  paragraphs.reduce((total, { lines }) => total + lines.length, 0);
