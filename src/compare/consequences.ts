import { addTo, type Path } from '../base/index.ts';
import type { Field } from '../blueprint/index.ts';
import type { Change } from './types.ts';
import type { Found } from './walk.ts';

/**
 * Tells sums that changed with their causes: the changes of their terms. A sum without a cause stays an edit. `root`
 * are the fields that paths lead through.
 */
export function withCauses(found: readonly Found[], root: Field): readonly Change[] {
  const changesOf = changesByTerm(found, root, /[1-9]/);
  // A row with nothing but noughts changes whether a sum is printed at all.
  const allChangesOf = changesByTerm(found, root, /\d/);
  return found.map(({ change, sumOf }) => {
    if (change.kind !== 'edited' || sumOf === null) return change;
    const terms = sumOf.map((path) => path.map(({ name }) => name).join('\0'));
    const counting = new Set(terms.flatMap((term) => changesOf.get(term) ?? []));
    const causes = counting.size > 0 ? counting : new Set(terms.flatMap((term) => allChangesOf.get(term) ?? []));
    return causes.size > 0 ? { ...change, kind: 'followed', causes: [...causes] } : change;
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

/** The amounts that a change may add to or take from sums, as paths of fields. */
function termsOf(change: Change, root: Field, counts: RegExp): readonly string[] {
  switch (change.kind) {
    case 'edited':
      return [namesOf(change.path, root)];
    case 'added':
    case 'removed':
      return change.row.values.flatMap(({ path, text }) => (counts.test(text) ? [namesOf(path, root)] : []));
    default:
      return [];
  }
}

/** The names of the fields on a path: without the places in lists, and the names of a taxonomy. */
function namesOf(path: Path, root: Field): string {
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
  return names.join('\0');
}
