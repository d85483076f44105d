import type { CellId, Grid, GridCell, HeaderScope } from '../grid/index.ts';
import type { Scope } from './types.ts';

/** The header cells of each cell of a table, in reading order, and what each of these speaks for. */
export type TableHeaders = {
  readonly of: readonly (readonly CellId[])[];
  readonly scopes: readonly (Scope | null)[];
};

/**
 * A cell is named by the labels at its left, up to the next cell that is none (部门名称 | … | 联系人 | …), and by the header
 * rows over its columns; where it has neither, by the label over it.
 */
export function headersOf(grid: Grid): TableHeaders {
  const beside = new Set<CellId>();
  const above = new Set<CellId>();
  const scopeOf = scopesByRow(grid);
  const all = grid.cells.map((cell, id) => {
    const left = labelsAtLeft(grid, id, cell);
    let over = labelsInHeader(grid, cell, scopeOf[cell.y] ?? null);
    if (left.length + over.length === 0) over = labelOver(grid, cell);
    for (const label of left) beside.add(label);
    for (const label of over) above.add(label);
    return [...new Set([...over, ...left])].sort((a, b) => a - b);
  });
  return { of: all, scopes: grid.cells.map((cell, id) => scopeOfCell(cell, above.has(id), beside.has(id))) };
}

function scopeOfCell({ role }: GridCell, isOver: boolean, isBeside: boolean): Scope | null {
  if (role !== 'label') return null;
  if (isOver) return isBeside ? 'Both' : 'Column';
  return 'Row';
}

/** For each row the header over it; null for a row of a header itself. */
function scopesByRow({ rows, headers }: Grid): readonly (HeaderScope | null)[] {
  const scopes = new Array<HeaderScope | null>(rows).fill(null);
  for (const scope of headers) scopes.fill(scope, scope.end, scope.until);
  return scopes;
}

function labelsAtLeft({ slots, cells }: Grid, id: CellId, { x, y }: GridCell): CellId[] {
  const row = slots[y] ?? [];
  const labels: CellId[] = [];
  for (let column = x - 1; column >= 0; ) {
    const left = row[column] as CellId;
    const cell = cells[left] as GridCell;
    if (cell.role === 'label' && left !== id) labels.push(left);
    else if (labels.length > 0) break;
    column = cell.x - 1;
  }
  return labels;
}

function labelsInHeader({ slots, cells }: Grid, { x, width }: GridCell, scope: HeaderScope | null): CellId[] {
  if (scope === null) return [];
  const labels = new Set<CellId>();
  for (let row = scope.first; row < scope.end; row += 1) {
    for (const id of slots[row]?.slice(x, x + width) ?? []) if (cells[id]?.role === 'label') labels.add(id);
  }
  return [...labels];
}

function labelOver({ slots, cells }: Grid, { x, y }: GridCell): CellId[] {
  for (let row = y - 1; row >= 0; ) {
    const id = slots[row]?.[x] as CellId;
    const cell = cells[id] as GridCell;
    if (cell.role === 'label') return [id];
    row = cell.y - 1;
  }
  return [];
}
