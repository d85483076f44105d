import { type Field, isSum, type TreeField } from '../../blueprint/index.ts';
import { itemsBelow, keyBelow, namesBelow } from '../printed/spots.ts';
import type { Instance } from '../reading/instances.ts';
import { checkNames, type FoundNames } from './check-names.ts';
import type { Context } from './context.ts';
import { isBlank, nameOf, withoutBlank } from './rows.ts';
import { scalarWish } from './scalars.ts';
import type { Fresh } from './types.ts';

/** What the document says of something that the record does not have. */
export function freshOf(field: Field, instance: Instance, key: string, context: Context): Fresh {
  switch (field.kind) {
    case 'group': {
      const entries = field.fields.flatMap((member): readonly (readonly [string, Fresh])[] => {
        if (isLeftOut(member, instance, keyBelow(key, member.name), context)) return [];
        const content = freshOf(member, instance, keyBelow(key, member.name), context);
        return member.required || !isEmpty(content) ? [[member.name, content]] : [];
      });
      return { kind: 'map', entries };
    }
    case 'list': {
      const items = withoutBlank(instance.below.get(itemsBelow(key)) ?? []);
      return { kind: 'list', items: items.map((item) => freshOf(field.item, item, itemsBelow(key), context)) };
    }
    case 'tree':
      return freshNames(
        field,
        { found: instance.below.get(namesBelow(key)) ?? [], key: namesBelow(key), above: null },
        context,
      );
    default: {
      const bounds = instance.bounds.get(key) ?? [];
      // What is not understood must not be written as nothing.
      if (bounds.some(({ doubtful }) => doubtful)) context.doubt();
      const wish = scalarWish(field, { value: null, node: null }, bounds, context);
      return { kind: 'text', text: wish.kind === 'text' ? wish.text : '' };
    }
  }
}

/** Whether a field is a sum that is left to the program; what the document has for it is looked at later. */
function isLeftOut(field: Field, { bounds }: Instance, key: string, { sums, typedSums, at }: Context): boolean {
  if (!isSum(field) || typedSums.has(key)) return false;
  sums.push(...(bounds.get(key) ?? []).map((bound) => ({ bound, value: null, at })));
  return true;
}

const isEmpty = (content: Fresh): boolean => {
  if (content.kind === 'text') return content.text === '';
  return content.kind === 'list' ? content.items.length === 0 : content.entries.every(([, held]) => isEmpty(held));
};

type Names = Pick<FoundNames, 'found' | 'key' | 'above'>;

/** Names of which no one has another's rows: those that are not understood are told and left out. */
function freshNames(field: TreeField, { found, key, above }: Names, context: Context): Fresh {
  const names = found.filter((one) => !isBlank(one));
  const nothing = { nodes: [], matched: new Map(), node: undefined, at: context.at };
  const sound = checkNames({ ...nothing, found: names, key, above }, field, context);
  return { kind: 'map', entries: sound.map((name) => [nameOf(name, key), freshName(field, name, key, context)]) };
}

/** What stands under a name: further names, or rows. */
export function freshName(field: TreeField, name: Instance, key: string, context: Context): Fresh {
  const below = name.below.get(namesBelow(key));
  if (below !== undefined)
    return freshNames(field, { found: below, key: namesBelow(key), above: nameOf(name, key) }, context);
  const rows = withoutBlank(name.below.get(itemsBelow(key)) ?? []);
  return { kind: 'list', items: rows.map((row) => freshOf(field.row, row, itemsBelow(key), context)) };
}
