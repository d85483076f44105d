import type { ReadCell, ReadTable } from '../../types.ts';

/** A cell as tagged. */
export type TaggedCell = { readonly rows: number; readonly columns: number; readonly text: string };

/** A table of more slots is taken for a fault. */
const MOST_SLOTS = 4_000_000;

/**
 * Puts the cells of each row into the columns that cells above leave free, from left to right. Null where that leaves a
 * hole or an overlap, or a cell reaches below the last row or covers no or half a row.
 */
export function placeCells(rows: readonly (readonly TaggedCell[])[]): ReadTable | null {
  const columns = (rows[0] ?? []).reduce((sum, cell) => sum + cell.columns, 0);
  if (rows.some((row) => row.some((cell) => !isCount(cell.rows) || !isCount(cell.columns)))) return null;
  if (columns * rows.length > MOST_SLOTS) return null;
  /** For each column how many rows below the last one are covered from above. */
  const covered = new Array<number>(columns).fill(0);
  const placed: ReadCell[][] = [];
  for (const [y, row] of rows.entries()) {
    const line = continuationsIn(placed[y - 1] ?? [], covered);
    let x = 0;
    for (const cell of row) {
      while ((covered[x] ?? 0) > 0) x += 1;
      if (y + cell.rows > rows.length) return null;
      for (const end = x + cell.columns; x < end; x += 1) {
        if (covered[x] !== 0) return null;
        covered[x] = cell.rows;
      }
      line.push({ x: x - cell.columns, columns: cell.columns, rows: cell.rows, text: cell.text, continuation: false });
    }
    if (covered.some((left) => left === 0)) return null;
    covered.forEach((left, column) => {
      covered[column] = left - 1;
    });
    placed.push(line.sort((a, b) => a.x - b.x));
  }
  return { kind: 'table', columns, rows: placed };
}

/** What the cells of a row leave in the next one. */
const continuationsIn = (above: readonly ReadCell[], covered: readonly number[]): ReadCell[] =>
  above.flatMap(({ x, columns }) =>
    (covered[x] ?? 0) > 0 ? [{ x, columns, rows: 1, text: '', continuation: true }] : [],
  );

const isCount = (span: number): boolean => Number.isInteger(span) && span > 0;
