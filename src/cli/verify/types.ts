import type { Print } from '../../agree/index.ts';
import type { Diagnostic } from '../../base/index.ts';

/** What a document prints; `exact`: the document tells white space and paragraphs. */
export type Reading = { readonly print: Print; readonly exact: boolean };

/** A document that was read, ready to be compared with what it should print. */
export type Printed = {
  /** What it prints, told in one way or in several: all of them must agree with what is expected. */
  readonly readings: readonly [Reading, ...Reading[]];
  /** What else it prints that it should not. */
  readonly findings: readonly Diagnostic[];
};
