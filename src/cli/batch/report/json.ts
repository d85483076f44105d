import { jsonFinding } from '../../report/json.ts';
import type { RunResult } from '../types.ts';
import type { ReportRow, ReportTotals } from './rows.ts';

/** Counts up when a field changes its meaning or goes; new fields do not change it. */
const VERSION = 1;

/** A run as one JSON document. Keys stand in a fixed order; only the `milliseconds` differ from run to run. */
export function runJson(run: RunResult, rows: readonly ReportRow[], totals: ReportTotals): string {
  const records = rows.map(({ record, counts, found }) => ({
    file: record.file,
    state: record.state,
    pages: record.pages,
    errors: counts.errors,
    warnings: counts.warnings,
    hints: counts.hints,
    accepted: counts.accepted,
    outputs: record.outputs.map(({ file, format, bytes, sha256 }) => ({ file, format, bytes, sha256 })),
    told: record.told,
    diagnostics: found.map(jsonFinding),
    milliseconds: Math.round(record.time),
  }));
  const { task, interrupted, jobs } = run;
  const document = {
    version: VERSION,
    task,
    interrupted,
    jobs,
    milliseconds: Math.round(run.time),
    summary: totals,
    records,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
