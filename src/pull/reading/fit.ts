import type { EditedCell, EditedRow } from '../edited/document.ts';
import type { PrintedRow } from '../printed/expect.ts';
import type { Pattern } from '../printed/pattern.ts';
import { innermost, type Spot } from '../printed/spots.ts';
import { squeezed } from '../text/blanks.ts';
import { type Bound, bindCell, type CellReading, type Known } from './bind.ts';
import { textsIn } from './near.ts';
import { ownReading } from './own.ts';

/**
 * A cell of a row as read: what stands in it; `same` as in the row above, where it covers both; or `label`: its fixed
 * words are others.
 */
export type FittedCell =
  | { readonly kind: 'read'; readonly cell: EditedCell; readonly reading: CellReading }
  | { readonly kind: 'same'; readonly cell: EditedCell }
  | { readonly kind: 'label'; readonly cell: EditedCell };

/**
 * How well a row of a document is one of a kind; `cells` are those of the kind. `cost` tells of two stations which is the
 * row's, `rank` of two kinds at one station, where more is known of what it may say.
 */
export type Fit = {
  readonly cost: number;
  readonly rank: number;
  readonly kind: PrintedRow;
  readonly cells: readonly FittedCell[];
};

/** What stands around a row, and what the record prints at the station where it is looked for. */
export type Around = {
  readonly above: EditedRow | null;
  /** What the labels above say that stand beside this row too where their merging was undone. */
  readonly carried: readonly string[];
  /** The row of the record that it says again; null where it says none. */
  readonly own: PrintedRow | null;
  /** The row of the record that it was made from, as far as that is known. */
  readonly near: PrintedRow | null;
};

/** What it costs to take a row for one of a kind though something in it speaks against it. */
const COST = { label: 3, name: 2.5, undone: 0.3, split: 0.4, changed: 0.01, news: 0.2, elsewhere: 0.1 } as const;
/** Blank cells more than a row has are taken for the rest of a neighbour that was wider. */
const MOST_SPLIT = 4;
const MOST_BLANKS = 10;

/** Fits a row to a kind of row; null where it has fewer cells, or more that are not blank. */
export function fitRow(row: EditedRow, kind: PrintedRow, around: Around): Fit | null {
  const { above, carried, own, near } = around;
  if (own !== null && own.key === kind.key) return ownFit(row, own, above);
  const cells = withoutSplit(row, kind);
  if (cells === null) return null;
  let cost = COST.split * (row.cells.length - cells.length);
  const held = new Set(above?.cells.map(({ cell }) => cell));
  let undone = true;
  const known = near === null ? unknown : textsIn(near);
  const like = near?.key === kind.key ? near : null;
  let news: number = near === null || like !== null ? 0 : COST.elsewhere;
  const deepest = deepestOf(kind);
  const fitted = kind.cells.map(({ pattern }, i): FittedCell => {
    const { cell, begins } = cells[i] as EditedRow['cells'][number];
    if (!begins && held.has(cell)) {
      if (bindCell(pattern, cell) === null) cost += otherWords(pattern, cell);
      return { kind: 'same', cell };
    }
    // A merged cell that was split again keeps its text in the first of the parts.
    if (cell.text === '' && undone && isHead(pattern, deepest) && continues(pattern, carried[i] ?? '', cell)) {
      cost += COST.undone;
      return { kind: 'same', cell };
    }
    undone = false;
    const printed = like?.cells[i]?.pattern;
    const reading =
      printed === undefined
        ? bindCell(pattern, cell, { known, isOwn: false })
        : (ownReading(printed, cell) ?? bindCell(printed, cell, { known, isOwn: true }));
    if (reading === null) {
      cost += otherWords(pattern, cell);
      return { kind: 'label', cell };
    }
    for (const bound of reading.bounds) {
      if (!isName(bound.slot.spot, bound.text)) cost += COST.name;
      if (bound.text !== bound.slot.text) cost += COST.changed / kind.cells.length;
    }
    news += newsIn(reading.bounds, known);
    return { kind: 'read', cell, reading };
  });
  return { cost, rank: cost + (COST.news * news) / kind.cells.length, kind, cells: fitted };
}

