import { addTo } from '../../base/index.ts';
import type { EditedRow } from '../edited/document.ts';
import type { PrintedRow } from '../printed/expect.ts';
import type { Station } from '../printed/stations.ts';
import { asReadBack, squeezed } from '../text/blanks.ts';
import type { Known } from './bind.ts';
import { saysTheSame } from './own.ts';

/** Finds the row of the record that a row of a document was made from; null where none stands out. */
export type NearRow = (row: EditedRow) => PrintedRow | null;

/** A text that stands in more rows of a column than this tells none of them. */
const MOST_ALIKE = 32;

/** At a station: the only row there, or the one that shares most of its cells with the row of the document. */
export function nearRows({ many, rows }: Station): NearRow {
  const [only] = rows;
  if (!many) return () => only ?? null;
  const byCell = new Map<string, PrintedRow[]>();
  for (const row of rows)
    for (const [column, { pattern }] of row.cells.entries()) {
      if (pattern.slots.length === 0 || squeezed(pattern.text) === '') continue;
      addTo(byCell, keyOf(column, pattern.text), row);
    }
  return ({ cells }) => {
    const shared = new Map<PrintedRow, number>();
    for (const [column, { cell }] of cells.entries()) {
      const alike = byCell.get(keyOf(column, cell.text)) ?? [];
      if (alike.length > MOST_ALIKE) continue;
      for (const row of alike) {
        const pattern = row.cells.length === cells.length ? row.cells[column]?.pattern : undefined;
        if (pattern !== undefined && saysTheSame(pattern, cell)) shared.set(row, (shared.get(row) ?? 0) + 1);
      }
    }
    const most = Math.max(0, ...shared.values());
    const [best, ...others] = [...shared].filter(([, count]) => count === most);
    return best === undefined || others.length > 0 ? null : best[0];
  };
}

const keyOf = (column: number, text: string): string => `${column} ${squeezed(text)}`;

/** What a row prints of each value, in its order. */
export function textsIn({ cells }: PrintedRow): Known {
  const texts = new Map<string, string[]>();
  for (const { spot, text } of cells.flatMap(({ pattern }) => pattern.slots)) addTo(texts, spot.key, asReadBack(text));
  return texts;
}
