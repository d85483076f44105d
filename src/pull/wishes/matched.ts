import type { Field } from '../../blueprint/index.ts';
import { type Matchable, matchItems } from '../../compare/index.ts';
import type { Value } from '../../record/index.ts';
import type { Node } from '../../source/index.ts';
import type { Instance } from '../reading/instances.ts';
import type { Context } from './context.ts';
import { freshOf } from './fresh.ts';
import { itemOfInstance, itemOfValue } from './rows.ts';
import { type ItemWish, isSame, same, type Wish } from './types.ts';

/** The items of a list in the record and in the document. */
export type Rows = {
  readonly values: readonly Value[];
  readonly nodes: readonly Node[];
  readonly instances: readonly Instance[];
  readonly field: Field;
  readonly key: string;
};

/** Finds the rows of the record again in the document. */
export function rowsWish({ values, nodes, instances, field, key }: Rows, context: Context): Wish {
  const olds = nodes.map((_, i) => itemOfValue(values[i] as Value, key, context.printed));
  const news = instances.map((instance) => itemOfInstance(field, instance, key, context.printed));
  const { oldOf, newOf } = matchItems(olds, news);
  const wishOf = (i: number, instance: Instance): Wish =>
    context.wishOf(values[i] as Value, field, { key, node: nodes[i] as Node, instance }, context);
  nodes.forEach((node, i) => {
    if (!newOf.has(i))
      context.lone.gone.push({ columns: field, row: olds[i] as Matchable, of: node, again: wishOf.bind(null, i) });
  });
  const items = instances.map((instance, j): ItemWish => {
    const i = oldOf.get(j);
    if (i !== undefined) return { from: nodes[i] as Node, wish: wishOf(i, instance) };
    const item: ItemWish = { from: null, wish: { kind: 'fresh', content: freshOf(field, instance, key, context) } };
    context.lone.fresh.push({ columns: field, row: news[j] as Matchable, of: item, instance });
    return item;
  });
  const kept = items.length === nodes.length && items.every(({ from, wish }, i) => from === nodes[i] && isSame(wish));
  return kept ? same : { kind: 'items', items };
}
