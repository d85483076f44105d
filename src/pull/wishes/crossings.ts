import type { Context, FreshRow, GoneRow } from './context.ts';

/** A row without a name is told from others by what it holds if that is so long. */
const TELLING = 12;

/** Rows that are gone from one list and new in another of the same columns have moved: their text goes with them. */
export function joinCrossings({ lone: { gone, fresh } }: Context): void {
  const taken = new Set<GoneRow | FreshRow>();
  for (const keyOf of [wholeKey, nameKey])
    for (const row of fresh) {
      const key = keyOf(row);
      if (key === null || taken.has(row)) continue;
      const likes = gone.filter((one) => !taken.has(one) && one.field === row.field && keyOf(one) === key);
      const rivals = fresh.filter((one) => !taken.has(one) && one.field === row.field && keyOf(one) === key);
      const [like] = likes;
      if (like === undefined || (keyOf === nameKey && (likes.length > 1 || rivals.length > 1))) continue;
      taken.add(row).add(like);
      row.of.from = like.of;
      row.of.wish = like.again(row.instance);
    }
}

type Row = Pick<GoneRow, 'row'>;

const wholeKey = ({ row: { row, rest } }: Row): string | null =>
  row.name === '' && rest.length < TELLING ? null : `${row.name}\n${rest}`;

const nameKey = ({ row: { row } }: Row): string | null => (row.name === '' ? null : row.name);
