import { addTo, type Path, pathKey, remembered } from '../base/index.ts';
import type { Field } from '../blueprint/index.ts';
import type { Change } from './types.ts';
import type { Found } from './walk.ts';

/**
 * Tells sums that changed with their causes: the changes of their terms, and of the terms of those that are sums
 * themselves. A sum without a cause stays an edit. `root` are the fields that paths lead through.
 */
export function withCauses(found: readonly Found[], root: Field): readonly Change[] {
  const changesOf = changesByTerm(found, root, /[1-9]/);
  // A row with nothing but noughts changes whether a sum is printed at all.
  const allChangesOf = changesByTerm(found, root, /\d/);
  const sums = new Map(found.map(({ change, sumOf }) => [change, change.kind === 'edited' ? sumOf : null]));
  const causesOf = remembered((change: Change): ReadonlySet<Change> => {
    const row = rowOf(change.path);
    const terms = (sums.get(change) ?? []).map((path) =>
      termKey(
        row,
        path.map(({ name }) => name),
      ),
    );
    const counting = terms.flatMap((term) => changesOf.get(term) ?? []);
    const causes = counting.length > 0 ? counting : terms.flatMap((term) => allChangesOf.get(term) ?? []);
    return new Set(
      causes.flatMap((cause) => {
        const further = causesOf(cause);
        return further.size > 0 ? [...further] : [cause];
      }),
    );
  });
  return found.map(({ change }) => {
    const causes = causesOf(change);
    return change.kind === 'edited' && causes.size > 0 ? { ...change, kind: 'followed', causes: [...causes] } : change;
  });
}

/** The changes by the terms they may change; of rows that came or went, only values that hold such a character. */
function changesByTerm(found: readonly Found[], root: Field, counts: RegExp): ReadonlyMap<string, readonly Change[]> {
  const byTerm = new Map<string, Change[]>();
  for (const { change } of found) {
    for (const term of termsOf(change, root, counts)) addTo(byTerm, term, change);
  }
  return byTerm;
}

/** The amounts that a change may add to or take from sums. */
function termsOf(change: Change, root: Field, counts: RegExp): readonly string[] {
  switch (change.kind) {
    case 'edited':
      return termsAt(change.path, root);
    case 'added':
    case 'removed':
      return change.row.values.flatMap(({ path, text }) =>
        counts.test(text) ? [termKey([], namesOf(path, root))] : [],
      );
    default:
      return [];
  }
}

/** A value as sums call it that stand in the same record, or in a row or item around it. */
function termsAt(path: Path, root: Field): readonly string[] {
  const names = namesOf(path, root);
  const rows = path.flatMap((part, i) => (typeof part === 'number' ? [path.slice(0, i + 1)] : []));
  return [[], ...rows].map((row) => termKey(row, names.slice(namesOf(row, root).length)));
}

/** What a sum in a row, or outside of rows, calls one of its terms. */
const termKey = (row: Path, names: readonly string[]): string => [pathKey(row), ...names].join('\0');

/** The row or item that a path leads into; nothing for what stands in none. */
const rowOf = (path: Path): Path => path.slice(0, path.findLastIndex((part) => typeof part === 'number') + 1);

/** The names of the fields on a path: without the places in lists, and the names of a taxonomy. */
function namesOf(path: Path, root: Field): readonly string[] {
  let field: Field | undefined = root;
  const names: string[] = [];
  for (const part of path) {
    if (typeof part === 'number')
      field = field?.kind === 'tree' ? field.row : field?.kind === 'list' ? field.item : field;
    else if (field?.kind !== 'tree') {
      names.push(part);
      field = field?.kind === 'group' ? field.fields.find(({ name }) => name === part) : field;
    }
  }
  return names;
}
