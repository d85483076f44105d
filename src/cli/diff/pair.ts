import type { Outcome } from '../../base/index.ts';

/** One of two records: how it is called in diagnostics, and its text. */
export type End = { readonly name: string; readonly text: Outcome<string> };

/** Two ends of a record; null where the record is not there. */
export type Pair = {
  readonly file: string;
  readonly renamedFrom: string | null;
  /** Where its output goes (see `targetOf`). */
  readonly target: string;
  readonly before: End | null;
  readonly after: End | null;
};
