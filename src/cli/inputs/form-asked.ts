import { type Diagnostic, type Outcome, succeed } from '../../base/index.ts';
import type { Blueprint, Shelf } from '../../blueprint/index.ts';
import { wholeFile } from '../disk/file-fault.ts';

/** What stands for a file in faults of what the command line names. */
export const COMMAND_LINE = '命令行';

/** The latest edition of the form that the command line names. Fails with B001 and the nearest name. */
export const formAsked = (shelf: Shelf, name: string): Outcome<Blueprint> =>
  shelf.find(name.normalize('NFC'), () => null, wholeFile(COMMAND_LINE));

/** The latest editions of all forms, in the order of their names; fails with the first that cannot be read. */
export function allForms(shelf: Shelf): Outcome<readonly Blueprint[]> {
  const forms: Blueprint[] = [];
  const warnings: Diagnostic[] = [];
  for (const id of shelf.ids()) {
    const form = formAsked(shelf, id);
    if (!form.ok) return form;
    forms.push(form.value);
    warnings.push(...form.warnings);
  }
  return succeed(forms, warnings);
}
