import type { Item } from './items.ts';
import { type Movable, movedRows } from './moved-rows.ts';
import { type Found, moved, type Walk } from './walk.ts';

type Lone = Movable & { readonly found: Found; readonly item: Item };

/** Rows that are gone in one list and new in another of the same columns, as rows that moved. */
export function joinCrossings(found: readonly Found[], { insideRow }: Pick<Walk, 'insideRow'>): readonly Found[] {
  const lone = (kind: 'added' | 'removed'): Lone[] =>
    found.flatMap((one) =>
      one.change.kind === kind && one.item !== null && mayCross(one.item)
        ? [{ found: one, item: one.item, row: one.item, columns: one.item.shape }]
        : [],
    );
  const cameFrom = new Map(
    [...movedRows(lone('removed'), lone('added'))].map(([to, from]) => [to.found, { from, to }]),
  );
  const gone = new Set([...cameFrom.values()].map(({ from }) => from.found));
  return found.flatMap((one) => {
    if (gone.has(one)) return [];
    const ends = cameFrom.get(one);
    return ends === undefined ? [one] : crossed(ends.from, ends.to, insideRow);
  });
}

function crossed(from: Lone, to: Lone, insideRow: Walk['insideRow']): readonly Found[] {
  const [before, after] = [from.found.change, to.found.change];
  if (before.kind !== 'removed' || after.kind !== 'added')
    throw new Error('only a removed and an added row make a moved one');
  const both = { before: from.item, after: to.item };
  const place = { before: before.seat.place, after: after.seat.place };
  return [{ change: moved(both, place), item: null, sumOf: null }, ...insideRow(both, place.after)];
}

/** Rows with rows of their own stay where they are. */
const mayCross = ({ kind, value }: Item): boolean =>
  kind === 'row' &&
  'members' in value &&
  [...value.members.values()].every((member) => member.kind !== 'list' && member.kind !== 'tree');
