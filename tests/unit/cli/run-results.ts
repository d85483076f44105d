import { type Diagnostic, type DiagnosticInit, diagnostic } from '../../../src/base/index.ts';
import type { RecordResult, RunResult } from '../../../src/cli/batch/types.ts';

/** A finding in a file, at its begin unless said otherwise. */
export const finding = (file: string, init: Partial<DiagnosticInit> = {}): Diagnostic =>
  diagnostic({ code: 'R004', at: { file, start: 0, end: 1 }, message: '应是数字', advice: '写成 840。', ...init });

/** A record with a PDF and a DOCX. */
export const written = (name: string, change: Partial<RecordResult> = {}): RecordResult => ({
  file: `data/${name}.yaml`,
  state: 'written',
  pages: 3,
  outputs: [
    { file: `out/${name}.pdf`, format: 'pdf', bytes: 2000, modified: 1, sha256: 'ab'.repeat(32) },
    { file: `out/${name}.docx`, format: 'docx', bytes: 1000, modified: 1, sha256: 'cd'.repeat(32) },
  ],
  findings: [],
  told: [],
  time: 10,
  ...change,
});

/** A record that failed, for one error unless said otherwise. */
export const failed = (name: string, findings?: readonly Diagnostic[]): RecordResult => ({
  file: `data/${name}.yaml`,
  state: 'failed',
  pages: null,
  outputs: [],
  findings: findings ?? [finding(`data/${name}.yaml`)],
  told: [],
  time: 10,
});

/** So many records that were written, named by numbers. */
export const many = (count: number, change: (i: number) => Partial<RecordResult> = () => ({})): RecordResult[] =>
  Array.from({ length: count }, (_, i) => written(String(i).padStart(4, '0'), change(i)));

/** A finished run over these records. */
export const runOf = (records: readonly RecordResult[], change: Partial<RunResult> = {}): RunResult => ({
  task: 'write',
  records,
  total: records.length,
  jobs: 2,
  time: 4100,
  interrupted: false,
  ...change,
});
