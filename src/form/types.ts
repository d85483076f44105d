import type { AlignWish, Direction, Document, Origin, Span, TextStyle, VerticalAlign } from '../base/index.ts';

/** A stretch of text of one origin; never empty except for a blank. */
export type Run = { readonly text: string; readonly origin: Origin };

/** One paragraph of a cell, a heading or a line. No run holds a line break. */
export type Paragraph = { readonly runs: readonly Run[] };

/** What a template says of one cell; `span` counts columns of the band, `rows` rows of the table. */
export type CellSpec = {
  readonly kind: 'cell';
  /** A label names other cells: it is set in the label style and repeated whole on each page it reaches. */
  readonly role: 'label' | 'cell';
  readonly span: number;
  readonly rows: number;
  readonly align: AlignWish;
  readonly valign: VerticalAlign;
  readonly direction: Direction;
  /** A shorter text is spread to the width of so many characters (名　称); 0: not. */
  readonly spread: number;
  /** All lines of a horizontal text begin so many characters further to the right. */
  readonly indent: number;
  readonly paragraphs: readonly Paragraph[];
  readonly at: Span;
};

/**
 * What a page turn must not part: `whole` the lines of a row or the rows of a group, `next` it and the row after it.
 * Held as long as a page has the room.
 */
export type Keep = 'none' | 'whole' | 'next';

/** Where a form's own template calls a partial. */
export type Call = { readonly partial: string; readonly at: Span };

export type RowSpec = {
  readonly kind: 'row';
  readonly header: boolean;
  readonly keep: Keep;
  readonly cells: readonly CellSpec[];
  /** The call it comes from; null: it stands in the form's own template. */
  readonly call: Call | null;
  readonly at: Span;
};

/** A label that spans all rows inside the group. */
export type GroupSpec = {
  readonly kind: 'group';
  readonly header: boolean;
  readonly keep: Keep;
  readonly label: CellSpec;
  readonly children: readonly (GroupSpec | RowSpec)[];
  readonly call: Call | null;
  readonly at: Span;
};

/** How wide a column is to be: so many percent, or what its text asks for between a least and a greatest percentage. */
export type ColumnWish = number | { readonly least: number; readonly most: number };

/** A part of a table with column widths of its own, in percent of the table's width. */
export type BandSpec<Column = number> = {
  readonly columns: readonly Column[];
  readonly children: readonly (GroupSpec | RowSpec)[];
  readonly at: Span;
};

export type TableSpec<Column = number> = {
  readonly kind: 'table';
  readonly bands: readonly BandSpec<Column>[];
  readonly at: Span;
};

export type Heading = {
  readonly kind: 'heading';
  /** `annex` is the number of an annex, such as 附件2, at the top left (GB/T 9704-2012 7.3.7). */
  readonly role: 'annex' | 'title' | 'subtitle';
  /** Null: that of its role. */
  readonly style: TextStyle | null;
  readonly paragraphs: readonly Paragraph[];
  readonly at: Span;
};

/** Text without rules above or below a table: cells side by side, widths in percent of the type area. */
export type Lines = {
  readonly kind: 'lines';
  /** Null: that of all lines. */
  readonly style: TextStyle | null;
  /** Keeps 45 mm of height clear for a seal over its text. */
  readonly seal: boolean;
  /** `next`: between two tables they head the second, and stand on its page. */
  readonly keep: Exclude<Keep, 'whole'>;
  readonly columns: readonly number[];
  readonly cells: readonly CellSpec[];
  readonly at: Span;
};

/** A filled-in form; its columns have their widths, or wishes for them. */
export type FormDocument<Column = number> = Document<Heading | Lines | TableSpec<Column>>;
