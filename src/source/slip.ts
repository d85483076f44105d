import type { Diagnostic } from '../base/index.ts';
import type { Mend } from './mends.ts';

/** What is told of a place, and the letters that mend it, where they are known. */
export type Fault = {
  readonly told: Diagnostic;
  readonly mends?: readonly Mend[] | undefined;
  /** Whether the mended line is what its author meant, so that what it says can be checked; else it may say less or more. */
  readonly isSure?: boolean | undefined;
  /** What went wrong, in words that are the same for faults alike; left out where the message has no others. */
  readonly alike?: string;
};

/** A slip with the letters that mend it. */
export type Mendable = Fault & { readonly mends: readonly Mend[] };

export const isMendable = (fault: Fault): fault is Mendable => fault.mends !== undefined;

/** A slip of several lines; `last` is the number of the last of them. */
export type LongSlip = Mendable & { readonly last: number };

/** What a clerk did, and how far the faults that follow from it reach. */
export type Slip = Fault & {
  readonly start: number;
  readonly end: number;
  /** The same for slips of which all are told if one is: items of one list, keys with the same colon. */
  readonly list?: object | undefined;
};

/** A slip in how lines are indented or divided into items. */
export type LevelSlip = Slip & LongSlip;
