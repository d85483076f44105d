import type { Outcome } from '../../base/index.ts';
import type { Blueprint, Shelf } from '../../blueprint/index.ts';
import { words } from '../../blueprint/index.ts';
import { entry, type SourceFile } from '../../source/index.ts';

/** The form a record names, in the edition of its year; null where the file names none and so is no record. */
export function formOf({ root }: SourceFile, shelf: Shelf): Outcome<Blueprint> | null {
  const named = root.kind === 'map' ? entry(root, words.form.id)?.value : undefined;
  if (root.kind !== 'map' || named?.kind !== 'scalar' || named.blank) return null;
  return shelf.find(
    named.text.normalize('NFC'),
    (key) => {
      const value = entry(root, key)?.value;
      return value?.kind === 'scalar' && /^\d{4}$/.test(value.text)
        ? { year: Number(value.text), at: value.span }
        : null;
    },
    named.span,
  );
}
