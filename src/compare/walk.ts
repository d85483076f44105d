import type { Path } from '../base/index.ts';
import type { SumPath } from '../blueprint/index.ts';
import type { GroupValue, ListValue, ScalarValue, TreeNode, TreeValue, Value } from '../record/index.ts';
import { keptOrder } from './gaps.ts';
import { emptied, type Item, isEmptyTree, itemsOfList, itemsOfNodes, itemsOfRows } from './items.ts';
import { matchItems } from './match.ts';
import { fieldOfName, namesAmong } from './names.ts';
import type { Prints } from './printed.ts';
import type { Change, Edit, Place } from './types.ts';

/** A change with what else is known of it while changes are still being put together. */
export type Found = {
  readonly change: Change;
  /** The row that was added or removed. */
  readonly item: Item | null;
  /** Of a sum that was edited: the paths of its terms. */
  readonly sumOf: readonly SumPath[] | null;
};

/** Where two values stand. */
type Where = { readonly place: Place; readonly before: Path; readonly after: Path };

type Both<V> = { readonly before: V; readonly after: V };

/** What has to be known of both records besides their values. */
export type Scene = {
  readonly prints: Both<Prints>;
  /** Is told the name of every field that only one of the forms has. */
  readonly alone: (name: string, side: 'before' | 'after') => void;
};

export type Walk = {
  readonly groups: (both: Both<GroupValue>) => readonly Found[];
  /** What differs inside a row that stands in another list now. */
  readonly insideRow: (both: Both<Item>, place: Place) => readonly Found[];
};

