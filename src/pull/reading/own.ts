import { addTo } from '../../base/index.ts';
import type { EditedCell, EditedRow } from '../edited/document.ts';
import type { PrintedRow } from '../printed/expect.ts';
import type { Pattern, Slot } from '../printed/pattern.ts';
import type { Station } from '../printed/stations.ts';
import { asReadBack, readings, SOFT, squeezed } from '../text/blanks.ts';
import type { Bound, CellReading } from './bind.ts';

/** Whether a cell says what the record prints there; words of the form may be spaced and broken otherwise. */
export function saysTheSame({ slots, text }: Pattern, cell: EditedCell): boolean {
  if (slots.length === 0) return squeezed(cell.text) === squeezed(text);
  const printed = asReadBack(text);
  if (cell.text === printed) return true;
  if (!cell.text.includes(SOFT)) return false;
  const { broken, joined } = readings(cell.text);
  return broken === printed || joined === printed;
}

/** Whether a row is one that the record prints, merged in the same way. */
export const isSameRow = (row: EditedRow, { cells }: PrintedRow): boolean =>
  row.cells.length === cells.length &&
  cells.every(({ pattern, begins }, i) => {
    const here = row.cells[i] as EditedRow['cells'][number];
    return here.begins === begins && saysTheSame(pattern, here.cell);
  });

/**
 * What stands in a cell that says what the record prints there: its values as they are, however its text could be split.
 * Null where it says something else.
 */
export function ownReading(pattern: Pattern, cell: EditedCell): CellReading | null {
  if (!saysTheSame(pattern, cell)) return null;
  const boundOf = (slot: Slot): Bound => ({ slot, text: asReadBack(slot.text), cell, doubtful: false, isOwn: true });
  const lists = pattern.parts.flatMap((part) => (part.kind === 'repeat' ? [part.level] : []));
  const holderIn = ({ spot }: Slot, level: string): string | undefined => spot.holders[spot.levels.indexOf(level)];
  return {
    bounds: pattern.slots.filter((slot) => lists.every((level) => holderIn(slot, level) === undefined)).map(boundOf),
    lists: lists.map((level) => {
      const items = new Map<string, Bound[]>();
      for (const slot of pattern.slots) {
        const holder = holderIn(slot, level);
        if (holder !== undefined) addTo(items, holder, boundOf(slot));
      }
      return { level, items: [...items.values()] };
    }),
  };
}

/** Finds the row of the record at a station that a row of a document is; null where that is none of them. */
export type OwnRows = (row: number, station: number) => PrintedRow | null;

/** Of rows that are the same, the first of a document is the first of the record, and so on. */
export function ownRows(rows: readonly EditedRow[], stations: readonly Station[]): OwnRows {
  const known = new Map<string, { readonly station: number; readonly row: PrintedRow }[]>();
  for (const [station, { rows: printed }] of stations.entries())
    for (const row of printed) addTo(known, keyOf(row.cells.map(({ pattern }) => pattern)), { station, row });
  const seen = new Map<string, number>();
  // Rows that say the same, blank ones above all, are looked for once.
  const sought = new Map<string, ReadonlyMap<number, Here>>();
  const found = rows.map((row) => {
    const key = keyOf(row.cells.map(({ cell }) => cell));
    const place = seen.get(key) ?? 0;
    seen.set(key, place + 1);
    const exact = row.cells.map(({ cell, begins }) => `${begins} ${cell.text}`).join('\u0007');
    const here = sought.get(exact) ?? byStation((known.get(key) ?? []).filter((one) => isSameRow(row, one.row)));
    sought.set(exact, here);
    return { place, here };
  });
  return (i, station) => {
    const { place, here } = found[i] as (typeof found)[number];
    const { before, rows: same } = here.get(station) ?? nowhere;
    return same[Math.max(0, Math.min(place - before, same.length - 1))] ?? null;
  };
}

/** Rows at a station that are the same, and how many of their like stand at the stations before. */
type Here = { readonly before: number; readonly rows: PrintedRow[] };

const nowhere: Here = { before: 0, rows: [] };

/** Rows in their order by their stations. */
function byStation(
  found: readonly { readonly station: number; readonly row: PrintedRow }[],
): ReadonlyMap<number, Here> {
  const stations = new Map<number, Here>();
  for (const [before, { station, row }] of found.entries()) {
    const here = stations.get(station) ?? { before, rows: [] };
    stations.set(station, here);
    here.rows.push(row);
  }
  return stations;
}

const keyOf = (cells: readonly { readonly text: string }[]): string =>
  cells.map(({ text }) => squeezed(text)).join('\u0007');
