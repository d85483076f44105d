import { scalarText } from '../../src/author/format/scalar.ts';
import type { Blueprint, Field, GroupField } from '../../src/blueprint/index.ts';

/** A record of a form with the example of every field, and a row under every name of its taxonomy. */
export function filledIn({ id, fields }: Blueprint): string {
  return [`表: ${scalarText(id, 'block')}`, ...membersOf(fields), ''].join('\n');
}

const membersOf = ({ fields }: GroupField): string[] =>
  // What the program adds up is left to it: the examples of several fields do not add up.
  fields.filter((field) => !isSum(field)).flatMap((field) => under(field.name, field));

const isSum = (field: Field): boolean =>
  field.kind === 'group' ? field.fields.every(isSum) : field.kind === 'amount' && field.sumOf !== null;

function under(name: string, field: Field): string[] {
  const key = scalarText(name, 'block');
  const below = (lines: readonly string[]): string[] => [`${key}:`, ...lines.map((line) => `  ${line}`)];
  switch (field.kind) {
    case 'group':
      return below(membersOf(field));
    case 'list':
      return below(item(field.item.kind === 'group' ? membersOf(field.item) : [example(field.item)]));
    case 'tree': {
      const row = item(membersOf(field.row));
      return below(
        [...field.taxonomy.levels].flatMap(([first, seconds]) => [
          `${first}:`,
          ...(seconds.length === 0
            ? row
            : seconds.flatMap((second) => [`${second}:`, ...row.map((line) => `  ${line}`)])
          ).map((line) => `  ${line}`),
        ]),
      );
    }
    default:
      return [`${key}: ${example(field)}`];
  }
}

const item = (lines: readonly string[]): string[] => lines.map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`));

const example = (field: Field): string => scalarText(field.example, 'block');

/** The keys that must have something after them, where nothing around them can be left out. */
export function mustBeFilled({ fields }: Blueprint): string[] {
  const namesIn = (group: GroupField): string[] =>
    group.fields.flatMap((field) => {
      if (field.kind === 'group') return namesIn(field);
      if (field.kind === 'list') return field.item.kind === 'group' ? namesIn(field.item) : [];
      return field.kind === 'tree' || field.mayBeBlank ? [] : [field.name];
    });
  return namesIn(fields);
}
