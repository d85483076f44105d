import type { Align, Document, Length, Styles, TableStyle, TextStyle } from '../base/index.ts';
import type { Paragraph } from '../form/index.ts';
import type { Grid } from '../grid/index.ts';
import type { Breakable, Line } from '../text/index.ts';

/** A paragraph broken into lines. */
export type MeasuredParagraph = {
  readonly source: Paragraph;
  /** The text ready to be broken at another width. */
  readonly breakable: Breakable;
  readonly lines: readonly Line[];
  /** Taken from both sides, so that a label's lines balance. */
  readonly inset: Length;
  /** First-line indent. */
  readonly indent: Length;
  /** Whether all lines but the last fill the measure. */
  readonly justified: boolean;
};

/** A cell's text in its width. All lines of a cell have the pitch of its style. */
export type MeasuredCell = {
  readonly style: TextStyle;
  readonly align: Align;
  /** How far its text is indented from the padding on its left. */
  readonly left: Length;
  /** Width between the paddings, without the indent. */
  readonly width: Length;
  /** How far its text reaches into the padding on either side. */
  readonly beyond: Length;
  readonly paragraphs: readonly MeasuredParagraph[];
  /** Number of lines in all paragraphs, at least 1. */
  readonly lineCount: number;
  /** Space between two paragraphs. */
  readonly gap: Length;
  /** The numbers of the lines, counted through the cell, with which its second and further paragraphs begin. */
  readonly starts: readonly number[];
  /** What stands in a label that is printed again after a page turn; null: the same as the first time. */
  readonly again: readonly MeasuredParagraph[] | null;
  /** Height with paddings when set in one piece. */
  readonly need: Length;
};

/** `cells[i]` belongs to `grid.cells[i]`. */
export type MeasuredGrid = {
  readonly kind: 'grid';
  readonly grid: Grid;
  readonly cells: readonly MeasuredCell[];
  readonly table: TableStyle;
};

export type MeasuredHeading = {
  readonly kind: 'heading';
  readonly role: 'annex' | 'title' | 'subtitle';
  readonly align: Align;
  readonly style: TextStyle;
  readonly paragraphs: readonly MeasuredParagraph[];
  readonly height: Length;
  /** Empty space below. */
  readonly after: Length;
};

export type MeasuredLines = {
  readonly kind: 'lines';
  readonly style: TextStyle;
  /** `x` from the left of the type area. */
  readonly cells: readonly {
    readonly x: Length;
    readonly width: Length;
    readonly align: Align;
    readonly paragraphs: readonly MeasuredParagraph[];
  }[];
  readonly height: Length;
  /** From the top of the block to the top of its first lines. */
  readonly drop: Length;
  readonly seal: boolean;
  /** `next`: between two tables they head the second. */
  readonly keep: 'none' | 'next';
};

export type MeasuredBlock = MeasuredHeading | MeasuredLines | MeasuredGrid;

export type MeasuredDocument = Document<MeasuredBlock> & { readonly styles: Styles };
