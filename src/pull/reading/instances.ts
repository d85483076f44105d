import { addTo } from '../../base/index.ts';
import type { EditedCell, EditedRow } from '../edited/document.ts';
import { innermost, isNames, isWithin } from '../printed/spots.ts';
import { squeezed } from '../text/blanks.ts';
import type { Assigned } from './assign.ts';
import type { Bound, CellReading } from './bind.ts';
import type { FittedCell } from './fit.ts';

/** An item of a list or a name of a taxonomy, or the whole record, as a document has it. */
export type Instance = {
  /** What stands where a value is printed, by the value's key; the same value may be printed more than once. */
  readonly bounds: Map<string, Bound[]>;
  /** Values that stand in cells which could not be read. */
  readonly unread: Set<string>;
  /** The items and names below, by their levels. */
  readonly below: Map<string, Instance[]>;
  /** The row it begins in; null: the record, or a paragraph of a cell. */
  readonly row: EditedRow | null;
};

export const newInstance = (row: EditedRow | null): Instance => ({
  bounds: new Map(),
  unread: new Set(),
  below: new Map(),
  row,
});

/** A cell with a text that reaches over rows of several items, with the levels of the row. */
export type Conflict = { readonly row: EditedRow; readonly cell: EditedCell; readonly levels: readonly string[] };

/** A cell of a row with the level whose item it belongs to; empty: the record. */
type OwnedCell = { readonly fitted: FittedCell; readonly own: string; readonly keys: readonly string[] };

/** An item or a name that the next row may go on with. */
type Open = { readonly instance: Instance; readonly cells: Set<EditedCell> };

/**
 * Puts together what rows say: which of them are of one item, of one name. What stands in a cell of several items is
 * unread in all of them.
 */
export function readRows(rows: readonly Assigned[], root: Instance): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  const holders = new Map<EditedCell, Instance>();
  let open = new Map<string, Open>();
  let station = -1;
  for (const assigned of rows) {
    if (assigned.station !== station) open = new Map();
    station = assigned.station;
    const { cells, chain } = ownersIn(assigned);
    enter({ cells, chain, row: assigned.row }, open, root);
    for (const { fitted, own, keys } of cells) {
      const holder = open.get(own);
      if (holder?.cells.has(fitted.cell)) continue;
      holder?.cells.add(fitted.cell);
      const isConflict = fitted.kind === 'same' && fitted.cell.text !== '' && own !== '';
      const first = holders.get(fitted.cell);
      if (holder !== undefined && first === undefined) holders.set(fitted.cell, holder.instance);
      if (isConflict) {
        conflicts.push({ row: assigned.row, cell: fitted.cell, levels: chain });
        for (const key of keys) first?.unread.add(key);
      }
      if (fitted.kind === 'read') addReading(fitted.reading, holder?.instance ?? root);
      if (fitted.kind === 'label' || isConflict) for (const key of keys) (holder?.instance ?? root).unread.add(key);
    }
  }
  return conflicts;
}

/** The levels of a row from the outside in, and which of them each cell belongs to. */
function ownersIn({ fit, kind }: Assigned): {
  readonly cells: readonly OwnedCell[];
  readonly chain: readonly string[];
} {
  const chain = new Set<string>();
  const cells = fit.cells.map((fitted, i): OwnedCell => {
    const { parts = [], slots = [] } = kind.cells[i]?.pattern ?? {};
    const listed = new Set(parts.flatMap((part) => (part.kind === 'repeat' ? [part.level] : [])));
    const levels = slots.flatMap(({ spot }) => spot.levels.filter((level) => !listed.has(level)));
    for (const level of levels) chain.add(level);
    const keys = slots.map(({ spot }) => spot.key);
    return { fitted, keys, own: innermost(levels) };
  });
  return { cells, chain: [...chain].sort((a, b) => a.length - b.length) };
}

type Entering = { readonly cells: readonly OwnedCell[]; readonly chain: readonly string[]; readonly row: EditedRow };

/** Goes on with what is open, or opens new items and names, from the outside in. */
function enter({ cells, chain, row }: Entering, open: Map<string, Open>, root: Instance): void {
  let parent = root;
  let isFresh = false;
  chain.forEach((level, depth) => {
    const known = open.get(level);
    const at = (wanted: string | undefined): readonly FittedCell[] =>
      cells.filter(({ own }) => own === wanted).map(({ fitted }) => fitted);
    const next = chain[depth + 1];
    const goesOn = open.has(chain.at(-1) ?? '');
    if (known === undefined || isFresh || begins({ level, own: at(level), next, below: at(next), goesOn }, known)) {
      for (const other of open.keys()) if (isWithin(other, level)) open.delete(other);
      const instance = newInstance(row);
      addTo(parent.below, level, instance);
      open.set(level, { instance, cells: new Set() });
      isFresh = true;
    }
    parent = (open.get(level) as Open).instance;
  });
}

/** The cells of a level in a row, and those of the level right below it. */
type Step = {
  readonly level: string;
  readonly own: readonly FittedCell[];
  readonly next: string | undefined;
  readonly below: readonly FittedCell[];
  /** Rows of the same sort are open. */
  readonly goesOn: boolean;
};

/** Whether a row begins another item of a level, or another name. */
function begins({ level, own, next, below, goesOn }: Step, { instance, cells }: Open): boolean {
  if (next === undefined)
    return own.some(
      (fitted) =>
        fitted.kind === 'read' && fitted.reading.bounds.some(({ slot }) => instance.bounds.has(slot.spot.key)),
    );
  if (own.length === 0 || own.some(({ cell }) => cells.has(cell))) return false;
  const blank = own.every(({ kind, cell }) => kind === 'same' && cell.text === '');
  if (isNames(level)) {
    // A merged name that was split may have been typed into each of the parts.
    const name = instance.bounds.get(level)?.[0]?.text ?? '';
    return blank ? !goesOn : squeezed(own[0]?.cell.text ?? '') !== squeezed(name);
  }
  const names = (instance.below.get(next) ?? []).map((one) => one.bounds.get(next)?.[0]?.text ?? '');
  const isAmong = (known: readonly string[]): boolean =>
    below.some(({ kind, cell }) => kind === 'read' && known.includes(cell.text));
  // Either a merged cell was split again, with its text in each of the parts, or this is another of the same name.
  if (!blank) return isAmong(names.slice(0, -1)) || own.some(({ cell }) => cell.rows > 1 || !says(instance, cell.text));
  // Either a merged cell was split again, or this is an item without a name: then its names begin anew.
  const isNameless = below.every(({ kind, cell }) => kind === 'same' && cell.text === '');
  return (isNameless && !goesOn) || isAmong(names);
}

/** Whether a text stands in an item already. */
const says = ({ bounds }: Instance, text: string): boolean =>
  [...bounds.values()].some((all) => all.some((bound) => bound.text === text));

/** Adds what a cell says to the item it belongs to. */
export function addReading({ bounds, lists }: CellReading, to: Instance): void {
  for (const bound of bounds) addTo(to.bounds, bound.slot.spot.key, bound);
  for (const { level, items } of lists) {
    const below = to.below.get(level) ?? [];
    to.below.set(level, below);
    for (const item of items) {
      const instance = newInstance(null);
      addReading({ bounds: item, lists: [] }, instance);
      below.push(instance);
    }
  }
}
