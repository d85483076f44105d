import type { PrintedRow, PrintedTable } from './expect.ts';

/**
 * A place in a table that its rows pass from the top: a row that stands there once, or all rows of a list or of
 * indicators, of one kind or of several.
 */
export type Station = {
  readonly key: string;
  readonly many: boolean;
  /** One row of each kind. */
  readonly kinds: readonly PrintedRow[];
  /** The rows that the record as it is prints there, all of them. */
  readonly rows: readonly PrintedRow[];
  /** Whether there are any. */
  readonly printed: boolean;
};

/** The stations of one printing of a table. */
export function stationsOf({ rows }: PrintedTable, printed: boolean): readonly Station[] {
  type Growing = { key: string; many: boolean; kinds: PrintedRow[]; rows: PrintedRow[]; printed: boolean };
  const stations: Growing[] = [];
  const begin = (key: string, row: PrintedRow, many: boolean): void => {
    stations.push({ key, many, kinds: [row], rows: printed ? [row] : [], printed });
  };
  for (const row of rows) {
    const last = stations.at(-1);
    if (row.home === null) begin(row.key, row, false);
    else if (last?.many !== true || last.key !== row.home) begin(row.home, row, true);
    else {
      if (printed) last.rows.push(row);
      if (last.kinds.every(({ key }) => key !== row.key)) last.kinds.push(row);
    }
  }
  return stations;
}

/** Adds what only another printing of the same table has. */
export function mergeStations(own: readonly Station[], other: readonly Station[]): readonly Station[] {
  const common = commonRun(own, other);
  const merged: Station[] = [];
  let i = 0;
  let j = 0;
  for (const [a, b] of [...common, [own.length, other.length] as const]) {
    merged.push(...own.slice(i, a), ...other.slice(j, b));
    const here = own[a];
    const there = other[b];
    if (here !== undefined && there !== undefined) merged.push({ ...here, kinds: allKinds(here, there) });
    i = a + 1;
    j = b + 1;
  }
  return merged;
}

const allKinds = (here: Station, there: Station): readonly PrintedRow[] => [
  ...here.kinds,
  ...there.kinds.filter(({ key }) => here.kinds.every((kind) => kind.key !== key)),
];

/** The longest run of stations that both have, as pairs of positions. */
function commonRun(own: readonly Station[], other: readonly Station[]): readonly (readonly [number, number])[] {
  const width = other.length + 1;
  const best = new Uint32Array((own.length + 1) * width);
  for (let i = own.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const both = own[i]?.key === other[j]?.key;
      const below = best[(i + 1) * width + j] as number;
      const beside = best[i * width + j + 1] as number;
      best[i * width + j] = both ? (best[(i + 1) * width + j + 1] as number) + 1 : Math.max(below, beside);
    }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < own.length && j < other.length; ) {
    if (own[i]?.key === other[j]?.key) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if ((best[(i + 1) * width + j] as number) >= (best[i * width + j + 1] as number)) i += 1;
    else j += 1;
  }
  return pairs;
}
