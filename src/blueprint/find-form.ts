import type { Outcome } from '../base/index.ts';
import { entry, type Mapping, type Node, type Scalar } from '../source/index.ts';
import { yearPattern } from './editions.ts';
import type { Shelf } from './shelf.ts';
import type { Blueprint } from './types.ts';
import { words } from './vocabulary.ts';

/** Where a record names its form; null where it does not, and so is none. */
export const nameOfForm = (root: Node): Scalar | null =>
  root.kind === 'map' ? scalarUnder(root, words.form.id) : null;

/** The form that a record names, in the edition of its year; null where it names none. Fails as {@link Shelf.find} does. */
export function findForm(root: Node, shelf: Shelf): Outcome<Blueprint> | null {
  const named = nameOfForm(root);
  if (named === null || root.kind !== 'map') return null;
  return shelf.find(
    named.text.normalize('NFC'),
    (key) => {
      const year = scalarUnder(root, key);
      return year !== null && yearPattern.test(year.text) ? { year: Number(year.text), at: year.span } : null;
    },
    named.span,
  );
}

function scalarUnder(map: Mapping, key: string): Scalar | null {
  const value = entry(map, key)?.value;
  return value?.kind === 'scalar' && !value.blank ? value : null;
}
