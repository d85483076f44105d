import { type Diagnostic, diagnostic, flatMap } from '../base/index.ts';
import type { BandSpec, Call, CellSpec, GroupSpec, RowSpec } from '../form/index.ts';
import { partialMisfit } from './partial-misfit.ts';

/** A cell at its place in a band: columns are the band's own, rows count from the band's first. */
export type PlacedCell = {
  readonly spec: CellSpec;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type PlacedBand = {
  readonly cells: readonly PlacedCell[];
  /** For each row of the band, whether it is a header. */
  readonly headers: readonly boolean[];
  readonly problems: readonly Diagnostic[];
};

type FlatRow = {
  readonly row: RowSpec;
  readonly header: boolean;
  /** The groups around it, the outermost first. */
  readonly groups: readonly GroupSpec[];
  /** Labels of the groups that begin with it. */
  readonly labels: readonly SpanningLabel[];
};
type SpanningLabel = { readonly label: CellSpec; readonly height: number; readonly call: Call | null };

/**
 * Puts every cell of a band into the first free slot of its row, from left to right. A group's label opens in the
 * first row of the group and covers as many rows as the group holds. Overflow, overlap and holes are reported at the
 * template's line; cells in trouble are left out.
 */
export function placeBand(band: BandSpec<unknown>): PlacedBand {
  const rows = flatMap(band.children, (child) => flatten(child, { header: false, groups: [], labels: [] }));
  const columns = band.columns.length;
  const owner: (PlacedCell | undefined)[][] = rows.map(() =>
    new Array<PlacedCell | undefined>(columns).fill(undefined),
  );
  const cells: PlacedCell[] = [];
  const problems: Diagnostic[] = [];
  /** Calls of partials that do not fit: told once, and their rows are left out. */
  const misfits = new Set<Call | null>();

  rows.forEach(({ row, groups, labels }, y) => {
    const taken = (owner[y] ?? []).filter((cell) => cell && !groups.some(({ label }) => label === cell.spec)).length;
    const fault = partialMisfit(row, groups, { columns, taken, at: band.at });
    if (fault !== null && !misfits.has(row.call)) {
      problems.push(fault);
      misfits.add(row.call);
    }
    const cellsOfRow = row.cells.map((label) => ({ label, height: label.rows, call: row.call }));
    const own = [...labels, ...cellsOfRow].filter(({ call }) => !misfits.has(call));
    for (const { label: spec, height } of own) {
      const line = owner[y] ?? [];
      let x = 0;
      while (x < columns && line[x] !== undefined) x += 1;
      const problem = misfit({ spec, x, y, width: spec.span, height }, owner, columns);
      if (problem) {
        problems.push(problem);
        continue;
      }
      const cell = { spec, x, y, width: spec.span, height };
      cells.push(cell);
      for (let down = y; down < y + height; down += 1) owner[down]?.fill(cell, x, x + spec.span);
    }
    const hole = (owner[y] ?? []).indexOf(undefined);
    if (hole !== -1 && problems.length === 0) {
      const spans = cells.some((cell) => cell.spec.rows > 1 && cell.y < y);
      problems.push(holeAt(row, hole, { columns, spans }));
    }
  });
  return { cells, headers: rows.map((row) => row.header), problems };
}

function flatten(child: GroupSpec | RowSpec, { header, groups, labels }: Omit<FlatRow, 'row'>): FlatRow[] {
  if (child.kind === 'row') return [{ row: child, header: header || child.header, groups, labels }];
  const label = { label: child.label, height: countRows(child), call: child.call };
  const around = [...groups, child];
  return flatMap(child.children, (inner, i) =>
    flatten(inner, { header: header || child.header, groups: around, labels: i === 0 ? [...labels, label] : [] }),
  );
}

const countRows = (child: GroupSpec | RowSpec): number =>
  child.kind === 'row' ? 1 : child.children.reduce((total, inner) => total + countRows(inner), 0);

function misfit(
  { spec, x, y, width, height }: PlacedCell,
  owner: readonly (readonly (PlacedCell | undefined)[])[],
  columns: number,
): Diagnostic | null {
  const name = spec.role === 'label' ? '栏目' : '格子';
  if (x + width > columns) {
    return diagnostic({
      code: 'G002',
      at: spec.at,
      message: `这个${name}要占第 ${x + 1} 到第 ${x + width} 栏，这一段只有 ${columns} 栏`,
      advice: '减小 span，删去多余的格子，或在这一段的 columns 里加一栏。',
    });
  }
  if (y + height > owner.length) {
    return diagnostic({
      code: 'G002',
      at: spec.at,
      message: `这个${name}要占 ${height} 行，这一段从这里起只剩 ${owner.length - y} 行`,
      advice: '减小 rows，或在下面补足行。',
    });
  }
  for (let down = y; down < y + height; down += 1) {
    const other = owner[down]?.slice(x, x + width).find((cell) => cell !== undefined);
    if (other) {
      return diagnostic({
        code: 'G003',
        at: spec.at,
        message: `这个${name}和另一个格子重叠`,
        advice: '检查 span 和 rows：一个位置只能属于一个格子。',
        related: [{ at: other.spec.at, message: '先占了这个位置的格子' }],
      });
    }
  }
  return null;
}

/** `spans`: cells of several rows stand above, one of which may have been meant to come down to here. */
const holeAt = (
  row: RowSpec,
  x: number,
  { columns, spans }: { readonly columns: number; readonly spans: boolean },
): Diagnostic =>
  diagnostic({
    code: 'G004',
    at: row.at,
    message: `这一行没有排满：第 ${x + 1} 栏是空洞（这一段有 ${columns} 栏）`,
    advice: `补上格子（空格子写 <cell></cell>），或加大某一格的 span${spans ? '；上面跨行的格子该占到这里的，加大它的 rows' : ''}。`,
  });
