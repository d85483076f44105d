import { andThen, type Outcome } from '../../../src/base/index.ts';
import { type CheckedRecord, readRecord, type Value } from '../../../src/record/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { commons, type Files, openedShelf, told, worldOf } from '../blueprint/support.ts';

export const FILE = 'data/a.yaml';

/** Reads a record whose form is `templates/表一/form.yaml` with these fields. */
export function recordOf(form: string, record: string, others: Files = {}): Outcome<CheckedRecord> {
  const shelf = openedShelf(worldOf({ ...commons, 'templates/表一/form.yaml': form, ...others }));
  return andThen(parseSource(FILE, record), (source) => readRecord(source, shelf));
}

/** What is said of a record, each with its place. */
export const faultsOf = (form: string, record: string): string[] => told(recordOf(form, record), record);

/** The printed texts of a value: maps as objects, lists as arrays. */
export function texts(value: Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.text;
    case 'group':
      return Object.fromEntries([...value.members].map(([name, member]) => [name, texts(member)]));
    case 'list':
      return value.items.map(texts);
    case 'tree':
      return value.nodes.map(({ name, below, rows }) => [
        name,
        ...below.map((node) => [node.name, ...node.rows.map(texts)]),
        ...rows.map(texts),
      ]);
  }
}
