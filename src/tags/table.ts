import type { GridCell } from '../grid/index.ts';
import type { MeasuredGrid } from '../measure/index.ts';
import type { Line } from '../text/index.ts';
import { headersOf } from './headers.ts';
import { tagParagraphs } from './paragraphs.ts';
import type { Tag } from './types.ts';

/** The element of a cell, or those of its lines where it holds several paragraphs. */
export type CellElements = number | ReadonlyMap<Line, number>;

/** Adds a table with its rows and cells; the elements come back by the numbers of the cells. */
export function tagTable({ grid, cells }: MeasuredGrid, tags: Tag[]): readonly CellElements[] {
  const table = tags.push({ role: 'Table', parent: -1, cell: null }) - 1;
  const { of, scopes } = headersOf(grid);
  const own: number[] = [];
  const elements: CellElements[] = [];
  for (let row = 0, id = 0; row < grid.rows; row += 1) {
    const parent = tags.push({ role: 'TR', parent: table, cell: null }) - 1;
    for (; grid.cells[id]?.y === row; id += 1) {
      const { width: columns, height: rows } = grid.cells[id] as GridCell;
      const scope = scopes[id] ?? null;
      const headers = (of[id] ?? []).map((header) => own[header] as number);
      const cell = { cell: id, rows, columns, scope, headers };
      const element = tags.push({ role: scope === null ? 'TD' : 'TH', parent, cell }) - 1;
      const paragraphs = cells[id]?.paragraphs ?? [];
      own[id] = element;
      elements[id] = paragraphs.length > 1 ? tagParagraphs(paragraphs, element, tags) : element;
    }
  }
  return elements;
}
