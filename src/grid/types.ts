import type { Document, Length } from '../base/index.ts';
import type { CellSpec, Heading, Lines } from '../form/index.ts';

/** A cell's index in {@link Grid.cells}; cells are numbered in reading order (by row, then by column). */
export type CellId = number;

/** A cell with its place: column `x`, row `y`, and how many columns and rows it covers. */
export type GridCell = Omit<CellSpec, 'kind' | 'span' | 'rows'> & {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Header rows `first … end` (half-open) that are repeated on every page with rows from `end` to `until` (half-open). */
export type HeaderScope = { readonly first: number; readonly end: number; readonly until: number };

/** Rows `first … end` (half-open) that stay on one page as long as it has the room; a single one is not broken. */
export type KeepRange = { readonly first: number; readonly end: number };

/** A table with every slot filled exactly once: `slots[y][x]` is the cell that owns it. */
export type Grid = {
  readonly kind: 'grid';
  /** Column edges from 0 to the table's width: one more than there are columns. */
  readonly edges: readonly Length[];
  readonly rows: number;
  readonly cells: readonly GridCell[];
  readonly slots: readonly (readonly CellId[])[];
  readonly headers: readonly HeaderScope[];
  readonly keeps: readonly KeepRange[];
};

export type GridDocument = Document<Heading | Lines | Grid>;
