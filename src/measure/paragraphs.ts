import { type Length, mpt, type TextStyle, ZERO } from '../base/index.ts';
import type { Paragraph } from '../form/index.ts';
import {
  balance,
  type FontSet,
  fillLines,
  type LabelWords,
  type MissingGlyph,
  makeBreakable,
  makeLines,
  shape,
  stackLines,
} from '../text/index.ts';
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
};

export function startTypesetting(fonts: FontSet, labelWords: LabelWords): Typesetter {
  const missing: MissingGlyph[] = [];
  const set: Typesetter['set'] = (source, style, width, setting) => {
    const shaped = shape(source.runs, style, fonts);
    missing.push(...shaped.missing);
    const breakable = makeBreakable(shaped);
    if (setting === 'stack') return { source, lines: makeLines(breakable, stackLines(breakable, width)), inset: ZERO };
    if (setting === 'fill') return { source, lines: makeLines(breakable, fillLines(breakable, width)), inset: ZERO };
    const { paragraph, width: wide } = balance(breakable, width, labelWords);
    return { source, lines: makeLines(paragraph, fillLines(paragraph, wide)), inset: mpt((width - wide) / 2) };
  };
  return { set, missing };
}

/** The number of lines of paragraphs. */
export const countLines = (paragraphs: readonly MeasuredParagraph[]): number =>
  paragraphs.reduce((total, { lines }) => total + lines.length, 0);
