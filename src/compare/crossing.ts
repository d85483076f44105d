import type { Item } from './items.ts';
import { type Found, moved, type Walk } from './walk.ts';

/** What a row holds tells it from others without a name if it is so long. */
const TELLING = 12;

type Lone = { readonly item: Item; readonly position: number };

/**
 * Rows that are gone in one list and new in another of the same columns, as rows that moved: those that are wholly
 * equal, then those with a name that is there once on either side.
 */
export function joinCrossings(found: readonly Found[], { insideRow }: Pick<Walk, 'insideRow'>): readonly Found[] {
  const lone = (kind: 'added' | 'removed'): Lone[] =>
    found.flatMap(({ change, item }, position) =>
      change.kind === kind && item !== null && mayCross(item) ? [{ item, position }] : [],
    );
  const came = new Map<number, number>();
  const gone = new Set<number>();
  for (const keyOf of [wholeKey, nameKey]) {
    const olds = byKey(
      lone('removed').filter(({ position }) => !gone.has(position)),
      keyOf,
    );
    const news = byKey(
      lone('added').filter(({ position }) => !came.has(position)),
      keyOf,
    );
    for (const [key, left] of olds) {
      const right = news.get(key) ?? [];
      if (left.length !== right.length || (keyOf === nameKey && left.length > 1)) continue;
      left.forEach(({ position }, i) => {
        came.set((right[i] as Lone).position, position);
        gone.add(position);
      });
    }
  }
  return found.flatMap((one, position) => {
    if (gone.has(position)) return [];
    const from = came.get(position);
    return from === undefined ? [one] : crossed(found[from] as Found, one, insideRow);
  });
}

function crossed(from: Found, to: Found, insideRow: Walk['insideRow']): readonly Found[] {
  if (from.item === null || to.item === null || from.change.kind !== 'removed' || to.change.kind !== 'added')
    throw new Error('only a removed and an added row make a moved one');
  const both = { before: from.item, after: to.item };
  const place = { before: from.change.seat.place, after: to.change.seat.place };
  return [{ change: moved(both, place), item: null, sumOf: null }, ...insideRow(both, place.after)];
}

/** Rows with rows of their own stay where they are. */
const mayCross = ({ kind, value }: Item): boolean =>
  kind === 'row' &&
  'members' in value &&
  [...value.members.values()].every((member) => member.kind !== 'list' && member.kind !== 'tree');

const wholeKey = ({ shape, row, rest }: Item): string | null =>
  row.name === '' && rest.length < TELLING ? null : `${shape}\0${row.name}\0${rest}`;

const nameKey = ({ shape, row }: Item): string | null => (row.name === '' ? null : `${shape}\0${row.name}`);

function byKey(all: readonly Lone[], keyOf: (item: Item) => string | null): ReadonlyMap<string, readonly Lone[]> {
  const found = new Map<string, Lone[]>();
  for (const one of all) {
    const key = keyOf(one.item);
    if (key === null) continue;
    const list = found.get(key);
    if (list) list.push(one);
    else found.set(key, [one]);
  }
  return found;
}
