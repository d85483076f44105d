import type { MeasuredGrid } from '../measure/index.ts';
import { SHORT_ROW } from './row-breaks.ts';

/** What the text of a row needs where spanning cells are set once; lengths in mpt. */
export type RowText = {
  readonly need: number;
  /** The pitch of its tallest cell. */
  readonly pitch: number;
  /** Above and below the text together. */
  readonly padding: number;
  /** Whether it may be parted by a page turn. */
  readonly long: boolean;
};

/**
 * For each row the largest need of its own cells; in a span's last row also what the rows above leave of the span's need,
 * as Word and LibreOffice set a spanning cell.
 */
export function rowTexts({ grid, cells, table }: MeasuredGrid): RowText[] {
  const ending: number[][] = Array.from({ length: grid.rows }, () => []);
  grid.cells.forEach((cell, id) => {
    ending[cell.y + cell.height - 1]?.push(id);
  });
  const tops = [0];
  return ending.map((ids, y) => {
    const top = tops[y] ?? 0;
    let need = 0;
    let pitch = 1;
    let lines = 0;
    for (const id of ids) {
      const place = grid.cells[id];
      const cell = cells[id];
      if (place === undefined || cell === undefined) continue;
      if (place.height === 1) lines = Math.max(lines, cell.lineCount);
      const left = cell.need - (top - (tops[place.y] ?? 0));
      if (left <= need) continue;
      need = left;
      pitch = cell.style.pitch;
    }
    tops.push(top + need);
    return { need, pitch, padding: 2 * table.padY, long: lines >= SHORT_ROW };
  });
}
