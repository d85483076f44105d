import type { Diagnostic, Origin, Span } from '../base/index.ts';
import type { Blueprint, GroupField, ListField, ScalarField, TreeField } from '../blueprint/index.ts';
import type { Acceptance } from './acceptance.ts';
import type { RecordLayout } from './layout.ts';
import type { Target } from './target/types.ts';

/** One printed value. `text` is what is printed (paragraphs joined by \n), empty for a blank. */
export type ScalarValue = {
  readonly kind: 'scalar';
  readonly field: ScalarField;
  readonly text: string;
  readonly origin: Origin;
  /** What the value of an indicator says; null for fields of every other kind. */
  readonly target: Target | null;
};

/** `given` is false where the author left the whole group out; its members are blanks then. */
export type GroupValue = {
  readonly kind: 'group';
  readonly field: GroupField;
  readonly given: boolean;
  readonly members: ReadonlyMap<string, Value>;
};

export type ListValue = { readonly kind: 'list'; readonly field: ListField; readonly items: readonly Value[] };

/** A name of the taxonomy with what stands under it: names of the next level, or rows. */
export type TreeNode = {
  readonly name: string;
  readonly origin: Origin;
  readonly below: readonly TreeNode[];
  readonly rows: readonly GroupValue[];
};

export type TreeValue = {
  readonly kind: 'tree';
  readonly field: TreeField;
  /** The key that the names stand under. */
  readonly at: Span;
  readonly nodes: readonly TreeNode[];
};

export type Value = ScalarValue | GroupValue | ListValue | TreeValue;

/** A record that has passed every check of its fields. */
export type CheckedRecord = {
  readonly file: string;
  /** The whole text of the file, in which places inside a value are looked up. */
  readonly text: string;
  readonly blueprint: Blueprint;
  readonly root: GroupValue;
  readonly layout: RecordLayout;
  /** What the author accepts, with his reasons. */
  readonly acceptances: readonly Acceptance[];
  /** What was found while totals were computed (A9); it is told with what the other rules find. */
  readonly found: readonly Diagnostic[];
  /** Where the record names its form. */
  readonly at: Span;
};
