import type { Field, TreeField } from '../../blueprint/index.ts';
import type { Matchable } from '../../compare/index.ts';
import type { TreeNode, Value } from '../../record/index.ts';
import { itemsBelow, keyBelow, namesBelow } from '../printed/spots.ts';
import type { Instance } from '../reading/instances.ts';
import { asReadBack, readings } from '../text/blanks.ts';

/** Values of the record and of the document are compared in what the form prints. */
type Printed = ReadonlySet<string>;

/** An item of the record. */
export function itemOfValue(value: Value, key: string, printed: Printed): Matchable {
  if (value.kind === 'scalar') return { kind: 'text', row: { name: '' }, rest: textOf(value, key, printed).join('\n') };
  const texts = textOf(value, key, printed);
  return rowOf(value.field, texts);
}

/** An item of the document. */
export function itemOfInstance(field: Field, instance: Instance, key: string, printed: Printed): Matchable {
  const texts = textIn(field, instance, key, printed);
  if (field.kind !== 'group') return { kind: 'text', row: { name: '' }, rest: texts.join('\n') };
  return rowOf(field, texts);
}

const rowOf = (field: Field, texts: readonly string[]): Matchable => {
  const named = field.kind === 'group' && !['group', 'list', 'tree'].includes(field.fields[0]?.kind ?? 'group');
  const [first = '', ...others] = texts;
  return { kind: 'row', row: { name: named ? first : '' }, rest: (named ? others : texts).join('\n') };
};

/** The printed texts of a value, in the order of the fields. */
function textOf(value: Value, key: string, printed: Printed): readonly string[] {
  switch (value.kind) {
    case 'scalar':
      return [printed.has(key) ? asReadBack(value.text) : ''];
    case 'group':
      return [...value.members].flatMap(([name, member]) => textOf(member, keyBelow(key, name), printed));
    case 'list':
      return value.items.flatMap((item) => textOf(item, itemsBelow(key), printed));
    case 'tree':
      return value.nodes.flatMap((node) => textOfNode(node, namesBelow(key), printed));
  }
}

export const textOfNode = ({ name, below, rows }: TreeNode, key: string, printed: Printed): readonly string[] => [
  name,
  ...below.flatMap((node) => textOfNode(node, namesBelow(key), printed)),
  ...rows.flatMap((row) => textOf(row, itemsBelow(key), printed)),
];

/** The same of what a document has. */
function textIn(field: Field, instance: Instance, key: string, printed: Printed): readonly string[] {
  switch (field.kind) {
    case 'group':
      return field.fields.flatMap((member) => textIn(member, instance, keyBelow(key, member.name), printed));
    case 'list':
      return (instance.below.get(itemsBelow(key)) ?? []).flatMap((item) =>
        textIn(field.item, item, itemsBelow(key), printed),
      );
    case 'tree':
      return (instance.below.get(namesBelow(key)) ?? []).flatMap((name) =>
        textInName(field, name, namesBelow(key), printed),
      );
    default:
      return [printed.has(key) ? readings(instance.bounds.get(key)?.[0]?.text ?? '').joined : ''];
  }
}

export const textInName = (field: TreeField, name: Instance, key: string, printed: Printed): readonly string[] => [
  nameOf(name, key),
  ...(name.below.get(namesBelow(key)) ?? []).flatMap((one) => textInName(field, one, namesBelow(key), printed)),
  ...(name.below.get(itemsBelow(key)) ?? []).flatMap((row) => textIn(field.row, row, itemsBelow(key), printed)),
];

/** The name of a taxonomy that an instance stands under; empty where its cell is blank. */
export const nameOf = (name: Instance, key: string): string => name.bounds.get(key)?.[0]?.text ?? '';

/** The items of a list that the document has; one blank row stands for none. */
export const withoutBlank = (found: readonly Instance[]): readonly Instance[] =>
  found.length === 1 && found.every(isBlank) ? [] : found;

/** Whether nothing stands in an item, or under a name. */
export const isBlank = (instance: Instance): boolean =>
  [...instance.bounds.values()].every((bounds) =>
    bounds.every(({ text, cell }) => text === '' && cell.unread.length === 0),
  ) && [...instance.below.values()].every((list) => list.every(isBlank));
