import { describe, expect, test } from 'vitest';
import { printSummary, printVerdicts } from './print.ts';
import { readReport } from './report.ts';
import { isFailure, isFound } from './verdicts.ts';

const file = { name: '大朗 a3a', path: '/tmp/0001.pdf' };
const broken = (clause: string, testNumber: number) => ({
  status: 'failed',
  specification: 'ISO 19005-3:2012',
  clause,
  testNumber,
  failedChecks: 350,
  description: `rule ${clause}`,
  checks: [{ status: 'failed', context: `root/${clause}`, errorMessage: 'seen' }],
});
const result = (...rules: readonly ReturnType<typeof broken>[]) => ({
  profileName: 'PDF/A-3A validation profile',
  compliant: rules.length === 0,
  jobEndStatus: 'normal',
  details: { passedRules: 151, failedRules: rules.length, ruleSummaries: rules },
});
const job = (changes: object) => ({ itemDetails: { name: file.path }, ...changes });
const reportOf = (...jobs: readonly object[]) => JSON.stringify({ report: { jobs } });
const read = (...jobs: readonly object[]) => readReport(reportOf(...jobs), [file]);

describe('a report of veraPDF', () => {
  test('gives every broken rule in the order of its standard, with its first place', () => {
    const [verdict] = read(job({ validationResult: [result(broken('6.10', 2), broken('6.2.4.3', 4))] }));
    expect(verdict).toMatchObject({ kind: 'judged', name: file.name, profile: 'PDF/A-3A', passed: 151 });
    const text = printVerdicts(verdict === undefined ? [] : [verdict]);
    expect(text).toContain('FAIL  大朗 a3a  PDF/A-3A: 2 rules failed, 151 passed\n');
    expect(text.indexOf('ISO 19005-3:2012 6.2.4.3-4  350 checks')).toBeLessThan(text.indexOf('6.10-2'));
    expect(text).toContain('        rule 6.10\n        seen\n        at root/6.10\n');
  });

  test('of a conforming file is no failure, and prints one line for its profile', () => {
    const verdicts = read(job({ validationResult: [result()] }));
    expect(verdicts.some(isFailure)).toBe(false);
    expect(printVerdicts(verdicts)).toBe('');
    expect(printSummary(verdicts)).toBe('ok    PDF/A-3A: 1 file, 0 failed; 0 rules failed\n');
  });

  test('of a file that cannot be read, or on which veraPDF stopped, is a failure', () => {
    const unread = read(job({ taskException: { exceptionMessage: 'no startxref' } }));
    expect(printVerdicts(unread)).toBe('FAIL  大朗 a3a: cannot be read: no startxref\n');
    const stopped = read(job({ validationResult: [{ ...result(), jobEndStatus: 'cancelled' }] }));
    expect([...unread, ...stopped].map(isFailure)).toEqual([true, true]);
  });

  test('that is silent about a file, gives no result or contradicts itself is no report', () => {
    expect(() => read()).toThrow('says nothing about 大朗 a3a');
    expect(() => read(job({}))).toThrow('gives no result');
    expect(() => read(job({ validationResult: [{ ...result(), compliant: false }] }))).toThrow('contradicts itself');
    const lost = { ...result(broken('6.1', 1)), compliant: true };
    expect(() => read(job({ validationResult: [lost] }))).toThrow('contradicts itself');
  });
});

test('a fault is found when a rule fails that the original keeps, not when the same ones fail', () => {
  const of = (...rules: readonly ReturnType<typeof broken>[]) => read(job({ validationResult: [result(...rules)] }));
  expect(isFound(of(broken('6.1', 1)), of())).toBe(true);
  expect(isFound(of(broken('6.1', 1), broken('6.2', 1)), of(broken('6.1', 1)))).toBe(true);
  expect(isFound(of(broken('6.1', 1)), of(broken('6.1', 1)))).toBe(false);
  expect(isFound(of(), of())).toBe(false);
});
