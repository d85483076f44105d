/** A cell as it is printed: `x` and `y` are its first column and row, counted from 0. */
export type PrintedCell = {
  readonly x: number;
  readonly y: number;
  /** How many columns and rows it covers. */
  readonly width: number;
  readonly height: number;
  /** Its paragraphs, joined by `\n` where they are known. */
  readonly text: string;
};

/** A table as it is printed; its cells stand in reading order. */
export type PrintedTable = {
  readonly kind: 'table';
  readonly columns: number;
  readonly rows: number;
  readonly cells: readonly PrintedCell[];
};

/** Headings and lines between two tables, joined by `\n`. */
export type PrintedText = { readonly kind: 'text'; readonly text: string };

/** All that a document prints but page numbers and what is printed again after a page turn. */
export type Print = readonly (PrintedText | PrintedTable)[];
