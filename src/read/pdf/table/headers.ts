import type { Columns } from './columns.ts';
import type { RuledCell, RuledPart } from './types.ts';

/** A header of more rows than this is not looked for, nor for more places where it may have stood. */
const MOST_ROWS = 8;
const MOST_PLACES = 8;

/** Rows at the top of a page that are rows of the page before, printed again: how many, and where they stand there. */
export type Repeated = { readonly count: number; readonly start: number };

const NONE: Repeated = { count: 0, start: 0 };

/**
 * How many rows at the top of a page are a header of the page before, printed again: as many as are equal in columns,
 * heights in rows and texts to rows there that others follow. Cells that reach below the header, and the empty corner
 * beside it, need have no equal: a label that holds the header stands there, or one that does not has left its place.
 */
export function repeatedRows(last: RuledPart, next: RuledPart, columns: Columns): Repeated {
  const first = next.cells.find(({ y, text }) => y === 0 && text !== '');
  if (first === undefined) return NONE;
  const keyOf = (part: RuledPart, { x, columns: count, rows, text }: RuledCell): string =>
    `${columns.at(part.edges[x] ?? 0)} ${columns.at(part.edges[x + count] ?? 0)} ${rows} ${text}`;
  const rowsOf = (part: RuledPart, begin: number): Rows => rowsFrom(part, begin, (cell) => keyOf(part, cell));
  const own = rowsOf(next, 0);
  const starts = startsIn(own, last, (cell) => keyOf(last, cell));
  for (const start of starts.slice(-MOST_PLACES).reverse()) {
    const limit = Math.min(MOST_ROWS, next.rows - 1, last.rows - 1 - start);
    const count = equalRows(own, rowsOf(last, start), limit);
    if (count > 0) return { count, start };
  }
  return NONE;
}

/** The cells that begin in each row from `begin` on: key, and the row behind their last one; empty cells apart. */
type Rows = readonly (readonly { readonly key: string | null; readonly end: number }[])[];

function rowsFrom({ cells }: RuledPart, begin: number, keyOf: (cell: RuledCell) => string): Rows {
  const rows: { key: string | null; end: number }[][] = Array.from({ length: MOST_ROWS }, () => []);
  for (const cell of cells) {
    const key = cell.text === '' ? null : keyOf(cell);
    rows[cell.y - begin]?.push({ key, end: cell.y + cell.rows - begin });
  }
  return rows;
}

/** The rows of a part that have a text of the first of these rows at its place. */
function startsIn([top]: Rows, { cells }: RuledPart, keyOf: (cell: RuledCell) => string): number[] {
  const keys = new Set(top?.map(({ key }) => key));
  const rows = cells.filter((cell) => cell.text !== '' && keys.has(keyOf(cell))).map(({ y }) => y);
  return [...new Set(rows)].sort((a, b) => a - b);
}

/** The greatest number of rows, up to a limit, that hold the same cells wherever a cell does not reach further down. */
function equalRows(own: Rows, others: Rows, limit: number): number {
  for (let count = limit; count > 0; count -= 1) {
    const [mine, theirs] = [keysWithin(own, count), keysWithin(others, count)];
    if (mine !== null && theirs !== null && mine.join('\n') === theirs.join('\n')) return count;
  }
  return 0;
}

/** The texts that stand within so many rows, sorted; null where a row has none. */
function keysWithin(rows: Rows, count: number): string[] | null {
  const keys: string[] = [];
  for (const [y, row] of rows.slice(0, count).entries()) {
    const own = row.flatMap(({ key, end }) => (key !== null && end <= count ? [`${y} ${key}`] : []));
    if (own.length === 0) return null;
    keys.push(...own);
  }
  return keys.sort();
}
