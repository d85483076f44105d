import { expect } from 'vitest';
import type { GridCell } from '../../src/grid/index.ts';
import { type DocxContent, type ReadTable, readDocx } from '../../src/read/index.ts';
import type { SetForm } from './set-form.ts';
import { successOf } from './set-form.ts';

export const docxOf = (bytes: Uint8Array): DocxContent => successOf(readDocx(bytes, 'a.docx'));

/** The first table of a document. */
export function tableOf({ blocks }: DocxContent): ReadTable {
  const table = blocks.find((block) => block.kind === 'table');
  if (table === undefined) throw new Error('no table');
  return table;
}

/** A cell's paragraphs, one a line. */
export const cellTextOf = ({ paragraphs }: GridCell): string =>
  paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');

/** Every cell of the grid comes back at its place, with its size and its text. */
export function expectSameCells(table: ReadTable, { grid: { grid } }: Pick<SetForm, 'grid'>): void {
  expect(table.columns).toBe(grid.edges.length - 1);
  expect(table.rows).toHaveLength(grid.rows);
  const read = table.rows.flatMap((row, y) =>
    row.flatMap(({ x, columns, rows, text, continuation }) =>
      continuation ? [] : [{ x, y, width: columns, height: rows, text }],
    ),
  );
  const written = grid.cells.map((cell) => {
    const { x, y, width, height } = cell;
    return { x, y, width, height, text: cellTextOf(cell) };
  });
  expect(read).toEqual(written);
}
