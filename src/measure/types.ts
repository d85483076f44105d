import type { Align, Document, Length, Styles, TableStyle, TextStyle } from '../base/index.ts';
import type { Paragraph } from '../form/index.ts';
import type { Grid } from '../grid/index.ts';
import type { Line } from '../text/index.ts';

/** A paragraph broken into lines. `inset` is taken from both sides, so that a label's lines balance. */
export type MeasuredParagraph = { readonly source: Paragraph; readonly lines: readonly Line[]; readonly inset: Length };

/** A cell's text in its width. All lines of a cell have the pitch of its style. */
export type MeasuredCell = {
  readonly style: TextStyle;
  readonly align: Align;
  /** Width between the paddings. */
  readonly width: Length;
  readonly paragraphs: readonly MeasuredParagraph[];
  /** Number of lines in all paragraphs, at least 1. */
  readonly lineCount: number;
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
  readonly role: 'title' | 'subtitle';
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
};

export type MeasuredBlock = MeasuredHeading | MeasuredLines | MeasuredGrid;

export type MeasuredDocument = Document<MeasuredBlock> & { readonly styles: Styles };
