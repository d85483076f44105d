import type { Outcome } from '../../base/index.ts';
import { type Blueprint, findForm, type Shelf, words } from '../../blueprint/index.ts';
import { entry, type SourceFile } from '../../source/index.ts';

/** The form a record names, in the edition of its year; null where the file names none and so is no record. */
export function formOf({ root }: SourceFile, shelf: Shelf): Outcome<Blueprint> | null {
  const named = root.kind === 'map' ? entry(root, words.form.id)?.value : undefined;
  return root.kind !== 'map' || named?.kind !== 'scalar' || named.blank ? null : findForm(root, named, shelf);
}