/** A row that says what the record prints. */
function ownFit(row: EditedRow, own: PrintedRow, above: EditedRow | null): Fit {
  const held = new Set(above?.cells.map(({ cell }) => cell));
  const cells = own.cells.map(({ pattern }, i): FittedCell => {
    const { cell, begins } = row.cells[i] as EditedRow['cells'][number];
    if (!begins && held.has(cell)) return { kind: 'same', cell };
    return { kind: 'read', cell, reading: ownReading(pattern, cell) ?? { bounds: [], lists: [] } };
  });
  return { cost: 0, rank: -1, kind: own, cells };
}

const unknown: Known = new Map();

/** How much of a cell its row does not print, from 0 to 1; a break in a value of one line is more. */
function newsIn(bounds: readonly Bound[], known: Known): number {
  const length = (all: readonly Bound[]): number => all.reduce((sum, { text }) => sum + text.length, 0);
  const fresh = bounds.filter(({ slot, text }) => known.get(slot.spot.key)?.includes(text) !== true);
  const broken = bounds.some(({ slot: { spot }, text }) => spot.field?.kind !== 'prose' && text.includes('\n'));
  return (fresh.length === 0 ? 0 : Math.max(1, length(fresh)) / Math.max(1, length(bounds))) + (broken ? 1 : 0);
}

/** Other words cost less the more characters they have in common with those of the form. */
function otherWords({ text }: Pattern, cell: EditedCell): number {
  const own = new Set(squeezed(text));
  const found = new Set(squeezed(cell.text));
  const common = [...own].filter((character) => found.has(character)).length;
  return COST.label * (1.25 - (0.5 * common) / Math.max(1, own.size, found.size));
}

/** The innermost level of a row. */
const deepestOf = ({ cells }: PrintedRow): string =>
  innermost(cells.flatMap(({ pattern }) => pattern.slots.flatMap(({ spot }) => spot.levels)));

/** Whether a cell stands beside several rows by nature: a fixed word, a name, a value of what the rows stand in. */
const isHead = ({ slots, isLabel }: Pattern, own: string): boolean =>
  slots.length === 0 ? isLabel : slots.every(({ spot }) => spot.field === null || (spot.levels.at(-1) ?? '') !== own);

/**
 * Whether a blank cell may be the rest of a cell above with a text: of one that was split. A cell that begins a merge
 * has lost its own text. Only what an author types may be blank itself.
 */
function continues({ slots, text }: Pattern, above: string, { rows, restarts }: EditedCell): boolean {
  if (restarts) return false;
  const [slot] = slots;
  if (slot === undefined) return squeezed(above) === squeezed(text);
  return above !== '' && (slot.spot.tree === null ? rows === 1 : isName(slot.spot, above));
}

/** Whether a text is a name of the level that a name of the form stands on; true for what is no name. */
function isName({ tree, depth }: Spot, text: string): boolean {
  if (tree === null) return true;
  const { levels, aliases } = tree.taxonomy;
  const name = aliases.get(text) ?? text;
  return depth === 0 ? levels.has(name) : [...levels.values()].some((below) => below.includes(name));
}

/**
 * The cells of a row as many as its kind has: blank ones that are too many are left out. Null where there are not enough
 * blank ones, or where it matters which of them are left out.
 */
function withoutSplit({ cells }: EditedRow, kind: PrintedRow): EditedRow['cells'] | null {
  const extra = cells.length - kind.cells.length;
  if (extra === 0) return cells;
  if (extra < 0 || extra > MOST_SPLIT) return null;
  const blanks = cells.filter(({ cell, begins }) => begins && cell.text === '').slice(0, MOST_BLANKS);
  const ways = choose(blanks, extra).map((left) => {
    const kept = cells.filter((one) => !left.includes(one));
    return { kept, misfits: misfitsOf(kept, kind), texts: kept.map(({ cell }) => cell.text).join('\u0007') };
  });
  const least = Math.min(...ways.map(({ misfits }) => misfits));
  const [best, ...others] = ways.filter(({ misfits }) => misfits === least);
  return best === undefined || others.some(({ texts }) => texts !== best.texts) ? null : best.kept;
}

const misfitsOf = (cells: EditedRow['cells'], kind: PrintedRow): number =>
  kind.cells.filter(({ pattern }, i) => {
    const { cell } = cells[i] as EditedRow['cells'][number];
    const [slot] = pattern.slots;
    if (slot !== undefined) return !isName(slot.spot, cell.text);
    return pattern.text !== '' && bindCell(pattern, cell) === null;
  }).length;

function choose<T>(all: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]];
  return all.flatMap((one, i) => choose(all.slice(i + 1), count - 1).map((rest) => [one, ...rest]));
}
