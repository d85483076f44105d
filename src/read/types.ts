import type { Unread } from './unread.ts';

/** One cell of a row as read back. `x` and `columns` count columns of the table's grid. */
export type ReadCell = {
  /** First grid column, from 0. */
  readonly x: number;
  /** How many grid columns the cell covers. */
  readonly columns: number;
  /** How many rows the cell covers, itself included; 1 for a continuation. */
  readonly rows: number;
  /** True for a cell that a document marks as the first of a vertical merge, though it may be the only one; else left out. */
  readonly restarts?: boolean;
  /** Paragraphs joined by `\n`; a break inside a paragraph is `\n` too. */
  readonly text: string;
  /** The paragraphs apart, a break inside one as `\n`; left out where the document knows none. */
  readonly paragraphs?: readonly string[];
  /** True for the lower parts of a vertical merge. */
  readonly continuation: boolean;
  /** Left out where there is nothing of the kind. */
  readonly unread?: readonly Unread[];
};

/** A table with the cells of each row from left to right, the continuations of vertical merges included. */
export type ReadTable = {
  readonly kind: 'table';
  /** Number of grid columns. */
  readonly columns: number;
  readonly rows: readonly (readonly ReadCell[])[];
};
