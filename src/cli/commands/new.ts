import { existsSync } from 'node:fs';
import path from 'node:path';
import { findingsOf, type Outcome, succeed } from '../../base/index.ts';
import type { Blueprint } from '../../blueprint/index.ts';
import { fileFailure } from '../disk/file-fault.ts';
import { isYaml } from '../disk/file-names.ts';
import { isFolder } from '../disk/on-disk.ts';
import { writeWhole } from '../disk/output.ts';
import { formAsked } from '../inputs/form-asked.ts';
import { type ExitCode, exit, type Terminal } from '../process/terminal.ts';
import { schemaPlace, schemaReference } from '../schema-place.ts';
import { openWorkshop, type WorkshopOptions } from '../workshop.ts';

export type NewOptions = Pick<WorkshopOptions, 'templates'>;

/** What is to be made: a record of a form, in a file or (undefined) on the standard output. */
export type NewRecord = { readonly form: string; readonly file: string | undefined };

/** `biaoli new`: a record that is still to be filled in, with what is to be written beside every key. */
export async function newRecord({ form, file }: NewRecord, options: NewOptions, terminal: Terminal): Promise<ExitCode> {
  const { reporter, press } = await openWorkshop(terminal, options);
  const asked = press.ok ? formAsked(press.value.shelf, form) : press;
  const made = asked.ok
    ? await (file === undefined ? textOnly(asked.value, terminal) : inFile(asked.value, file))
    : asked;
  reporter.report(findingsOf(made));
  if (!made.ok) return exit.faulty;
  terminal.out(made.value);
  return exit.fine;
}

const ownSchema = ({ folders: [own = ''] }: Blueprint): string => path.resolve(own, 'schema.json');

async function textOnly(blueprint: Blueprint, terminal: Terminal): Promise<Outcome<string>> {
  const { writeSkeleton } = await import('../../author/index.ts');
  const folder = process.cwd();
  const file = path.join(folder, 'new.yaml');
  const reference = schemaReference({ folder, file, schema: ownSchema(blueprint) });
  if (reference === null)
    terminal.err(`没有写编辑器用的 $schema 一行；要有，就写出文件名：biaoli new ${blueprint.id} data/新的.yaml\n`);
  return succeed(writeSkeleton(blueprint, reference));
}

/** Writes the record, and its schema where the form has none that can be kept with it; says what to do next. */
async function inFile(blueprint: Blueprint, file: string): Promise<Outcome<string>> {
  const refused = refusal(file);
  if (refused !== null) return refused;
  const { formSchemaText, writeSkeleton } = await import('../../author/index.ts');
  const place = schemaPlace({ folder: process.cwd(), file: path.resolve(file), schema: ownSchema(blueprint) });
  const texts: (readonly [string, string])[] = [[file, writeSkeleton(blueprint, place.reference)]];
  if (place.toWrite !== null) texts.unshift([place.toWrite, formSchemaText(blueprint)]);
  for (const [target, text] of texts) {
    const written = writeWhole(target, text);
    if (!written.ok) return written;
  }
  return succeed(`已写好 ${file}。填好以后检查：biaoli check ${file}\n`);
}

function refusal(file: string): Outcome<never> | null {
  if (existsSync(file)) {
    return isFolder(file)
      ? fileFailure('E006', file, ['这是一个文件夹', `写出文件名，例如 ${path.join(file, '民政办公室-2025.yaml')}。`])
      : fileFailure('E006', file, ['已经有这个文件，不覆盖', '换一个文件名；要重新开始，先把它改名或移走。']);
  }
  if (isYaml(file)) return null;
  return fileFailure('E005', file, [
    '数据要写在 YAML 文件里',
    `文件名写成 ${file.replace(/(?:\.[A-Za-z]\w{0,4})?\/*$/u, '')}.yaml。`,
  ]);
}
