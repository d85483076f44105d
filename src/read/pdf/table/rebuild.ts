import type { ReadCell, ReadTable } from '../../types.ts';
import { columnsOf } from './columns.ts';
import { decide, type SoFar } from './decide.ts';
import type { Habits } from './habits.ts';
import { type Piece, textOfPieces } from './paragraphs.ts';
import { turnsOf } from './turns.ts';
import type { RuledCell, RuledPart } from './types.ts';

/** A cell in the making, over all pages; `first` is what stands of it on the first of them. */
type Draft = {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  rows: number;
  readonly first: RuledCell;
  readonly pieces: Piece[];
};

/** Joins the parts of a table over its pages. */
export function rebuild(parts: readonly RuledPart[]): ReadTable {
  const columns = columnsOf(parts);
  const { habits, manner, turns } = turnsOf(parts, columns);
  const drafts: Draft[] = [];
  let open = new Map<RuledCell, Draft>();
  let rows = 0;
  parts.forEach((part, i) => {
    const turn = turns[i - 1];
    const before = open;
    const soFar = (cell: RuledCell): SoFar => before.get(cell) ?? { rows: cell.rows, first: cell };
    const decision = turn && decide(turn, { manner, habits, soFar });
    const headers = turn?.headers ?? 0;
    // A broken row is counted on the page where it begins.
    const shift = rows - headers - (decision?.broken ? 1 : 0);
    const goneOn = new Map(decision?.joined.map((pair) => [pair.below, pair]));
    const here = new Map<RuledCell, Draft>();
    for (const cell of part.cells) {
      if (cell.y + cell.rows <= headers) continue;
      const pair = goneOn.get(cell);
      const draft = pair && open.get(pair.above);
      if (pair !== undefined && draft !== undefined) {
        draft.rows = shift + cell.y + cell.rows - draft.y;
        if (pair.relation.kind === 'flow') draft.pieces.push(cell);
        here.set(cell, draft);
        continue;
      }
      const x = columns.at(part.edges[cell.x] ?? 0);
      const y = shift + Math.max(cell.y, headers);
      const right = columns.at(part.edges[cell.x + cell.columns] ?? 0);
      const made: Draft = { x, y, columns: right - x, rows: shift + cell.y + cell.rows - y, first: cell, pieces: [cell] };
      drafts.push(made);
      here.set(cell, made);
    }
    rows = shift + part.rows;
    open = here;
  });
  return { kind: 'table', columns: columns.count, rows: rowsOf(drafts, rows, habits) };
}

function rowsOf(drafts: readonly Draft[], count: number, habits: Habits): readonly (readonly ReadCell[])[] {
  const rows: ReadCell[][] = Array.from({ length: count }, () => []);
  for (const { x, y, columns, rows: height, first, pieces } of drafts) {
    const text = textOfPieces(pieces, habits, habits.roleOf(first));
    rows[y]?.push({ x, columns, rows: height, text, continuation: false });
    for (let below = y + 1; below < y + height; below += 1)
      rows[below]?.push({ x, columns, rows: 1, text: '', continuation: true });
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x));
}
