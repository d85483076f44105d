import type { Diagnostic, Severity } from '../../base/index.ts';

/** How many findings there are of each kind; one that is accepted counts as nothing else. */
export type Tally = {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  readonly accepted: number;
};

export function tally(diagnostics: readonly Diagnostic[]): Tally {
  const open = diagnostics.filter(({ accepted }) => accepted === null);
  const count = (wanted: Severity): number => open.filter(({ severity }) => severity === wanted).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
    accepted: diagnostics.length - open.length,
  };
}

export const noFindings: Tally = { errors: 0, warnings: 0, hints: 0, accepted: 0 };

export const sumOf = (one: Tally, other: Tally): Tally => ({
  errors: one.errors + other.errors,
  warnings: one.warnings + other.warnings,
  hints: one.hints + other.hints,
  accepted: one.accepted + other.accepted,
});

/** The counts as a sentence begins, such as `3 个错误，1 个警告`; what is not there is left out, and empty for nothing. */
export function tallyText({ errors, warnings, hints, accepted }: Tally): string {
  const counts: readonly (readonly [number, string])[] = [
    [errors, '个错误'],
    [warnings, '个警告'],
    [hints, '个提示'],
    [accepted, '个已接受'],
  ];
  return counts.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}`])).join('，');
}
