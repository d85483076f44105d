import type { GridCell } from '../../src/grid/index.ts';
import type { ReadTable } from '../../src/read/index.ts';
import { cellTextOf } from './expect-docx.ts';
import type { SetForm } from './set-form.ts';

/** A cell with its place, its size and its text. */
export type SeenCell = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
};

/** The cells of a table as read. */
export const cellsRead = (table: ReadTable): SeenCell[] =>
  table.rows.flatMap((row, y) =>
    row.flatMap(({ x, columns, rows, text, continuation }) =>
      continuation ? [] : [{ x, y, width: columns, height: rows, text }],
    ),
  );

/** The cells of a grid. */
export const cellsLaid = ({ grid: { grid } }: Pick<SetForm, 'grid'>): SeenCell[] => grid.cells.map(seen);

const seen = (cell: GridCell): SeenCell => {
  const { x, y, width, height } = cell;
  return { x, y, width, height, text: cellTextOf(cell) };
};

/** The same cells where an edge between columns or rows at which no cell begins is not counted: no ink shows it. */
export function inkedCells(cells: readonly SeenCell[]): SeenCell[] {
  const xs = ranks(cells.map(({ x }) => x));
  const ys = ranks(cells.map(({ y }) => y));
  const right = (cell: SeenCell) => xs.get(cell.x + cell.width) ?? xs.size;
  const bottom = (cell: SeenCell) => ys.get(cell.y + cell.height) ?? ys.size;
  return cells.map((cell) => {
    const [x, y] = [xs.get(cell.x) ?? 0, ys.get(cell.y) ?? 0];
    return { x, y, width: right(cell) - x, height: bottom(cell) - y, text: cell.text };
  });
}

const ranks = (values: readonly number[]): ReadonlyMap<number, number> =>
  new Map([...new Set(values)].sort((a, b) => a - b).map((value, rank) => [value, rank]));

/** Cells without the breaks between paragraphs, which ink does not always show. */
export const withoutBreaks = (cells: readonly SeenCell[]): SeenCell[] =>
  cells.map((cell) => ({ ...cell, text: cell.text.replaceAll('\n', '') }));
