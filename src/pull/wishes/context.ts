import type { Diagnostic, Span } from '../../base/index.ts';
import type { Field } from '../../blueprint/index.ts';
import type { Matchable } from '../../compare/index.ts';
import type { ScalarValue, Value } from '../../record/index.ts';
import type { Node } from '../../source/index.ts';
import type { Where } from '../edited/document.ts';
import type { Bound } from '../reading/bind.ts';
import type { Instance } from '../reading/instances.ts';
import type { ItemWish, Wish } from './types.ts';

/** A piece of the record, and what the document has for it; `key` is that of its printed values. */
export type Place = { readonly key: string; readonly node: Node | undefined; readonly instance: Instance };

/** What is known while wishes are made. */
export type Context = {
  /** What the document wants of a value, whatever it is. */
  readonly wishOf: (value: Value, field: Field, place: Place, context: Context) => Wish;
  /** The keys of all values and levels that the form prints. */
  readonly printed: ReadonlySet<string>;
  /** The values that the record as it is prints, by `pathKey`. */
  readonly shown: ReadonlySet<string>;
  readonly frozen: ReadonlySet<string>;
  /** The levels of lists and trees that rows which could not be placed may be of. */
  readonly unsure: ReadonlySet<string>;
  readonly report: (fault: Diagnostic) => void;
  /** Is told that a part of the list or tree at hand is not understood; so is what it stands in. */
  readonly doubt: () => void;
  /** Places of which it was told that not all there could be read. */
  readonly told: Set<Where>;
  /** Where something that the YAML does not have would have to be written. */
  readonly at: Span;
  /** Sums that the program works out: what the document has for them is looked at when all else is known. */
  readonly sums: SeenSum[];
  /** The keys of sums that the record writes out; a new row writes those, and leaves the others to the program. */
  readonly typedSums: ReadonlySet<string>;
  /** Rows that are gone from one list and new in another; they may be the same. */
  readonly lone: { readonly gone: GoneRow[]; readonly fresh: FreshRow[] };
};

/** What the document has for a sum, and where the YAML has it or would have it; `value` is null in a row that is new. */
export type SeenSum = { readonly bound: Bound; readonly value: ScalarValue | null; readonly at: Span };

/** A row of the record that its list has no more; `again` is what the document wants of it elsewhere. */
export type GoneRow = {
  readonly columns: Field;
  readonly row: Matchable;
  readonly of: Node;
  readonly again: (instance: Instance) => Wish;
};

/** A row of the document that its list did not have. */
export type FreshRow = {
  readonly columns: Field;
  readonly row: Matchable;
  readonly of: ItemWish;
  readonly instance: Instance;
};
