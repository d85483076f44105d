import type { Diagnostic } from '../base/index.ts';
import type { Mend } from './mends.ts';

/** A slip with the letters that mend it. */
export type Mendable = { readonly told: Diagnostic; readonly mends: readonly Mend[] };

/** A slip of several lines; `last` is the number of the last of them. */
export type LongSlip = Mendable & { readonly last: number };

/** What a clerk did, and how far the faults that follow from it reach. */
export type Slip = {
  readonly told: Diagnostic;
  readonly start: number;
  readonly end: number;
  /** How to write it, where that is known to the letter. */
  readonly mends?: readonly Mend[] | undefined;
  /** The same for slips that were made alike, in the items of one list: they are told together. */
  readonly list?: object | undefined;
};

/** A slip in how lines are indented or divided into items. */
export type LevelSlip = Slip & LongSlip;
