import type { TreeField } from '../../blueprint/index.ts';
import { type Matchable, matchItems } from '../../compare/index.ts';
import type { TreeNode, TreeValue } from '../../record/index.ts';
import type { Entry } from '../../source/index.ts';
import { itemsBelow, namesBelow } from '../printed/spots.ts';
import type { Instance } from '../reading/instances.ts';
import { checkNames, type FoundNames } from './check-names.ts';
import type { Context, Place } from './context.ts';
import { freshName } from './fresh.ts';
import { keepingUnsure } from './kept.ts';
import { rowsWish } from './matched.ts';
import { isBlank, nameOf, textInName, textOfNode, withoutBlank } from './rows.ts';
import { isSame, type NameWish, same, type Wish } from './types.ts';

/** What the document wants of indicators. */
export function treeWish(
  { nodes }: TreeValue,
  field: TreeField,
  { key, node, instance }: Place,
  context: Context,
): Wish {
  const level = namesBelow(key);
  if (!context.printed.has(level)) return same;
  const found = instance.below.get(level) ?? [];
  if (found.length === 0) return same;
  const isUnsure = context.unsure.has(level);
  return keepingUnsure({ node, field, isUnsure }, context, (inner) =>
    levelWish({ nodes, node, found, key: level, above: null, at: context.at }, field, inner),
  );
}

/** The names of a level, in the record and in the document, before it is known which are which. */
type Level = Omit<FoundNames, 'matched'>;

function levelWish(level: Level, field: TreeField, context: Context): Wish {
  const { node, key } = level;
  const nodes = level.nodes.filter(({ name }) => name !== '');
  // A name that is blank stands over one blank row where there are no indicators at all.
  const found = level.found.filter((one) => nameOf(one, key) !== '' || !isBlank(one));
  const entries = node?.kind === 'map' ? node.entries : [];
  const entryOf = (name: string): Entry | null => entries.find((one) => one.key.text === name) ?? null;
  const matched = matchNames(nodes, found, { field, key, context });
  checkNames({ ...level, nodes, found, matched }, field, context);
  const names = found.map((instance, j): NameWish => {
    const name = nameOf(instance, key);
    const old = matched.get(j);
    const from = old === undefined ? null : entryOf(old.name);
    if (old === undefined || from === null)
      return { name, from: null, wish: { kind: 'fresh', content: freshName(field, instance, key, context) } };
    return { name, from, wish: nameWish({ old, from, instance, key }, field, context) };
  });
  noteGone(nodes, matched, { entryOf, field, key, context });
  const kept =
    names.length === nodes.length &&
    names.every(({ name, from, wish }, i) => name === nodes[i]?.name && from?.key.text === name && isSame(wish));
  return kept ? same : { kind: 'names', names };
}

type Named = { readonly old: TreeNode; readonly from: Entry; readonly instance: Instance; readonly key: string };

function nameWish({ old, from, instance, key }: Named, field: TreeField, context: Context): Wish {
  const lower = instance.below.get(namesBelow(key));
  if (lower !== undefined && (old.below.length > 0 || from.value.kind === 'map'))
    return levelWish(
      {
        nodes: old.below,
        node: from.value,
        found: lower,
        key: namesBelow(key),
        above: old.name,
        at: from.key.span,
      },
      field,
      context,
    );
  if (lower !== undefined || old.below.length > 0)
    return { kind: 'fresh', content: freshName(field, instance, key, context) };
  const level = itemsBelow(key);
  const instances = withoutBlank(instance.below.get(level) ?? []);
  const nodes = from.value.kind === 'list' ? from.value.items : [];
  return rowsWish({ values: old.rows, nodes, instances, field: field.row, key: level }, context);
}

type Among = { readonly field: TreeField; readonly key: string; readonly context: Context };

/** Which name of the record each name of the document is: the same, or another with much the same rows. */
function matchNames(
  nodes: readonly TreeNode[],
  found: readonly Instance[],
  { field, key, context }: Among,
): ReadonlyMap<number, TreeNode> {
  const olds = nodes.map((node): Matchable => {
    const [name = '', ...rest] = textOfNode(node, key, context.printed);
    return { kind: 'heading', row: { name }, rest: rest.join('\n') };
  });
  const news = found.map((instance): Matchable => {
    const [name = '', ...rest] = textInName(field, instance, key, context.printed);
    return { kind: 'heading', row: { name }, rest: rest.join('\n') };
  });
  const { oldOf } = matchItems(olds, news);
  return new Map([...oldOf].map(([j, i]) => [j, nodes[i] as TreeNode]));
}

/** The rows of names that are gone may stand under others. */
function noteGone(
  nodes: readonly TreeNode[],
  matched: ReadonlyMap<number, TreeNode>,
  { entryOf, field, key, context }: Among & { readonly entryOf: (name: string) => Entry | null },
): void {
  const kept = new Set(matched.values());
  for (const node of nodes) {
    const value = entryOf(node.name)?.value;
    if (kept.has(node) || value?.kind !== 'list') continue;
    rowsWish({ values: node.rows, nodes: value.items, instances: [], field: field.row, key: itemsBelow(key) }, context);
  }
}
