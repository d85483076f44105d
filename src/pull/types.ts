import type { Diagnostic, Outcome } from '../base/index.ts';
import type { ColumnWish, FormDocument } from '../form/index.ts';
import type { CheckedRecord } from '../record/index.ts';
import type { SourceFile } from '../source/index.ts';

/** A record with its text, its tree and its filled-in form. */
export type Opened = {
  readonly source: SourceFile;
  readonly record: CheckedRecord;
  readonly form: FormDocument<ColumnWish>;
};

/** What the pulling needs of the engine; neither looks at the rules across fields. */
export type Engine = {
  /** A record from a text. */
  readonly open: (text: string) => Outcome<Opened>;
  /** The form of a record that is no file. */
  readonly expand: (record: CheckedRecord) => Outcome<FormDocument<ColumnWish>>;
};

/** What a document makes of a record. */
export type Pulled = {
  /** The new text; the old one where nothing is to be written. */
  readonly text: string;
  /** The record of the new text. */
  readonly after: Opened;
  /** What was not understood and is not in the new text. */
  readonly problems: readonly Diagnostic[];
};
