import { andThen, findingsOf, type Outcome, succeed } from '../../base/index.ts';
import type { Shelf } from '../../blueprint/index.ts';
import { deliver } from '../deliver.ts';
import { allForms, formAsked } from '../inputs/form-asked.ts';
import { type ExitCode, exit, type Terminal } from '../process/terminal.ts';
import { openWorkshop, type WorkshopOptions } from '../workshop.ts';

export type SchemaOptions = Pick<WorkshopOptions, 'templates'> & {
  /** The file to write; left out: the standard output. */
  readonly out?: string;
};

/** `biaoli schema`: the JSON Schema of one form's records, or one for all forms. */
export async function schema(form: string | undefined, options: SchemaOptions, terminal: Terminal): Promise<ExitCode> {
  const { reporter, press } = await openWorkshop(terminal, options);
  const written = press.ok ? await schemaOf(press.value.shelf, form) : press;
  reporter.report(findingsOf(written));
  if (!written.ok) return exit.faulty;
  return deliver(written.value, options.out, terminal, reporter);
}

async function schemaOf(shelf: Shelf, form: string | undefined): Promise<Outcome<string>> {
  const { anyFormSchemaText, formSchemaText } = await import('../../author/index.ts');
  return form === undefined
    ? andThen(allForms(shelf), (forms) => succeed(anyFormSchemaText(forms)))
    : andThen(formAsked(shelf, form), (blueprint) => succeed(formSchemaText(blueprint)));
}
