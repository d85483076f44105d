import type { FailedRule, Verdict } from './types.ts';

/** Whether anything is wrong. */
export const isFailure = (verdict: Verdict): boolean => verdict.kind === 'unreadable' || verdict.failed.length > 0;

/** What a rule is counted under when files are compared. */
export const ruleName = ({ standard, id }: FailedRule): string => `${standard} ${id}`;

/** Whether the verdicts on a faulty copy hold anything that those on the original do not. */
export function isFound(faulty: readonly Verdict[], original: readonly Verdict[]): boolean {
  const known = new Set(original.flatMap(rulesOf));
  return faulty.some((verdict) => verdict.kind === 'unreadable' || rulesOf(verdict).some((rule) => !known.has(rule)));
}

const rulesOf = (verdict: Verdict): string[] => (verdict.kind === 'judged' ? verdict.failed.map(ruleName) : []);
