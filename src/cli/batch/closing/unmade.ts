import type { Diagnostic } from '../../../base/index.ts';
import { failedResult, type RunResult } from '../types.ts';

/** Something nothing was made of, and why. */
export type Unmade = { readonly file: string; readonly why: Diagnostic };

/** A run with a result for what it could not even begin with, so that counts and reports leave nothing out. */
export function withUnmade<T extends RunResult>(run: T, unmade: readonly Unmade[]): T {
  if (unmade.length === 0) return run;
  const failed = unmade.map(({ file, why }) => failedResult(file, [why]));
  return { ...run, records: [...failed, ...run.records], total: run.total + failed.length };
}
