import { byPlace } from '../../../base/index.ts';
import { type Located, locate, type ReadSource } from '../../report/located.ts';
import { type Tally, tally } from '../../report/tally.ts';
import type { RecordResult, RunResult, Task } from '../types.ts';

/** A record in a report, with the places of its findings worked out. */
export type ReportRow = {
  readonly record: RecordResult;
  readonly counts: Tally;
  /** In the order of their places. */
  readonly found: readonly Located[];
};

/** The sums of a report. */
export type ReportTotals = Tally & {
  readonly total: number;
  readonly written: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly pages: number;
  readonly bytes: number;
};

/** The rows of a report, in the order of the inputs. Only one record's text is held at a time. */
export const reportRows = (run: RunResult, readSource: ReadSource): readonly ReportRow[] =>
  run.records.map((record) => ({
    record,
    counts: tally(record.findings),
    found: locate(record.findings.toSorted(byPlace), readSource),
  }));

export function reportTotals({ total }: RunResult, rows: readonly ReportRow[]): ReportTotals {
  const sum = (count: (row: ReportRow) => number): number => rows.reduce((before, row) => before + count(row), 0);
  const inState = (state: RecordResult['state']): number => rows.filter(({ record }) => record.state === state).length;
  return {
    total,
    written: inState('written'),
    unchanged: inState('unchanged'),
    failed: inState('failed'),
    pages: sum(({ record }) => record.pages ?? 0),
    bytes: sum(({ record }) => record.outputs.reduce((bytes, output) => bytes + output.bytes, 0)),
    errors: sum(({ counts }) => counts.errors),
    warnings: sum(({ counts }) => counts.warnings),
    hints: sum(({ counts }) => counts.hints),
    accepted: sum(({ counts }) => counts.accepted),
  };
}

/** A record's name for people: that of its file, without folders and ending. */
export const nameOf = ({ file }: RecordResult): string =>
  file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/iu, '');

/** What became of a record, as people read it. */
export const stateNames: Readonly<Record<Task, Readonly<Record<RecordResult['state'], string>>>> = {
  write: { written: '已生成', unchanged: '没有变', failed: '没有生成' },
  verify: { written: '已生成', unchanged: '一致', failed: '没有对上' },
};
