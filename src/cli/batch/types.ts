import type { Diagnostic } from '../../base/index.ts';
import type { Format } from '../../wishes.ts';

/** A file that a run wrote, or found unchanged. */
export type Output = {
  /** Its path as the user would name it, with `/`. */
  readonly file: string;
  readonly format: Format;
  readonly bytes: number;
  /** When it was last written, in milliseconds. */
  readonly modified: number;
  /** The digest of its content, in hexadecimal. */
  readonly sha256: string;
};

/** What became of one record in a run. */
export type RecordResult = {
  /** The record's file as the user named it. */
  readonly file: string;
  /** `failed`: nothing was written; its findings say why. */
  readonly state: 'written' | 'unchanged' | 'failed';
  readonly pages: number | null;
  readonly outputs: readonly Output[];
  readonly findings: readonly Diagnostic[];
  /** What is told of how it was set, line by line; with `--verbose` more. */
  readonly told: readonly string[];
  /** Milliseconds of work; 0 for what was not done anew. */
  readonly time: number;
};

/** The result of a record that nothing was made of. */
export const failedResult = (file: string, findings: readonly Diagnostic[], time = 0): RecordResult => ({
  file,
  state: 'failed',
  pages: null,
  outputs: [],
  findings,
  told: [],
  time,
});

/** What a run does: `verify` writes nothing, but compares with what is there; what agrees counts as unchanged. */
export type Task = 'write' | 'verify';

/** A finished or interrupted run. */
export type RunResult = {
  readonly task: Task;
  /** In the order of the inputs; records that an interrupted run did not come to are missing. */
  readonly records: readonly RecordResult[];
  /** How many records there were to do. */
  readonly total: number;
  readonly jobs: number;
  /** Milliseconds from start to end. */
  readonly time: number;
  readonly interrupted: boolean;
};
