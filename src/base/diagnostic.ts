import type { Code } from './codes.ts';
import type { Span } from './span.ts';

/** `error` stops the output, `warning` is printed and the work goes on, `hint` shows only on request. */
export type Severity = 'error' | 'warning' | 'hint';

/** One thing to tell the user: where, what was seen (`message`) and what to do (`advice`), both in Chinese. */
export type Diagnostic = {
  readonly code: Code;
  readonly severity: Severity;
  readonly at: Span;
  readonly message: string;
  readonly advice: string;
  readonly related: readonly { readonly at: Span; readonly message: string }[];
  /** The reason for which the author of the record accepts it; null: nobody has. An error is never accepted. */
  readonly accepted: string | null;
  /** The same for findings of one cause, such as a narrow column, of which one is enough; left out where it has none. */
  readonly alike?: string;
};

/** What a caller must say of a diagnostic; severity defaults to `error`. */
export type DiagnosticInit = Pick<Diagnostic, 'code' | 'at' | 'message' | 'advice'> &
  Partial<Pick<Diagnostic, 'severity' | 'related' | 'accepted' | 'alike'>>;

export const diagnostic = (init: DiagnosticInit): Diagnostic => ({
  severity: 'error',
  related: [],
  accepted: null,
  ...init,
});

/** Order in which diagnostics are shown: by file, place, then code. */
export const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  compare(a.at.file, b.at.file) || a.at.start - b.at.start || compare(a.code, b.code);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
