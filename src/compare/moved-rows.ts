import { addTo } from '../base/index.ts';
import { type Matchable, TELLING } from './match.ts';

/** A row that may move to another list of the same columns; these are told apart as keys of a Map are. */
export type Movable = { readonly row: Matchable; readonly columns: unknown };

type KeyOf = (row: Matchable) => string | null;

const wholeKey: KeyOf = ({ row, rest }) => (row.name === '' && rest.length < TELLING ? null : `${row.name}\n${rest}`);

const nameKey: KeyOf = ({ row }) => (row.name === '' ? null : row.name);

/**
 * The rows that are gone from one list and new in another: first those that are wholly equal, in their order, then
 * those with a name that is there once on either side. Nothing depends on which of the records is the old one.
 */
export function movedRows<Gone extends Movable, Fresh extends Movable>(
  gone: readonly Gone[],
  fresh: readonly Fresh[],
): ReadonlyMap<Fresh, Gone> {
  const cameFrom = new Map<Fresh, Gone>();
  const went = new Set<Gone>();
  const join = (came: readonly Fresh[], left: readonly Gone[]): void => {
    left.slice(0, came.length).forEach((from, i) => {
      cameFrom.set(came[i] as Fresh, from);
      went.add(from);
    });
  };
  for (const [came, left] of alike(fresh, gone, wholeKey)) join(came, left);
  const rest = [fresh.filter((row) => !cameFrom.has(row)), gone.filter((row) => !went.has(row))] as const;
  for (const [came, left] of alike(...rest, nameKey)) if (came.length === 1 && left.length === 1) join(came, left);
  return cameFrom;
}

/** The new and the gone rows of the same columns and key, all in their order. */
function alike<Gone extends Movable, Fresh extends Movable>(
  fresh: readonly Fresh[],
  gone: readonly Gone[],
  keyOf: KeyOf,
): readonly (readonly [fresh: readonly Fresh[], gone: readonly Gone[]])[] {
  const olds = byKey(gone, keyOf);
  return [...byKey(fresh, keyOf)].flatMap(([columns, keys]) =>
    [...keys].map(([key, rows]) => [rows, olds.get(columns)?.get(key) ?? []] as const),
  );
}

/** Rows by their columns and key, but for those without a key. */
function byKey<R extends Movable>(rows: readonly R[], keyOf: KeyOf): ReadonlyMap<unknown, ReadonlyMap<string, R[]>> {
  const all = new Map<unknown, Map<string, R[]>>();
  for (const one of rows) {
    const key = keyOf(one.row);
    if (key === null) continue;
    const keys = all.get(one.columns) ?? new Map<string, R[]>();
    all.set(one.columns, keys);
    addTo(keys, key, one);
  }
  return all;
}
