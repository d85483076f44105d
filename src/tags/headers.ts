import type { CellId, Grid, GridCell, HeaderScope } from '../grid/index.ts';
import type { Scope } from './types.ts';

/** The header cells of each cell of a table, in reading order, and what each of these speaks for. */
export type TableHeaders = {
  readonly of: readonly (readonly CellId[])[];
  readonly scopes: readonly (Scope | null)[];
};

/**
 * A cell is named by the labels at its left, up to the next cell that is none (部门名称 | … | 联系人 | …), by those of the
 * groups around it, and by the header rows over its columns; where it has none of these, by the label over it. A label is named by the header over it and by the
 * taller labels at its left, which are those of the groups around it.
 */
export function headersOf(grid: Grid): TableHeaders {
  const beside = new Set<CellId>();
  const above = new Set<CellId>();
  const headerAt = headersByRow(grid);
  const all = grid.cells.map((cell, id) => {
    const header = headerAt[cell.y] ?? null;
    const isLabel = cell.role === 'label';
    const beforeIt = labelsAtLeft(grid, cell);
    const left = isLabel ? beforeIt.filter((one) => isAround(grid.cells[one], cell, header)) : beforeIt;
    let over = labelsInHeader(grid, cell, header);
    if (left.length + over.length === 0 && !isLabel) over = labelOver(grid, cell);
    const named: CellId[] = [];
    for (const label of left) {
      beside.add(label);
      insert(named, label, id);
    }
    for (const label of over) {
      above.add(label);
      insert(named, label, id);
    }
    return named;
  });
  return { of: all, scopes: grid.cells.map((cell, id) => scopeOfCell(cell, above.has(id), beside.has(id))) };
}

/** Puts a cell among others in reading order, each once, unless it is the one they are for. */
function insert(cells: CellId[], one: CellId, without: CellId): void {
  if (one === without || cells.includes(one)) return;
  const after = cells.findIndex((other) => other > one);
  cells.splice(after === -1 ? cells.length : after, 0, one);
}

/** Whether a label at the left of another is that of a group around it: taller, and no part of the same header. */
function isAround(left: GridCell | undefined, { y, height }: GridCell, header: HeaderScope | null): boolean {
  if (left === undefined || left.height <= height) return false;
  return header === null || y >= header.end || left.y + left.height > header.end;
}

function scopeOfCell({ role }: GridCell, isOver: boolean, isBeside: boolean): Scope | null {
  if (role !== 'label') return null;
  if (isOver) return isBeside ? 'Both' : 'Column';
  return 'Row';
}

/** For each row the header that it stands under or in. */
function headersByRow({ rows, headers }: Grid): readonly (HeaderScope | null)[] {
  const byRow = new Array<HeaderScope | null>(rows).fill(null);
  for (const scope of headers) byRow.fill(scope, scope.first, scope.until);
  return byRow;
}

/** Beyond the nearest value only the labels of groups that hold it too: those that are taller. */
function labelsAtLeft({ slots, cells }: Grid, { x, y, height }: GridCell): CellId[] {
  const row = slots[y] ?? [];
  const labels: CellId[] = [];
  let tallest = height;
  let isBeyond = false;
  for (let column = x - 1; column >= 0; ) {
    const left = row[column] as CellId;
    const cell = cells[left] as GridCell;
    if (cell.role !== 'label') isBeyond = labels.length > 0;
    else if (!isBeyond || cell.height > tallest) {
      labels.push(left);
      tallest = Math.max(tallest, cell.height);
    }
    column = cell.x - 1;
  }
  return labels;
}

function labelsInHeader({ slots, cells }: Grid, { x, y, width }: GridCell, header: HeaderScope | null): CellId[] {
  const labels: CellId[] = [];
  if (header === null) return labels;
  for (let row = header.first; row < Math.min(header.end, y); row += 1) {
    for (let column = x; column < x + width; column += 1) {
      const id = slots[row]?.[column] as CellId;
      if (cells[id]?.role === 'label' && !labels.includes(id)) labels.push(id);
    }
  }
  return labels;
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
