import type { Field } from '../../blueprint/index.ts';
import type { Context, FreshRow, GoneRow } from './context.ts';

/** A row without a name is told from others by what it holds if that is so long. */
const TELLING = 12;

/**
 * Rows that are gone from one list and new in another of the same columns have moved: their text goes with them. Those
 * that are wholly equal are joined in their order, then those with a name that is there once on either side.
 */
export function joinCrossings({ lone }: Context): void {
  const taken = new Set<Row>();
  const left = <R extends Row>(rows: readonly R[]): readonly R[] => rows.filter((row) => !taken.has(row));
  const join = (row: FreshRow, like: GoneRow): void => {
    taken.add(row).add(like);
    row.of.from = like.of;
    row.of.wish = like.again(row.instance);
  };
  let known: number;
  do {
    known = lone.fresh.length + lone.gone.length;
    for (const [fresh, gone] of alike(left(lone.fresh), left(lone.gone), wholeKey))
      for (let i = 0; i < Math.min(fresh.length, gone.length); i += 1) join(fresh[i] as FreshRow, gone[i] as GoneRow);
    for (const [fresh, gone] of alike(left(lone.fresh), left(lone.gone), nameKey))
      if (fresh.length === 1 && gone.length === 1) join(fresh[0] as FreshRow, gone[0] as GoneRow);
    // A row that moved may hold lists, with rows that are gone or new in turn.
  } while (lone.fresh.length + lone.gone.length > known);
}

type Row = Pick<GoneRow, 'field' | 'row'>;
type KeyOf = (row: Row) => string | null;

const wholeKey: KeyOf = ({ row: { row, rest } }) =>
  row.name === '' && rest.length < TELLING ? null : `${row.name}\n${rest}`;

const nameKey: KeyOf = ({ row: { row } }) => (row.name === '' ? null : row.name);

/** The new and the gone rows of the same columns and key, all in their order. */
function alike(
  fresh: readonly FreshRow[],
  gone: readonly GoneRow[],
  keyOf: KeyOf,
): readonly (readonly [fresh: readonly FreshRow[], gone: readonly GoneRow[]])[] {
  const olds = byKey(gone, keyOf);
  return [...byKey(fresh, keyOf)].flatMap(([field, keys]) =>
    [...keys].map(([key, rows]) => [rows, olds.get(field)?.get(key) ?? []] as const),
  );
}

/** Rows by their columns and key, but for those without a key. */
function byKey<R extends Row>(rows: readonly R[], keyOf: KeyOf): ReadonlyMap<Field, ReadonlyMap<string, readonly R[]>> {
  const all = new Map<Field, Map<string, R[]>>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const keys = all.get(row.field) ?? new Map<string, R[]>();
    all.set(row.field, keys);
    const like = keys.get(key);
    if (like === undefined) keys.set(key, [row]);
    else like.push(row);
  }
  return all;
}
