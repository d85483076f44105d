import type { MeasuredGrid } from '../../../measure/index.ts';

/**
 * The height each row needs, in thousandths of a point: the largest need of its own cells, and in a span's last row
 * what the rows above leave of the span's need, as Word shows a spanning label only once.
 */
export function rowHeights({ grid, cells }: MeasuredGrid): number[] {
  const endingAt: number[][] = Array.from({ length: grid.rows }, () => []);
  grid.cells.forEach((cell, id) => {
    endingAt[cell.y + cell.height - 1]?.push(id);
  });
  const tops = [0];
  return endingAt.map((ids, y) => {
    const top = tops[y] as number;
    let height = 0;
    for (const id of ids) {
      const above = top - (tops[grid.cells[id]?.y ?? y] as number);
      height = Math.max(height, (cells[id]?.need ?? 0) - above);
    }
    tops.push(top + height);
    return height;
  });
}

/** Lines of the tallest cell that stands in one row only, for each row. */
export function rowLineCounts({ grid, cells }: MeasuredGrid): number[] {
  const counts = Array.from({ length: grid.rows }, () => 0);
  grid.cells.forEach((cell, id) => {
    if (cell.height === 1) counts[cell.y] = Math.max(counts[cell.y] ?? 0, cells[id]?.lineCount ?? 0);
  });
  return counts;
}

/**
 * How many rows at the top Word may repeat: a header whose scope is the whole table. Word repeats to the table's end,
 * only from the top, and does not know what to do with a label that goes on below the header.
 */
export function repeatedRows({ grid }: MeasuredGrid): number {
  const top = grid.headers.find((header) => header.first === 0);
  if (top === undefined || top.until < grid.rows || top.end >= grid.rows) return 0;
  return grid.cells.some((cell) => cell.y < top.end && cell.y + cell.height > top.end) ? 0 : top.end;
}
