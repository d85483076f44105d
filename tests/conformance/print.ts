import type { FailedRule, Verdict } from './types.ts';
import { isFailure, ruleName } from './verdicts.ts';

/** Every file that fails with each rule it breaks and where first; a rule is told in full once, after that by its place. */
export function printVerdicts(verdicts: readonly Verdict[]): string {
  const told = new Set<string>();
  return verdicts.map((verdict) => printVerdict(verdict, told)).join('');
}

function printVerdict(verdict: Verdict, told: Set<string>): string {
  if (verdict.kind === 'unreadable') return `FAIL  ${verdict.name}: cannot be read: ${verdict.reason}\n`;
  const { name, profile, passed, failed } = verdict;
  if (failed.length === 0) return '';
  const rules = failed.map((rule) => {
    const first = !told.has(ruleName(rule));
    told.add(ruleName(rule));
    return printRule(rule, first);
  });
  return `FAIL  ${name}  ${profile}: ${count(failed.length, 'rule')} failed, ${passed} passed\n${rules.join('')}`;
}

const printRule = ({ standard, id, count: times, ...rule }: FailedRule, first: boolean): string =>
  [
    `      ${standard} ${id}  ${count(times, 'check')}`,
    ...(first ? [`        ${oneLine(rule.description)}`] : []),
    ...(rule.message === '' ? [] : [`        ${oneLine(rule.message)}`]),
    ...(rule.context === '' ? [] : [`        at ${rule.context}`]),
    '',
  ].join('\n');

/** One line for each profile, and below it the rules that failed and in how many files. */
export function printSummary(verdicts: readonly Verdict[]): string {
  const profiles = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const profile = verdict.kind === 'judged' ? verdict.profile : 'not readable';
    profiles.set(profile, [...(profiles.get(profile) ?? []), verdict]);
  }
  return [...profiles].map(([profile, found]) => printProfile(profile, found)).join('');
}

function printProfile(profile: string, verdicts: readonly Verdict[]): string {
  const files = new Map<string, number>();
  for (const verdict of verdicts)
    for (const rule of verdict.kind === 'judged' ? verdict.failed : [])
      files.set(ruleName(rule), (files.get(ruleName(rule)) ?? 0) + 1);
  const bad = verdicts.filter(isFailure).length;
  const rules = [...files].map(([rule, times]) => `        ${rule} in ${count(times, 'file')}\n`);
  return `${bad === 0 ? 'ok  ' : 'FAIL'}  ${profile}: ${count(verdicts.length, 'file')}, ${bad} failed; ${count(files.size, 'rule')} failed\n${rules.join('')}`;
}

/** `1 file`, `2 files`. */
export const count = (times: number, word: string): string => `${times} ${word}${times === 1 ? '' : 's'}`;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