/** Goes through two records side by side. */
export function startWalk({ prints, alone }: Scene): Walk {
  function members({ before, after }: Both<GroupValue>, where: Where, skipped?: string): readonly Found[] {
    for (const name of before.members.keys()) if (!after.members.has(name)) alone(name, 'before');
    return [...after.members].flatMap(([name, value]) => {
      if (name === skipped) return [];
      const old = before.members.get(name);
      const paths = { before: [...where.before, name], after: [...where.after, name] };
      if (old?.kind !== value.kind) {
        if (old !== undefined) alone(name, 'before');
        alone(name, 'after');
        return [];
      }
      return memberOf({ before: old, after: value }, { ...where, ...paths }, name);
    });
  }

  function memberOf({ before, after }: Both<Value>, where: Where, name: string): readonly Found[] {
    const inside: Where = { ...where, place: [...where.place, name] };
    if (before.kind === 'scalar' && after.kind === 'scalar') return scalar({ before, after }, where, name);
    if (before.kind === 'group' && after.kind === 'group')
      return orShown(members({ before, after }, inside), where, name);
    if (before.kind === 'list' && after.kind === 'list')
      return orShown(list({ before, after }, inside, name), where, name);
    // The name of a tree is no step of a place: its headings say enough.
    if (before.kind === 'tree' && after.kind === 'tree') return orShown(tree({ before, after }, where), where, name);
    return [];
  }

  /** Where nothing inside has changed, the whole may still be printed only on one side. */
  function orShown(found: readonly Found[], { before, after, place }: Where, what: string): readonly Found[] {
    const was = prints.before(before);
    const is = prints.after(after);
    if (found.length > 0 || was === is) return found;
    return [plain({ kind: is ? 'shown' : 'hidden', what, place, path: after })];
  }

  function scalar({ before, after }: Both<ScalarValue>, where: Where, what: string): readonly Found[] {
    if (before.text === after.text) return [];
    const sumOf = after.field.kind === 'amount' ? after.field.sumOf : null;
    const change: Change = { kind: 'edited', ...edit({ before: before.text, after: after.text }, where, what) };
    return [{ change, item: null, sumOf }];
  }

  function edit(texts: Both<string>, { place, before, after }: Where, what: string): Edit {
    return { place, what, ...texts, path: after, printed: prints.before(before) || prints.after(after) };
  }

  const list = ({ before, after }: Both<ListValue>, where: Where, noun: string): readonly Found[] =>
    rows(
      {
        before: itemsOfList(before, { path: where.before, noun }),
        after: itemsOfList(after, { path: where.after, noun }),
      },
      where.place,
    );

  const tree = ({ before, after }: Both<TreeValue>, where: Where): readonly Found[] =>
    nodes({ before: isEmptyTree(before) ? [] : before.nodes, after: isEmptyTree(after) ? [] : after.nodes }, where);

  const nodes = ({ before, after }: Both<readonly TreeNode[]>, where: Where): readonly Found[] =>
    rows({ before: itemsOfNodes(before, where.before), after: itemsOfNodes(after, where.after) }, where.place);

  /** Rows in the order of the new form; what is gone follows what stood before it. */
  function rows({ before, after }: Both<readonly Item[]>, place: Place): readonly Found[] {
    const { newOf, oldOf } = matchItems(before, after);
    const kept = keptOrder(newOf);
    const nameOf = namesAmong(after);
    const found: Found[] = [];
    const takeGone = (from: number): void => {
      for (let i = from; i < before.length && !newOf.has(i); i += 1)
        found.push(...single(before[i] as Item, 'removed', place));
    };
    takeGone(0);
    after.forEach((item, j) => {
      const i = oldOf.get(j);
      if (i === undefined) {
        found.push(...single(item, 'added', place));
        return;
      }
      const old = before[i] as Item;
      if (!kept.has(i)) found.push(plain(moved({ before: old, after: item }, { before: place, after: place })));
      found.push(...pair({ before: old, after: item }, place, nameOf(item)));
      takeGone(i + 1);
    });
    return found;
  }

  /** A row that stands on one side only, with the rows inside it. */
  function single(item: Item, kind: 'added' | 'removed', place: Place): readonly Found[] {
    const { row, ordinal, path, value } = item;
    const change: Change = { kind, row, seat: { place, ordinal }, path };
    const none = emptied(value);
    const inside = { place: [...place, namesAmong([item])(item)], before: path, after: path };
    const both = kind === 'added' ? { before: none, after: value } : { before: value, after: none };
    const below = item.kind === 'text' ? [] : contents(both as Both<Item['value']>, inside).filter(({ item }) => item);
    return [{ change, item, sumOf: null }, ...below];
  }

  /** A row and what became of it. */
  function pair({ before, after }: Both<Item>, place: Place, name: string): readonly Found[] {
    const where: Where = { place: [...place, name], before: before.path, after: after.path };
    if (before.kind === 'text' || after.kind === 'text') {
      const texts = { before: before.rest, after: after.rest };
      if (texts.before === texts.after) return [];
      const listed = { ...where, place: place.slice(0, -1) };
      return [plain({ kind: 'edited', ...edit(texts, listed, `${after.row.noun}第 ${after.ordinal} 项`) })];
    }
    const texts = { before: before.row.name, after: after.row.name };
    const both = { before: before.value, after: after.value };
    if (texts.before === texts.after) return contents(both, where, after);
    const inPlace = { ...where, place };
    const renamed = texts.before !== '' && texts.after !== '';
    const change: Change = renamed
      ? { kind: 'renamed', ...edit(texts, nameWhere(after, inPlace), after.row.noun) }
      : { kind: 'edited', ...edit(texts, nameWhere(after, where), fieldOfName(after)) };
    return [plain(change), ...contents(both, where, after)];
  }

  /** What differs in a row besides its name, or below a heading. */
  function contents({ before, after }: Both<Item['value']>, where: Where, row?: Item): readonly Found[] {
    if ('members' in before && 'members' in after)
      return members({ before, after }, where, row === undefined ? undefined : fieldOfName(row));
    if (!('below' in before) || !('below' in after)) return [];
    const both = {
      before: itemsOfRows(before.rows, where.before),
      after: itemsOfRows(after.rows, where.after),
    };
    return [...nodes({ before: before.below, after: after.below }, where), ...rows(both, where.place)];
  }

  const insideRow: Walk['insideRow'] = (both, place) => pair(both, place, namesAmong([both.after])(both.after));

  return {
    groups: (both) => members(both, { place: [], before: [], after: [] }),
    insideRow,
  };
}

const plain = (change: Change): Found => ({ change, item: null, sumOf: null });

/** A row that stands elsewhere; places are those of what it stands in. */
export function moved({ before, after }: Both<Item>, place: Both<Place>): Change {
  return {
    kind: 'moved',
    row: after.row,
    from: { place: place.before, ordinal: before.ordinal },
    to: { place: place.after, ordinal: after.ordinal },
    path: after.path,
  };
}

/** Where the name of a row stands, given where the row does. */
function nameWhere(item: Item, where: Where): Where {
  const name = fieldOfName(item);
  if (name === '') return where;
  return { ...where, before: [...where.before, name], after: [...where.after, name] };
}
