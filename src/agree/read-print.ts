import type { DocxContent, ReadTable } from '../read/index.ts';
import { sameInk } from './ink.ts';
import { joined } from './print.ts';
import type { Print, PrintedTable } from './types.ts';

/**
 * What a DOCX that was read prints. Lines that do not fit between tabs stand in a table of one row there: such a table is
 * text, unless it is expected.
 */
export function printOfDocx({ blocks }: DocxContent, expected: Print): Print {
  const rows = expected.flatMap((block) => (block.kind === 'table' && block.rows === 1 ? [textOf(block)] : []));
  return joined(
    blocks.map((block) => {
      if (block.kind === 'paragraph') return { kind: 'text', text: block.text };
      const table = tableRead(block);
      const text = textOf(table);
      return table.rows === 1 && !rows.some((row) => sameInk(row, text)) ? { kind: 'text', text } : table;
    }),
  );
}

const textOf = ({ cells }: PrintedTable): string => cells.map(({ text }) => text).join('\n');

/**
 * What a PDF that was read prints. Its text tells no order between headings and tables, so `texts` is all that stands
 * outside of tables; where it is what is expected, it is parted as expected.
 */
export function printOfPdf(tables: readonly ReadTable[], texts: string, expected: Print): Print {
  const read = tables.map(tableRead);
  const wanted = expected.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join('\n');
  if (!sameInk(wanted, texts) || read.length !== expected.filter(({ kind }) => kind === 'table').length)
    return joined([{ kind: 'text', text: texts }, ...read]);
  const rest = [...read];
  return expected.flatMap((block): Print => (block.kind === 'text' ? [block] : rest.splice(0, 1)));
}

const tableRead = ({ columns, rows }: ReadTable): PrintedTable => ({
  kind: 'table',
  columns,
  rows: rows.length,
  cells: rows.flatMap((row, y) =>
    row.flatMap((cell) =>
      cell.continuation ? [] : [{ x: cell.x, y, width: cell.columns, height: cell.rows, text: cell.text }],
    ),
  ),
});
