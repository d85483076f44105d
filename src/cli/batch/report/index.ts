import type { Outcome } from '../../../base/index.ts';
import { writeWhole } from '../../disk/output.ts';
import { nodeWorld } from '../../disk/world.ts';
import { sourcesOf } from '../../report/located.ts';
import type { RunResult } from '../types.ts';
import { type ReportEnding, reportEnding } from './ending.ts';
import { type ReportRow, reportRows, reportTotals } from './rows.ts';

/**
 * Writes what a run came to, a row for each record with all that was found in it, as JSON, HTML or XLSX by the ending of
 * the name (see {@link reportEnding}). Times apart, the same run gives the same bytes. Fails with E006; gives the path.
 */
export async function writeReport(run: RunResult, file: string): Promise<Outcome<string>> {
  const ending = reportEnding(file);
  if (ending === null) throw new Error(`a report cannot be written as ${file}`);
  const rows = reportRows(run, sourcesOf(nodeWorld()));
  return writeWhole(file, await contents[ending](run, rows, file));
}

type Content = (run: RunResult, rows: readonly ReportRow[], file: string) => Promise<string | Uint8Array>;

/** Each is loaded when it is asked for. */
const contents: Readonly<Record<ReportEnding, Content>> = {
  json: async (run, rows) => (await import('./json.ts')).runJson(run, rows, reportTotals(run, rows)),
  html: async (run, rows, reportFile) =>
    (await import('./html.ts')).runHtml({ run, rows, totals: reportTotals(run, rows), reportFile }),
  xlsx: async ({ task }, rows) => (await import('./xlsx.ts')).runWorkbook(task, rows),
};
