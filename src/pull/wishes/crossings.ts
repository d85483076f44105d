import { movedRows } from '../../compare/index.ts';
import type { Context, FreshRow, GoneRow } from './context.ts';

/** Rows that are gone from one list and new in another of the same columns have moved: their text goes with them. */
export function joinCrossings({ lone }: Context): void {
  const joined = new Set<FreshRow | GoneRow>();
  let known: number;
  do {
    known = lone.fresh.length + lone.gone.length;
    const gone = lone.gone.filter((row) => !joined.has(row));
    const fresh = lone.fresh.filter((row) => !joined.has(row));
    for (const [row, from] of movedRows(gone, fresh)) {
      joined.add(row).add(from);
      row.of.from = from.of;
      row.of.wish = from.again(row.instance);
    }
    // A row that moved may hold lists, with rows that are gone or new in turn.
  } while (lone.fresh.length + lone.gone.length > known);
}
