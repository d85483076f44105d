import type { BandSpec, CellSpec, GroupSpec, Keep, RowSpec, TableSpec } from '../../src/form/index.ts';
import { band, cell, group, row, table } from './specs.ts';

/** Cells and groups without their places: {@link fitTable} turns wishes into spans that leave no hole. */
export type RowShape = { readonly keep: Keep; readonly cells: readonly CellShape[] };
export type CellShape = { readonly spec: CellSpec; readonly span: number; readonly rows: number };
export type RowsShape = { readonly kind: 'rows'; readonly header: boolean; readonly rows: readonly RowShape[] };
export type GroupShape = {
  readonly kind: 'group';
  readonly header: boolean;
  readonly keep: Keep;
  readonly label: CellShape;
  /** A cell to the right of all rows of the group. */
  readonly side: CellSpec | null;
  readonly children: readonly NodeShape[];
};
export type NodeShape = RowsShape | GroupShape;
export type BandShape = { readonly weights: readonly number[]; readonly children: readonly NodeShape[] };

type Child = GroupSpec | RowSpec;

/** A table in which every wish for a span is cut down to what leaves neither overlap nor hole. */
export const fitTable = (bands: readonly BandShape[]): TableSpec => table(...bands.map(fitBand));

function fitBand({ weights, children }: BandShape): BandSpec {
  const whole = weights.reduce((a, b) => a + b, 0);
  return band(
    weights.map((weight) => (100 * weight) / whole),
    ...fitNodes(children, weights.length),
  );
}

const fitNodes = (nodes: readonly NodeShape[], columns: number): Child[] =>
  nodes.flatMap((node) => (node.kind === 'rows' ? fitRows(node, columns) : fitGroup(node, columns)));

/** A group needs a column for its label; where there is none only its rows stay. */
function fitGroup({ header, keep, label, side, children }: GroupShape, columns: number): Child[] {
  const span = Math.min(1 + label.span, columns - 1);
  if (span < 1) return fitNodes(children, columns);
  const beside = side !== null && columns - span >= 2 ? side : null;
  const inner = fitNodes(children, columns - span - (beside === null ? 0 : 1));
  const full = beside === null ? inner : withSide(inner, { ...beside, rows: countRows(inner) });
  return [{ ...group({ ...label.spec, span }, ...full), header, keep }];
}

/** The side cell is the last of the first row: it falls into the column left free. */
function withSide([first, ...rest]: readonly Child[], side: CellSpec): Child[] {
  if (first === undefined) return [];
  if (first.kind === 'row') return [{ ...first, cells: [...first.cells, side] }, ...rest];
  return [{ ...first, children: withSide(first.children, side) }, ...rest];
}

const countRows = (children: readonly Child[]): number =>
  children.reduce((count, child) => count + (child.kind === 'row' ? 1 : countRows(child.children)), 0);

/** Cells go into the free slots from left to right, as often as it takes. */
function fitRows({ rows, header }: RowsShape, columns: number): RowSpec[] {
  const taken = rows.map(() => new Array<boolean>(columns).fill(false));
  return rows.map(({ keep, cells: shapes }, y) => {
    const cells: CellSpec[] = [];
    for (let x = 0; x < columns; x += 1) {
      if (taken[y]?.[x]) continue;
      const shape = shapes[cells.length % shapes.length];
      let free = x;
      while (free < columns && !taken[y]?.[free]) free += 1;
      const span = 1 + ((shape?.span ?? 0) % (free - x));
      const deep = 1 + ((shape?.rows ?? 0) % (rows.length - y));
      for (let down = y; down < y + deep; down += 1) taken[down]?.fill(true, x, x + span);
      cells.push({ ...(shape?.spec ?? cell()), span, rows: deep });
      x += span - 1;
    }
    return { ...row(...cells), header, keep };
  });
}
