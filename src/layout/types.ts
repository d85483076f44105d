import type { Length, Meta } from '../base/index.ts';
import type { CellId } from '../grid/index.ts';
import type { Line } from '../text/index.ts';

/** Which part of the document an item belongs to; `block` counts all blocks of the document from 0. */
export type Owner =
  | { readonly kind: 'cell'; readonly block: number; readonly cell: CellId }
  | { readonly kind: 'block'; readonly block: number }
  | { readonly kind: 'folio' };

/** A line of text: `x` is its left end, `y` its baseline, both from the top left corner of the sheet. */
export type TextItem = {
  readonly kind: 'text';
  readonly x: Length;
  readonly y: Length;
  readonly line: Line;
  readonly owner: Owner;
  /** True for a label or header printed again after a page turn, and for page numbers. */
  readonly repeat: boolean;
};

/** A black rectangle: the stroke of a table rule with its thickness. */
export type Rule = {
  readonly kind: 'rule';
  readonly x: Length;
  readonly y: Length;
  readonly width: Length;
  readonly height: Length;
};

/** A rectangle under everything else on a page: `grey` is 0 for black and 1 for white. */
export type Ground = Omit<Rule, 'kind'> & { readonly kind: 'ground'; readonly grey: number };

/** The piece of a cell that stands on a page, from rule centre to rule centre. */
export type CellBox = {
  readonly block: number;
  /** -1 for the empty corner beside a repeated header. */
  readonly cell: CellId;
  readonly x: Length;
  readonly y: Length;
  readonly width: Length;
  readonly height: Length;
  readonly repeat: boolean;
};

/** A finished page; texts stand in reading order. */
export type Page = {
  readonly width: Length;
  readonly height: Length;
  readonly texts: readonly TextItem[];
  readonly rules: readonly Rule[];
  readonly boxes: readonly CellBox[];
  /** Marks of a revision; left out where there are none. */
  readonly grounds?: readonly Ground[];
};

/** A row of a table, or the part of it that stands on a page. */
export type TablePiece = {
  readonly row: number;
  /** A header row printed again. */
  readonly repeat: boolean;
  /** Whether the row ends on this page. */
  readonly last: boolean;
  readonly height: Length;
};

/** What stands of a table on a page, from the top; `room` is what other blocks leave of the type area's height. */
export type TablePage = { readonly room: Length; readonly pieces: readonly TablePiece[] };

/** The pages of a table, one after another; `block` counts all blocks of the document from 0. */
export type PagedTable = { readonly block: number; readonly pages: readonly TablePage[] };

/** The first and the last page on which something stands, counted from 0. */
export type PageStretch = { readonly first: number; readonly last: number };

export type PagedDocument = {
  readonly meta: Meta;
  readonly pages: readonly Page[];
  /** How many pages come before page 1. */
  readonly covers: number;
  /** Where each block has left ink, by its number; those that left none are missing. */
  readonly blocks: ReadonlyMap<number, PageStretch>;
  readonly tables: readonly PagedTable[];
};
