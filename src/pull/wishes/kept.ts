import { type Field, words } from '../../blueprint/index.ts';
import { type Entry, entry, type Mapping, type Node, startOf } from '../../source/index.ts';
import type { Context } from './context.ts';
import { isSame, same, type Wish } from './types.ts';

/** A list or a tree of the record; `isUnsure`: rows of the document that could not be placed may be of it. */
type Kept = { readonly node: Node | undefined; readonly field: Field; readonly isUnsure: boolean };

/**
 * Makes the wish for a list or a tree. Where a part of it is not understood, what is missing in the document may only
 * not have been recognised: nothing goes, comes or moves then, and only values of rows that are surely the same change.
 */
export function keepingUnsure({ node, field, isUnsure }: Kept, context: Context, make: (inner: Context) => Wish): Wish {
  let isDoubtful = isUnsure;
  const lone: Context['lone'] = { gone: [], fresh: [] };
  const doubt = (): void => {
    isDoubtful = true;
    context.doubt();
  };
  const at = node === undefined ? context.at : startOf(node.span);
  const wish = make({ ...context, lone, doubt, at });
  if (isDoubtful) return valuesOnly(wish, node, field);
  context.lone.gone.push(...lone.gone);
  context.lone.fresh.push(...lone.fresh);
  return wish;
}

/** What of a wish changes values where they stand. */
function valuesOnly(wish: Wish, node: Node | undefined, field: Field): Wish {
  const now = changesIn(wish, node, field);
  return isSame(now) ? same : now;
}

function changesIn(wish: Wish, node: Node | undefined, field: Field): Wish {
  switch (wish.kind) {
    case 'text':
    case 'same':
      return wish;
    case 'gone':
    case 'fresh':
      return same;
    case 'members': {
      if (field.kind !== 'group' || node?.kind !== 'map') return same;
      const members = new Map(
        field.fields.flatMap((member) => {
          const wanted = wish.members.get(member.name);
          if (wanted === undefined) return [];
          return [[member.name, valuesOnly(wanted, entry(node, member.name)?.value, member)] as const];
        }),
      );
      return { ...wish, members };
    }
    case 'items': {
      if (node?.kind !== 'list' || (field.kind !== 'list' && field.kind !== 'tree')) return same;
      const of = field.kind === 'list' ? field.item : field.row;
      const wishes = new Map(wish.items.map((item) => [item.from, item.wish]));
      const named = namedOnce(node.items, of);
      const items = node.items.map((from) => {
        const wanted = wishes.get(from) ?? same;
        const isSure = named.has(from) && !isRenamed(wanted, of);
        return { from, wish: isSure ? valuesOnly(wanted, from, of) : same };
      });
      return items.every((item) => isSame(item.wish)) ? same : { kind: 'items', items };
    }
    case 'names': {
      if (node?.kind !== 'map') return same;
      const names = wish.names.flatMap(({ name, from, wish: wanted }) =>
        from?.key.text === name ? [[from, valuesOnly(wanted, from.value, field)] as const] : [],
      );
      const wishes = new Map(names);
      if (names.every(([, wanted]) => isSame(wanted))) return same;
      return {
        kind: 'names',
        names: entriesOf(node).map((from) => ({ name: from.key.text, from, wish: wishes.get(from) ?? same })),
      };
    }
  }
}

/** The entries of names; what an author accepts stands among them and is none. */
const entriesOf = ({ entries }: Mapping): readonly Entry[] =>
  entries.filter(({ key }) => key.text !== words.record.accept);

/** The rows of a list that their names tell from all others; rows without one are only much alike. */
function namedOnce(rows: readonly Node[], field: Field): ReadonlySet<Node> {
  const byName = new Map<string, Node | null>([['', null]]);
  for (const row of rows) byName.set(nameIn(row, field), byName.has(nameIn(row, field)) ? null : row);
  return new Set([...byName.values()].filter((row) => row !== null));
}

function nameIn(row: Node, field: Field): string {
  const name =
    row.kind === 'map' && field.kind === 'group' ? entry(row, field.fields[0]?.name ?? '')?.value : undefined;
  return name?.kind === 'scalar' ? name.text : '';
}

const isRenamed = (wish: Wish, field: Field): boolean =>
  field.kind !== 'group' || (wish.kind === 'members' && !isSame(wish.members.get(field.fields[0]?.name ?? '') ?? same));
