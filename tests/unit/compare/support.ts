import { compareRecords, type RecordChanges, showPlainly, textOfRecord } from '../../../src/compare/index.ts';
import type { Filled } from '../../../src/pipeline.ts';
import type { Press } from '../../../src/press.ts';
import { realPress } from '../../support/real-world.ts';
import { successOf } from '../../support/set-form.ts';

/** Two records, filled in. */
export type Ends = { readonly press: Press; readonly before: Filled; readonly after: Filled };

const [OLD, NOW] = ['HEAD:data/a.yaml', 'data/a.yaml'] as const;
const texts = new Map<string, string>();
/** Opened once: forms and fonts are the same for all tests. */
const press = realPress(texts);

/** Fills in two YAML texts as the files `HEAD:data/a.yaml` and `data/a.yaml`. */
export async function endsOf(before: string, after: string): Promise<Ends> {
  texts.set(OLD, before);
  texts.set(NOW, after);
  return { press, before: successOf(await press.fill(OLD)), after: successOf(await press.fill(NOW)) };
}

export async function changesOf(before: string, after: string): Promise<RecordChanges> {
  const ends = await endsOf(before, after);
  return compareRecords(ends.before, ends.after);
}

/** The lines that tell of the changes, without the line of the file. */
export async function linesOf(before: string, after: string): Promise<string[]> {
  const changes = await changesOf(before, after);
  return told(changes).slice(1);
}

/** What is told of the changes of `data/a.yaml`, line by line. */
export const told = (changes: RecordChanges): string[] =>
  textOfRecord({ kind: 'both', file: 'data/a.yaml', renamedFrom: null, form: '表', changes }, showPlainly)
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());
