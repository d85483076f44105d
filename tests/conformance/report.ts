import { z } from 'zod';
import type { FailedRule, StagedPdf, Verdict } from './types.ts';

const rule = z.object({
  status: z.string(),
  specification: z.string(),
  clause: z.string(),
  testNumber: z.number(),
  failedChecks: z.number(),
  description: z.string(),
  checks: z.array(z.object({ context: z.string(), errorMessage: z.string().nullish() })).default([]),
});
const result = z.object({
  profileName: z.string(),
  compliant: z.boolean(),
  jobEndStatus: z.string(),
  details: z.object({ passedRules: z.number(), failedRules: z.number(), ruleSummaries: z.array(rule).default([]) }),
});
const report = z.object({
  report: z.object({
    jobs: z.array(
      z.object({
        itemDetails: z.object({ name: z.string() }),
        validationResult: z.array(result).default([]),
        taskException: z.object({ exceptionMessage: z.string() }).optional(),
      }),
    ),
  }),
});

/**
 * What veraPDF's JSON says of the files it was given, in their order.
 * @throws Error where it passes over a file or contradicts itself: silence is no consent.
 */
export function readReport(json: string, files: readonly StagedPdf[]): Verdict[] {
  const { jobs } = report.parse(JSON.parse(json)).report;
  const byPath = new Map(jobs.map((job) => [job.itemDetails.name, job]));
  return files.flatMap(({ name, path }): Verdict[] => {
    const job = byPath.get(path);
    if (job === undefined) throw new Error(`veraPDF says nothing about ${name}`);
    if (job.taskException !== undefined)
      return [{ kind: 'unreadable', name, reason: job.taskException.exceptionMessage }];
    if (job.validationResult.length === 0) throw new Error(`veraPDF gives no result for ${name}`);
    return job.validationResult.map((found) => verdict(name, found));
  });
}

function verdict(name: string, { profileName, compliant, jobEndStatus, details }: z.infer<typeof result>): Verdict {
  const failed = details.ruleSummaries
    .filter(({ status }) => status === 'failed')
    .map(failedRule)
    .toSorted(byClause);
  if (jobEndStatus !== 'normal') return { kind: 'unreadable', name, reason: `veraPDF stopped: ${jobEndStatus}` };
  if (compliant !== (failed.length === 0) || failed.length !== details.failedRules)
    throw new Error(`veraPDF contradicts itself about ${name}: compliant ${compliant}, ${failed.length} rules failed`);
  return {
    kind: 'judged',
    name,
    profile: profileName.split(' ')[0] ?? profileName,
    passed: details.passedRules,
    failed,
  };
}

/** veraPDF's own order changes from run to run. */
const clauses = new Intl.Collator('en', { numeric: true });
const byClause = (one: FailedRule, other: FailedRule): number => clauses.compare(one.id, other.id);

const failedRule = (found: z.infer<typeof rule>): FailedRule => ({
  id: `${found.clause}-${found.testNumber}`,
  standard: found.specification,
  description: found.description,
  count: found.failedChecks,
  message: found.checks[0]?.errorMessage ?? '',
  context: found.checks[0]?.context ?? '',
});
