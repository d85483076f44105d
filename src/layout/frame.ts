import { flatMap, type Length } from '../base/index.ts';
import type { CellId, HeaderScope } from '../grid/index.ts';
import { type MeasuredGrid, namesOf } from '../measure/index.ts';
import { type CellText, textAgain, textIn } from './line-heights.ts';
import { SHORT_ROW } from './row-breaks.ts';

/** A measured grid with what pagination asks of it again and again. */
export type Frame = {
  readonly source: MeasuredGrid;
  readonly rows: number;
  /** The text of each cell, paragraphs one after another. */
  readonly texts: readonly CellText[];
  /** What stands in a label that is printed again, where it is something else. */
  readonly again: readonly (CellText | null)[];
  /** For each row the cells that stand in it alone. */
  readonly singles: readonly (readonly CellId[])[];
  /** Cells that cover several rows, by their first row. */
  readonly spanning: readonly CellId[];
  /** Whether a cell is printed whole on every page it reaches; all others flow on. */
  readonly repeats: readonly boolean[];
  /** For each row the height its own cells need when it stands in one piece. */
  readonly bases: readonly number[];
  /** For each row the height of a single line in it: a row with no line of its own left is no lower. */
  readonly least: readonly number[];
  /** The header whose scope holds a row, if the row is no header itself. */
  readonly headerOf: (row: number) => HeaderScope | null;
  readonly isHeader: (row: number) => boolean;
};

/** `room` is the height of an empty page: a label taller than it cannot be printed whole. */
export function makeFrame(source: MeasuredGrid, room: Length): Frame {
  const { grid, cells, table } = source;
  const singles: CellId[][] = Array.from({ length: grid.rows }, () => []);
  const spanning: CellId[] = [];
  grid.cells.forEach((cell, id) => {
    if (cell.height === 1) singles[cell.y]?.push(id);
    else spanning.push(id);
  });
  const scopeOf = new Array<HeaderScope | null>(grid.rows).fill(null);
  for (const scope of grid.headers) {
    // A header without rows below it waits for none: it is a row like any other.
    if (scope.until > scope.end) scopeOf.fill(scope, scope.first, scope.until);
  }
  const again = cells.map((cell) => textAgain(cell, table.padY));
  const isLong = (ids: readonly CellId[]): boolean => ids.some((id) => (cells[id]?.lineCount ?? 0) >= SHORT_ROW);
  const names = new Set(flatMap(singles, (ids) => (isLong(ids) ? namesOf(source, ids) : [])));
  const least = leastHeights(source, singles);
  return {
    source,
    rows: grid.rows,
    texts: cells.map(textIn),
    again,
    singles,
    spanning,
    least,
    bases: singles.map((ids, row) => ids.reduce((most, id) => Math.max(most, cells[id]?.need ?? 0), least[row] ?? 0)),
    repeats: grid.cells.map(
      ({ role }, id) =>
        (role === 'label' || names.has(id)) && Math.max(cells[id]?.need ?? 0, again[id]?.need ?? 0) <= room,
    ),
    headerOf: (row) => {
      const scope = scopeOf[row] ?? null;
      return scope !== null && row >= scope.end ? scope : null;
    },
    isHeader: (row) => {
      const scope = scopeOf[row] ?? null;
      return scope !== null && row < scope.end;
    },
  };
}

/** A line of the smallest pitch in a row; where only cells of several rows cross it, of the smallest among these. */
const leastHeights = ({ grid, cells, table }: MeasuredGrid, singles: readonly (readonly CellId[])[]): number[] =>
  singles.map((own, row) => {
    const ids = own.length > 0 ? own : (grid.slots[row] ?? []);
    const pitches = ids.map((id) => cells[id]?.style.pitch ?? 0);
    return Math.min(...pitches) + 2 * table.padY;
  });

/** Whether a label or a name stood on an earlier page; `done` are the lines of each cell printed there. */
export const isAgain = ({ repeats }: Frame, cell: CellId, done: readonly number[]): boolean =>
  repeats[cell] === true && (done[cell] ?? 0) > 0;

/** The text of a cell, or what it says when it is printed again. */
export const textOf = ({ texts, again }: Frame, cell: CellId, isRepeat: boolean): CellText =>
  (isRepeat ? again[cell] : null) ?? (texts[cell] as CellText);
