import { type Diagnostic, type Outcome, placeAt, succeed, type World } from '../../base/index.ts';
import { type ComparedRecord, compareRecords, isSame } from '../../compare/index.ts';
import type { Filled } from '../../pipeline.ts';
import type { Press } from '../../press.ts';
import type { End, Pair } from './pair.ts';

/** A pair with what was found; the filled-in new form where there is one to be marked. */
export type Compared = { readonly pair: Pair; readonly record: ComparedRecord; readonly after: Filled | null };

/** A pair that was compared, and what is wrong with its ends. */
type Judged = { readonly compared: Compared; readonly problems: readonly Diagnostic[] };

export async function comparePair(pair: Pair, press: Press, world: World): Promise<Judged> {
  const fill = async (end: End | null): Promise<Outcome<Filled | null>> =>
    end === null ? succeed(null) : press.fill(end.name);
  const [before, after] = [await fill(pair.before), await fill(pair.after)];
  const { file, renamedFrom } = pair;
  const problems = [before, after].flatMap((end) => (end.ok ? [] : end.problems));
  if (!before.ok || !after.ok) {
    const faults = problems
      .filter(({ severity }) => severity === 'error')
      .map(({ at, message }) => ({ place: placeOf(at, world), message }));
    return {
      compared: { pair, record: { file, renamedFrom, form: '', kind: 'faulty', faults }, after: null },
      problems,
    };
  }
  const [old, now] = [before.value, after.value];
  const base = { file, renamedFrom, form: (now ?? old)?.record.blueprint.id ?? '' };
  const record: ComparedRecord =
    old !== null && now !== null
      ? { ...base, kind: 'both', changes: compareRecords(old, now) }
      : { ...base, kind: now === null ? 'removed' : 'added' };
  return { compared: { pair, record, after: now }, problems: [] };
}

function placeOf({ file, start }: Diagnostic['at'], world: World): string {
  const text = world.readText(file);
  if (!text.ok) return file;
  const { line, column } = placeAt(text.value, start);
  return `${file}:${line}:${column}`;
}

export const differs = (record: ComparedRecord): boolean => record.kind !== 'both' || !isSame(record.changes);
