import { byPlace, type Diagnostic } from './diagnostic.ts';

/** What a stage gives back: a finished value with warnings, or all problems found. Users' faults are never thrown. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly problems: readonly [Diagnostic, ...Diagnostic[]] };

export const succeed = <T>(value: T, warnings: readonly Diagnostic[] = []): Outcome<T> => ({
  ok: true,
  value,
  warnings,
});

export const fail = (first: Diagnostic, ...rest: readonly Diagnostic[]): Outcome<never> => ({
  ok: false,
  problems: [first, ...rest],
});

/** All that was found, whether it came to a value or not. */
export const findingsOf = (outcome: Outcome<unknown>): readonly Diagnostic[] =>
  outcome.ok ? outcome.warnings : outcome.problems;

/** Success unless one of the diagnostics is an error; then a failure with all of them, sorted by place. */
export function settle<T>(value: T, diagnostics: readonly Diagnostic[]): Outcome<T> {
  if (!diagnostics.some((one) => one.severity === 'error')) return succeed(value, diagnostics);
  const [first, ...rest] = diagnostics.toSorted(byPlace);
  return fail(first as Diagnostic, ...rest);
}

/** An outcome with what else was found: an error makes a failure of a success. */
export const alongside = <T>(found: readonly Diagnostic[], outcome: Outcome<T>): Outcome<T> =>
  outcome.ok
    ? settle(outcome.value, [...found, ...outcome.warnings])
    : settle(undefined as never, [...found, ...outcome.problems]);

/** Feeds a success to the next stage; warnings of both are kept, in the order of the stages. */
export function andThen<A, B>(outcome: Outcome<A>, next: (value: A) => Outcome<B>): Outcome<B> {
  if (!outcome.ok) return outcome;
  const after = next(outcome.value);
  if (outcome.warnings.length === 0) return after;
  return after.ok
    ? succeed(after.value, [...outcome.warnings, ...after.warnings])
    : fail(...(after.problems.concat(outcome.warnings) as [Diagnostic, ...Diagnostic[]]));
}
