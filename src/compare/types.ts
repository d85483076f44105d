import type { Path } from '../base/index.ts';
import type { ColumnWish, FormDocument } from '../form/index.ts';
import type { CheckedRecord } from '../record/index.ts';

/** A checked record with its filled-in form, by which is known what of it is printed; and its text as typed. */
export type FilledRecord = {
  readonly record: CheckedRecord;
  readonly form: FormDocument<ColumnWish>;
  readonly text: string;
};

/** Where on the form: the names of what a thing stands in, from the outside in. */
export type Place = readonly string[];

/** A value of a row: the names of its groups and its own, and its text as printed. */
export type RowValue = { readonly name: string; readonly text: string; readonly path: Path };

/**
 * A row, or a heading of indicators with all its rows. `noun` is what such a row is called on the form, empty for a
 * heading; `name` is empty for rows that have none.
 */
export type Row = { readonly noun: string; readonly name: string; readonly values: readonly RowValue[] };

/** A row's place: what it stands in, and which of the rows there it is, counted from 1. */
export type Seat = { readonly place: Place; readonly ordinal: number };

/** Old and new text of a value. `path` is the value's in the new record. `printed`: whether the form prints it. */
export type Edit = {
  readonly place: Place;
  /** The name of the field; that of the list for an item without fields. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly path: Path;
  readonly printed: boolean;
};

/**
 * One change of a form. Paths are of the new record, except for `removed`.
 * - `edited`: a value has another text; `renamed`: a row has another name and little else is different;
 * - `followed`: a sum is another because its terms are (`causes`);
 * - `moved`: a row stands elsewhere; what else changed in it is told by changes of their own;
 * - `shown`, `hidden`: a part of the form that holds nothing is now printed, or no longer.
 */
export type Change =
  | (Edit & { readonly kind: 'edited' })
  | (Edit & { readonly kind: 'renamed' })
  | (Edit & { readonly kind: 'followed'; readonly causes: readonly Change[] })
  | { readonly kind: 'added' | 'removed'; readonly row: Row; readonly seat: Seat; readonly path: Path }
  | {
      readonly kind: 'moved';
      readonly row: Row;
      readonly from: Seat;
      readonly to: Seat;
      readonly path: Path;
    }
  | { readonly kind: 'shown' | 'hidden'; readonly what: string; readonly place: Place; readonly path: Path };

/** What differs between two records, in the order of the new form; what is gone stands where it was. */
export type RecordChanges = {
  readonly changes: readonly Change[];
  /** What the reader must know besides: another form, another edition, another setting. */
  readonly notes: readonly string[];
  /** The files differ and yet the form prints the same. */
  readonly unseen: boolean;
};

/** What is wrong with one of the two records, and where: `HEAD:data/….yaml:12:5`. */
export type Fault = { readonly place: string; readonly message: string };

/** Two ends of one file: a record that is only on one of them was added or removed. */
export type ComparedRecord = {
  /** The path by which reviewers know the record. */
  readonly file: string;
  /** The path before, where the file was renamed; else null. */
  readonly renamedFrom: string | null;
  readonly form: string;
} & (
  | { readonly kind: 'both'; readonly changes: RecordChanges }
  | { readonly kind: 'added' | 'removed' }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
);
