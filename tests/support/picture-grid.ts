import { shortened } from '../../src/base/index.ts';
import type { Grid } from '../../src/grid/index.ts';

/**
 * A text picture of a grid: one line per row, one field per column slot. A cell shows the start
 * of its text in its first slot, `<` to the right of it and `^` below it; header rows begin with `#`.
 */
export function pictureGrid(grid: Grid): string {
  const header = new Set(grid.headers.flatMap(({ first, end }) => range(first, end)));
  return grid.slots
    .map((row, y) => {
      const fields = row.map((id, x) => {
        const cell = grid.cells[id];
        if (!cell) return '?';
        if (cell.y < y) return '^';
        if (cell.x < x) return '<';
        const text = cell.paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join('\\n');
        return shortened(text, 12);
      });
      return `${header.has(y) ? '#' : ' '} ${fields.join(' | ')}`.trimEnd();
    })
    .join('\n');
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
