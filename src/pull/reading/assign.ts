import type { EditedRow } from '../edited/document.ts';
import type { PrintedRow } from '../printed/expect.ts';
import type { Station } from '../printed/stations.ts';
import { type Around, type Fit, fitRow } from './fit.ts';
import { nearRows } from './near.ts';
import { ownRows } from './own.ts';

/** A row of a document as a row of a kind, at a station of the table. */
export type Assigned = {
  readonly row: EditedRow;
  readonly station: number;
  readonly kind: PrintedRow;
  readonly fit: Fit;
};

/** The rows of a table by its stations. */
export type Assignment = {
  readonly rows: readonly Assigned[];
  /** Rows that are none of the table's. */
  readonly strange: readonly EditedRow[];
  /** Stations that the record prints and no row is at. */
  readonly missing: readonly number[];
  /** Rows that could as well stand at another station. */
  readonly doubtful: readonly EditedRow[];
  /** Stations that such rows, and strange ones, may be of. */
  readonly unsure: readonly number[];
};

/** What it costs to leave a row out, and to pass a station that the record prints; a list may well have no rows. */
const STRANGE = 8;
const MISSING = 6;
const EMPTY = 1;
const passing = ({ printed, many }: Station): number => (printed ? (many ? EMPTY : MISSING) : 0);
/** More pairs of rows and stations than this are no form of an office. */
const MOST_PAIRS = 4_000_000;
const MOST_ROWS = 20_000;

/** Finds for each row of a table the kind of row it is; null for a table beyond all bounds. */
export function assignRows(rows: readonly EditedRow[], stations: readonly Station[]): Assignment | null {
  if (rows.length > MOST_ROWS || rows.length * stations.length > MOST_PAIRS) return null;
  const carried = carriedTexts(rows);
  const ownAt = ownRows(rows, stations);
  const nearAt = stations.map(nearRows);
  const arounds = new Map<string, Around>();
  const aroundAt = (i: number, station: number): Around => {
    const key = `${i} ${station}`;
    const known = arounds.get(key);
    if (known !== undefined) return known;
    const near = nearAt[station]?.(rows[i] as EditedRow) ?? null;
    const around = { above: rows[i - 1] ?? null, carried: carried[i] ?? [], own: ownAt(i, station), near };
    arounds.set(key, around);
    return around;
  };
  const fits = new Map<string, Fit | null>();
  const fitOf = (i: number, station: number, kind: number): Fit | null => {
    const key = `${i} ${station} ${kind}`;
    const known = fits.get(key);
    if (known !== undefined) return known;
    const fit = fitRow(rows[i] as EditedRow, stations[station]?.kinds[kind] as PrintedRow, aroundAt(i, station));
    fits.set(key, fit);
    return fit;
  };
  const early = walkBack(rows.length, stations, { fitOf, prefers: 'early' });
  const late = walkBack(rows.length, stations, { fitOf, prefers: 'late' });
  const assigned = early.map((seat, i): Assigned | null => {
    if (seat === null) return null;
    const { station, kind } = seat;
    const fit = fitOf(i, station, kind) as Fit;
    return { row: rows[i] as EditedRow, station, kind: fit.kind, fit };
  });
  const isDoubtful = (i: number): boolean => early[i]?.station !== late[i]?.station || early[i]?.kind !== late[i]?.kind;
  const met = new Set(early.map((seat) => seat?.station));
  return {
    rows: assigned.filter((one) => one !== null),
    strange: rows.filter((_, i) => assigned[i] === null),
    missing: stations.flatMap(({ printed }, j) => (printed && !met.has(j) ? [j] : [])),
    doubtful: rows.filter((_, i) => isDoubtful(i)),
    unsure: unsureStations(early, (i) => isDoubtful(i) || early[i] === null, stations.length),
  };
}

/** The stations from the last sure one above rows that are not sure to the first sure one below them. */
function unsureStations(
  seats: readonly (Seat | null)[],
  isUnsure: (row: number) => boolean,
  count: number,
): readonly number[] {
  const unsure = new Set<number>();
  let above = 0;
  for (let i = 0; i < seats.length; i += 1) {
    if (!isUnsure(i)) {
      above = seats[i]?.station ?? above;
      continue;
    }
    let end = i;
    while (end < seats.length && isUnsure(end)) end += 1;
    const below = seats[end]?.station ?? count - 1;
    for (let station = above; station <= below; station += 1) unsure.add(station);
    i = end - 1;
  }
  return [...unsure];
}

