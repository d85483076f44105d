import { type Blueprint, type Field, isComputed, type ListField, type TreeField, words } from '../blueprint/index.ts';
import { editionOf, factsOf } from '../record/json-schema/index.ts';
import { scalarText } from './format/scalar.ts';
import { placesOf } from './skeleton-names.ts';

/**
 * A record of a form that is still to be filled in: every field in the order of the form with what it is beside it, an
 * empty row under every name of the taxonomy. `schema` is where an editor finds the form's JSON Schema, as a path from
 * the record or a URL; null where there is none.
 */
export function writeSkeleton(blueprint: Blueprint, schema: string | null): string {
  const edition = editionOf(blueprint);
  const lines = [
    ...(schema === null ? [] : [`# yaml-language-server: $schema=${schema}`]),
    `# ${blueprint.id}${edition === '' ? '' : `（${edition}）`}`,
    '# 冒号后面空一格写内容。“#”后面是说明，不会印出来，可以删去。',
    '# 必填：一定要写；可留空：名称留着，内容可以空着；可不写：用不上就连名称带下面的整段删去。',
    '',
    `${words.form.id}: ${scalarText(blueprint.id, 'block')}`,
    ...blueprint.fields.fields.flatMap((field) => section(field)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** A field of the top; an empty line sets off those that have more than one line. */
function section(field: Field): string[] {
  const lines = fieldLines(field);
  return lines.length > 1 ? ['', ...lines] : lines;
}

const fieldLines = (field: Field): string[] => shownOnly(field, plainLines(field));

/** What the program works out by itself is shown, and left out until somebody wants to write it. */
const shownOnly = (field: Field, lines: string[]): string[] =>
  isComputed(field) ? lines.map((line) => `# ${line}`) : lines;

const plainLines = (field: Field): string[] => [
  `${keyOf(field.name)}:  # ${[...factsOf(field), ...howToWrite(field)].join('；')}`,
  ...indented(below(field)),
];

function howToWrite({ kind }: Field): string[] {
  if (kind === 'list') return ['每项以“- ”开头，有几项写几项'];
  return kind === 'tree' ? ['每条以“- ”开头，有几条写几条；一条也没有的，在名称后面写 []'] : [];
}

function below(field: Field): string[] {
  switch (field.kind) {
    case 'group':
      return field.fields.flatMap(isComputed(field) ? plainLines : fieldLines);
    case 'list':
      return itemLines(field);
    case 'tree':
      return treeLines(field);
    default:
      return [];
  }
}

function itemLines({ item }: ListField): string[] {
  if (item.kind === 'group') return asItem(below(item));
  return [`-  # ${factsOf(item).join('；')}`];
}

/** The names with an empty row each; what the columns are is said once, above them. */
function treeLines({ taxonomy, row }: TreeField): string[] {
  const columns = row.fields.map((column) => `# ${column.name}：${factsOf(column).join('；')}`);
  const empty = asItem(row.fields.flatMap((column) => shownOnly(column, [`${keyOf(column.name)}:`])));
  const named = (name: string, inner: readonly string[]): string[] => [`${keyOf(name)}:`, ...indented(inner)];
  const names = placesOf(taxonomy).flatMap(({ name, isUsual, below: seconds }) => {
    if (!isUsual) return [elsewhere(name)];
    if (seconds.length === 0) return named(name, empty);
    return named(
      name,
      seconds.flatMap((second) => (second.isUsual ? named(second.name, empty) : [elsewhere(second.name)])),
    );
  });
  return [...columns, ...names];
}

const elsewhere = (name: string): string => `# ${keyOf(name)}:  # 有的表写在这里`;

const keyOf = (name: string): string => scalarText(name, 'block');

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** Lines of an item: the first begins with a dash. */
const asItem = (lines: readonly string[]): string[] => lines.map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`));
