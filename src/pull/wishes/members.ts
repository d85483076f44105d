import { pathKey } from '../../base/index.ts';
import type { Field, GroupField, ListField } from '../../blueprint/index.ts';
import type { GroupValue, ListValue, ScalarValue, Value } from '../../record/index.ts';
import { entry, type Node } from '../../source/index.ts';
import { fault } from '../faults.ts';
import { isWithin, itemsBelow, keyBelow } from '../printed/spots.ts';
import type { Instance } from '../reading/instances.ts';
import type { Context, Place } from './context.ts';
import { freshOf } from './fresh.ts';
import { keepingUnsure } from './kept.ts';
import { rowsWish } from './matched.ts';
import { treeWish } from './names.ts';
import { withoutBlank } from './rows.ts';
import { scalarWish } from './scalars.ts';
import { type ItemWish, isSame, same, type Wish } from './types.ts';

/** What the document wants of a group. */
export function groupWish({ members }: GroupValue, field: GroupField, place: Place, context: Context): Wish {
  const wishes = new Map<string, Wish>();
  for (const member of field.fields) {
    const value = members.get(member.name);
    const node = place.node?.kind === 'map' ? entry(place.node, member.name)?.value : undefined;
    const here = { ...place, key: keyBelow(place.key, member.name), node };
    const wish = value === undefined ? same : valueWish(value, member, here, context);
    if (!isSame(wish)) wishes.set(member.name, wish);
  }
  if (place.node?.kind !== 'map' && wishes.size > 0)
    return { kind: 'fresh', content: freshOf(field, place.instance, place.key, context) };
  return { kind: 'members', members: wishes, order: field.fields.map(({ name }) => name) };
}

export function valueWish(value: Value, field: Field, place: Place, context: Context): Wish {
  if (value.kind === 'group' && field.kind === 'group') return groupWish(value, field, place, context);
  if (value.kind === 'list' && field.kind === 'list') return listWish(value, field, place, context);
  if (value.kind === 'tree' && field.kind === 'tree') return treeWish(value, field, place, context);
  if (value.kind !== 'scalar' || !context.printed.has(place.key)) return same;
  if (place.instance.unread.has(place.key)) return same;
  const bounds = place.instance.bounds.get(place.key);
  // The row it stands in was not found, which is told of; or the record does not print it, so that none is missing.
  if (bounds === undefined && (place.instance.row === null || !context.shown.has(pathOf(value)))) return same;
  return scalarWish(value.field, { value, node: place.node ?? null }, bounds ?? [], context);
}

const pathOf = ({ origin }: ScalarValue): string => ('path' in origin ? pathKey(origin.path) : '');

function listWish({ items }: ListValue, field: ListField, place: Place, context: Context): Wish {
  const level = itemsBelow(place.key);
  const { node } = place;
  if (context.frozen.has(level)) return frozenWish(items, field, place, context);
  if (!context.printed.has(level)) return same;
  const isUnsure = context.unsure.has(level) || isUnreadIn(place.instance, level);
  return keepingUnsure({ node, field, isUnsure }, context, (inner) => itemsWish(items, field, place, inner));
}

/** Whether items of a list stand in a cell that could not be read. */
const isUnreadIn = ({ unread }: Instance, level: string): boolean =>
  [...unread].some((key) => key === level || isWithin(key, level));

function itemsWish(items: readonly Value[], field: ListField, place: Place, context: Context): Wish {
  const level = itemsBelow(place.key);
  const { node } = place;
  const found = place.instance.below.get(level) ?? [];
  if (found.length === 0) return goneWish(items, field, node);
  const instances = withoutBlank(found);
  const nodes = node?.kind === 'list' ? node.items : [];
  if (instances.length === 0 && nodes.length === 0)
    return node === undefined ? { kind: 'fresh', content: { kind: 'list', items: [] } } : same;
  if (instances.length === 0 && !field.mayBeBlank) {
    const cell = found[0]?.bounds.values().next().value?.[0]?.cell;
    if (cell !== undefined)
      context.report(
        fault(
          { code: 'P003', at: context.at, where: cell.where, text: '' },
          `“${field.name}”至少要有一项`,
          '留一行，再写回。',
        ),
      );
    return same;
  }
  return rowsWish({ values: items, nodes, instances, field: field.item, key: level }, context);
}

/** Items of which there cannot be more or fewer. */
function frozenWish(items: readonly Value[], field: ListField, place: Place, context: Context): Wish {
  if (place.node?.kind !== 'list') return same;
  const nodes = place.node.items;
  const wishes = nodes.map((node, i): ItemWish => {
    const value = items[i];
    const key = `${itemsBelow(place.key)}${i}`;
    const wish = value === undefined ? same : valueWish(value, field.item, { ...place, key, node }, context);
    return { from: node, wish };
  });
  return wishes.every(({ wish }) => isSame(wish)) ? same : { kind: 'items', items: wishes };
}

/** What no row of a document is left of. */
function goneWish(items: readonly Value[], field: ListField, node: Node | undefined): Wish {
  if (node === undefined || items.length === 0) return same;
  if (!field.required) return { kind: 'gone' };
  return node.kind === 'list' && node.items.length > 0 ? { kind: 'items', items: [] } : same;
}
