import type { EditedCell } from '../edited/document.ts';
import type { PrintedRow } from '../printed/expect.ts';
import type { Pattern } from '../printed/pattern.ts';
import type { Station } from '../printed/stations.ts';
import { asReadBack, squeezed } from '../text/blanks.ts';
import type { Known } from './bind.ts';
import { saysTheSame } from './own.ts';

/** What the record prints in the rows of a station. */
export type PrintedAt = {
  readonly known: Known;
  /** How it prints a cell there that says this; null where it prints none. */
  readonly printedAs: (pattern: Pattern, cell: EditedCell) => Pattern | null;
  /** Whether a row of a kind says this in a column. */
  readonly isIn: (kind: PrintedRow, column: number, cell: EditedCell) => boolean;
};

export function printedAt({ rows }: Station): PrintedAt {
  const known = new Map<string, Set<string>>();
  const patterns = new Map<string, Pattern[]>();
  const columns = new Set<string>();
  for (const { key, cells } of rows)
    for (const [column, { pattern }] of cells.entries()) {
      columns.add(columnKey(key, column, pattern.text));
      const alike = setDefault(patterns, patternKey(pattern, pattern.text), () => []);
      if (alike.every(({ text }) => text !== pattern.text)) alike.push(pattern);
      for (const { spot, text } of pattern.slots) setDefault(known, spot.key, () => new Set()).add(asReadBack(text));
    }
  return {
    known,
    printedAs: (pattern, cell) =>
      patterns.get(patternKey(pattern, cell.text))?.find((one) => saysTheSame(one, cell)) ?? null,
    isIn: ({ key }, column, cell) => columns.has(columnKey(key, column, cell.text)),
  };
}

const patternKey = ({ key }: Pattern, text: string): string => `${key}\u0007${squeezed(text)}`;
const columnKey = (kind: string, column: number, text: string): string => `${column} ${kind}\u0007${squeezed(text)}`;

function setDefault<V>(map: Map<string, V>, key: string, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
