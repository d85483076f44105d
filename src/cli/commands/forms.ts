import { andThen, findingsOf, type Outcome, succeed } from '../../base/index.ts';
import type { Blueprint, Field, TreeField } from '../../blueprint/index.ts';
import type { Press } from '../../press.ts';
import { editionOf, factsOf } from '../../record/json-schema/index.ts';
import { formAsked } from '../inputs/form-asked.ts';
import { type ExitCode, exit, inLines, type Terminal } from '../process/terminal.ts';
import type { Reporter } from '../report/reporter.ts';
import { openWorkshop, type WorkshopOptions } from '../workshop.ts';

export type FormsOptions = WorkshopOptions & { readonly check?: boolean };

/**
 * `biaoli forms`: all forms with the names of their fields, or one with all there is to fill in; with `--check` what is
 * wrong with the forms themselves.
 */
export async function forms(form: string | undefined, options: FormsOptions, terminal: Terminal): Promise<ExitCode> {
  const { reporter, press, world, templates } = await openWorkshop(terminal, options);
  const id = form?.normalize('NFC');
  if (press.ok && options.check === true) {
    const { proofForms } = await import('./proof-forms.ts');
    return proofForms(press.value, { id, world, templates, reporter, terminal });
  }
  if (press.ok && id === undefined) return list(press.value, reporter, terminal);
  const printed = andThen(press, (opened) => described(opened, id ?? ''));
  reporter.report(findingsOf(printed));
  if (!printed.ok) return exit.faulty;
  terminal.out(printed.value);
  return exit.fine;
}

/** Every form with its fields; one with faults does not hide the others. */
function list({ shelf }: Press, reporter: Reporter, terminal: Terminal): ExitCode {
  let code: ExitCode = exit.fine;
  for (const id of shelf.ids()) {
    const found = formAsked(shelf, id);
    reporter.report(findingsOf(found));
    const names = found.ok ? found.value.fields.fields.map(({ name }) => name).join('、') : '（有错误，不能用）';
    terminal.out(`${id}\n  ${names}\n`);
    if (!found.ok) code = exit.faulty;
  }
  return code;
}

const described = ({ shelf }: Press, form: string): Outcome<string> =>
  andThen(formAsked(shelf, form), (blueprint) =>
    succeed(inLines([...head(blueprint), ...blueprint.fields.fields.flatMap((field) => fieldLines(field, 0))])),
  );

const head = (blueprint: Blueprint): string[] => [
  `表: ${blueprint.id}`,
  ...[editionOf(blueprint)].filter((told) => told !== '').map((told) => `# ${told}`),
];

/** A field with what stands below it, indented as in a record. */
function fieldLines(field: Field, depth: number): string[] {
  const line = `${'  '.repeat(depth)}${field.name}:  # ${factsOf(field).join('；')}`;
  return [line, ...below(field, depth + 1)];
}

function below(field: Field, depth: number): string[] {
  switch (field.kind) {
    case 'group':
      return field.fields.flatMap((child) => fieldLines(child, depth));
    case 'list':
      return asItem(field.item.kind === 'group' ? below(field.item, depth + 1) : [], depth);
    case 'tree':
      return treeLines(field, depth);
    default:
      return [];
  }
}

/** All names of a taxonomy; the columns, which are the same under each, only once. */
function treeLines({ taxonomy, row }: TreeField, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const firsts = [...taxonomy.levels];
  let shown: string | null = null;
  /** A name with its columns, or with where they are listed. */
  const named = (name: string, at: number, remarks: readonly string[]): string[] => {
    const same = shown === null ? [] : [`各栏同“${shown}”`];
    const facts = [...same, ...remarks];
    const line = `${'  '.repeat(at)}${name}:${facts.length === 0 ? '' : `  # ${facts.join('；')}`}`;
    if (shown !== null) return [line];
    shown = name;
    return [line, ...asItem(below(row, at + 2), at + 1)];
  };
  return firsts.flatMap(([first, seconds]) => {
    if (seconds.length === 0) return named(first, depth, ['没有二级，直接写一条一条']);
    const under = seconds.flatMap((second) => {
      const others = firsts.filter(([name, names]) => name !== first && names.includes(second)).map(([name]) => name);
      const remark = others.length === 0 ? [] : [`也可以写在“${others.join('”“')}”下面，只写一处`];
      return named(second, depth + 1, remark);
    });
    return [`${indent}${first}:`, ...under];
  });
}

/** Lines of an item: a dash stands in the indentation of the first. */
function asItem(lines: readonly string[], depth: number): string[] {
  const [first, ...others] = lines;
  const indent = '  '.repeat(depth);
  return first === undefined ? [`${indent}-`] : [`${indent}- ${first.trimStart()}`, ...others];
}
