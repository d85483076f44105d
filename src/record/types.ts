import type { Origin, Span } from '../base/index.ts';
import type { Blueprint, GroupField, ListField, ScalarField, TreeField } from '../blueprint/index.ts';
import type { RecordLayout } from './layout.ts';

/** One printed value. `text` is what is printed (paragraphs joined by \n), empty for a blank. */
export type ScalarValue = {
  readonly kind: 'scalar';
  readonly field: ScalarField;
  readonly text: string;
  readonly origin: Origin;
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

export type TreeValue = { readonly kind: 'tree'; readonly field: TreeField; readonly nodes: readonly TreeNode[] };

export type Value = ScalarValue | GroupValue | ListValue | TreeValue;

/** A record that has passed every check of its fields. */
export type CheckedRecord = {
  readonly file: string;
  readonly blueprint: Blueprint;
  readonly root: GroupValue;
  readonly layout: RecordLayout;
  /** Where the record names its form. */
  readonly at: Span;
};
