import type { Code } from '../../../base/index.ts';
import type { RecordResult } from '../types.ts';

/** The warnings of one code: how many, in how many records, and the first of these. */
export type CodeCount = {
  readonly code: Code;
  readonly count: number;
  readonly records: number;
  readonly first: string;
};

/**
 * The warnings of a run that nobody accepts, by code, the most frequent first; one of a form, found again with each of
 * its records, counts once.
 */
export function warningsByCode(records: readonly RecordResult[]): readonly CodeCount[] {
  const byCode = new Map<Code, { readonly keys: Set<string>; readonly files: Set<string> }>();
  for (const { file, findings } of records)
    for (const { code, severity, accepted, at, message } of findings) {
      if (severity !== 'warning' || accepted !== null) continue;
      const known = byCode.get(code) ?? { keys: new Set(), files: new Set() };
      known.keys.add(`${at.file}\0${at.start}\0${message}`);
      known.files.add(file);
      byCode.set(code, known);
    }
  return [...byCode]
    .map(([code, { keys, files }]) => ({ code, count: keys.size, records: files.size, first: [...files][0] ?? '' }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
