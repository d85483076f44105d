import type { ReadTable } from './types.ts';

/**
 * A table as text: one line a row, cells joined by TAB, `^` for each continuation of a vertical merge (one, whatever its
 * width), an empty cell empty. A break inside a cell is written `\n` and a tab `\t`, two characters each.
 */
export const printTable = (table: ReadTable): string[] =>
  table.rows.map((row) => row.map((cell) => (cell.continuation ? '^' : escaped(cell.text))).join('\t'));

const escaped = (text: string): string => text.replaceAll('\n', '\\n').replaceAll('\t', '\\t');
