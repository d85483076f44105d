import type { CellId } from '../grid/index.ts';
import type { TextItem } from '../layout/index.ts';

/** What a part of a document is to those who cannot see it (ISO 32000-1, 14.8.4). */
export type TagRole = 'H1' | 'P' | 'Table' | 'TR' | 'TH' | 'TD';

/** Which cells a header cell speaks for (ISO 32000-1, table 349). */
export type Scope = 'Row' | 'Column' | 'Both';

/** What a cell of a table says besides its text. */
export type TaggedCell = {
  readonly cell: CellId;
  readonly rows: number;
  readonly columns: number;
  /** Null for a cell that is no header. */
  readonly scope: Scope | null;
  /** The elements of the header cells that speak for it, in reading order. */
  readonly headers: readonly number[];
};

export type Tag = {
  readonly role: TagRole;
  /** The element that holds it; -1 for the document itself. */
  readonly parent: number;
  readonly cell: TaggedCell | null;
};

/** What a document is made of, in the order in which it is read: each element stands after the one that holds it. */
export type TagTree = {
  readonly tags: readonly Tag[];
  /** The element of a placed text; null for what only serves the page: its number, labels and headers printed again. */
  readonly tagOf: (text: TextItem) => number | null;
};
