import type { Length } from '../base/index.ts';
import type { CellId, HeaderScope } from '../grid/index.ts';
import type { MeasuredGrid } from '../measure/index.ts';
import type { Line } from '../text/index.ts';

/** A measured grid with what pagination asks of it again and again. */
export type Frame = {
  readonly source: MeasuredGrid;
  readonly rows: number;
  /** All lines of each cell, paragraphs one after another. */
  readonly lines: readonly (readonly Line[])[];
  /** For each row the cells that stand in it alone. */
  readonly singles: readonly (readonly CellId[])[];
  /** Cells that cover several rows, by their first row. */
  readonly spanning: readonly CellId[];
  /** Whether a cell is printed whole on every page it reaches; all others flow on. */
  readonly repeats: readonly boolean[];
  /** For each row the height its own cells need when it stands in one piece. */
  readonly bases: readonly number[];
  /** The header whose scope holds a row, if the row is no header itself. */
  readonly headerOf: (row: number) => HeaderScope | null;
  readonly isHeader: (row: number) => boolean;
};

/** `room` is the height of an empty page: a label taller than it cannot be printed whole. */
export function makeFrame(source: MeasuredGrid, room: Length): Frame {
  const { grid, cells } = source;
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
  return {
    source,
    rows: grid.rows,
    lines: cells.map(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines)),
    singles,
    spanning,
    bases: singles.map((ids) => ids.reduce((most, id) => Math.max(most, cells[id]?.need ?? 0), 0)),
    repeats: grid.cells.map(({ role }, id) => role === 'label' && (cells[id]?.need ?? 0) <= room),
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