/** For each row what the cells above its own say, blank ones what those above them say; a lone cell is no row of cells. */
function carriedTexts(rows: readonly EditedRow[]): readonly (readonly string[])[] {
  let above: readonly string[] = [];
  return rows.map(({ cells }) => {
    const here = above;
    if (cells.length > 1) above = cells.map(({ cell }, i) => (cell.text === '' ? (here[i] ?? '') : cell.text));
    return here;
  });
}

type Seat = { readonly station: number; readonly kind: number };
type Costs = {
  readonly fitOf: (row: number, station: number, kind: number) => Fit | null;
  /** Of two ways that cost the same, the one that leaves a station as soon, or as late, as may be. */
  readonly prefers: 'early' | 'late';
};

/** The cheapest way through rows and stations, from the end back to the beginning. */
function walkBack(count: number, stations: readonly Station[], { fitOf, prefers }: Costs): readonly (Seat | null)[] {
  const width = stations.length + 1;
  const size = (count + 1) * width;
  /** Least cost from here to the end, with the station still without a row, and with one. */
  const fresh = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const used = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const kindAt = new Int32Array(size).fill(-1);
  const costAt = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  fresh[size - 1] = 0;
  for (let i = count; i >= 0; i -= 1)
    for (let j = stations.length; j >= 0; j -= 1) {
      const at = i * width + j;
      const station = stations[j];
      if (i < count && station !== undefined) {
        let best = Number.POSITIVE_INFINITY;
        station.kinds.forEach((_, kind) => {
          const { rank, cost } = fitOf(i, j, kind) ?? { rank: Number.POSITIVE_INFINITY, cost: 0 };
          if (rank >= best) return;
          best = rank;
          costAt[at] = cost;
          kindAt[at] = kind;
        });
      }
      const below = at + width;
      const strange = i < count ? STRANGE + (fresh[below] as number) : Number.POSITIVE_INFINITY;
      const strangeUsed = i < count ? STRANGE + (used[below] as number) : Number.POSITIVE_INFINITY;
      const next = station === undefined ? Number.POSITIVE_INFINITY : (fresh[at + 1] as number);
      const taken =
        i < count && station !== undefined
          ? (costAt[at] as number) + afterTaking(used, fresh, { station, below })
          : Number.POSITIVE_INFINITY;
      if (i < count || station !== undefined) {
        fresh[at] = Math.min(strange, taken, next + (station === undefined ? 0 : passing(station)));
        used[at] = Math.min(strangeUsed, station?.many ? taken : Number.POSITIVE_INFINITY, next);
      }
    }
  return follow(count, stations, { fresh, used, kindAt, costAt, prefers });
}

const afterTaking = (
  used: Float64Array,
  fresh: Float64Array,
  { station, below }: { readonly station: Station; readonly below: number },
): number => (station.many ? (used[below] as number) : (fresh[below + 1] as number));

type Table = {
  readonly fresh: Float64Array;
  readonly used: Float64Array;
  readonly kindAt: Int32Array;
  readonly costAt: Float64Array;
  readonly prefers: Costs['prefers'];
};

function follow(
  count: number,
  stations: readonly Station[],
  { fresh, used, kindAt, costAt, prefers }: Table,
): readonly (Seat | null)[] {
  const width = stations.length + 1;
  const seats: (Seat | null)[] = [];
  let i = 0;
  let j = 0;
  let isUsed = false;
  while (i < count) {
    const at = i * width + j;
    const station = stations[j];
    const here = (isUsed ? used : fresh)[at] as number;
    const near = (cost: number): boolean => Math.abs(cost - here) < 1e-9 || cost === here;
    const canTake =
      station !== undefined &&
      (!isUsed || station.many) &&
      near((costAt[at] as number) + afterTaking(used, fresh, { station, below: at + width }));
    const canLeave = station !== undefined && near((fresh[at + 1] as number) + (isUsed ? 0 : passing(station)));
    if (canLeave && (!canTake || prefers === 'early')) {
      j += 1;
      isUsed = false;
    } else if (canTake) {
      seats.push({ station: j, kind: kindAt[at] as number });
      i += 1;
      if (station?.many) isUsed = true;
      else j += 1;
    } else {
      seats.push(null);
      i += 1;
    }
  }
  return seats;
}
