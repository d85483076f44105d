import type { DocxContent, ReadTable, Unread } from '../../read/index.ts';
import { textOfParagraphs } from '../text/blanks.ts';

/** Where something stands in a document, for people. */
export type Where = { readonly table: number; readonly row: number; readonly cell: number } | { readonly line: number };

/** A cell of an edited table; rows it covers share it. */
export type EditedCell = {
  readonly text: string;
  readonly where: Where;
  readonly rows: number;
  /** Whether the document marks it as the first of a merge: with the row above deleted, it may be the only one. */
  readonly restarts: boolean;
  /** What people see in it and its text does not say; of text in several variants the one that was read counts. */
  readonly unread: readonly Unread[];
};

/** A row with all cells that cover it, from left to right. */
export type EditedRow = {
  readonly cells: readonly { readonly cell: EditedCell; readonly begins: boolean }[];
  readonly where: Where;
};

/** A paragraph outside tables by its pieces between tabs, or a table. */
export type EditedBlock =
  | {
      readonly kind: 'line';
      readonly pieces: readonly EditedCell[];
      readonly text: string;
      readonly where: Where;
      readonly unread: readonly Unread[];
    }
  | { readonly kind: 'table'; readonly rows: readonly EditedRow[] };

/** The blocks of a document that hold anything. */
export function editedBlocks({ blocks }: DocxContent): readonly EditedBlock[] {
  let tables = 0;
  let lines = 0;
  return blocks.flatMap((block): readonly EditedBlock[] => {
    if (block.kind === 'table') {
      tables += 1;
      return [{ kind: 'table', rows: rowsOf(block, tables) }];
    }
    const text = textOfParagraphs([block.text]);
    const unread = unreadIn(block);
    if (text === '' && unread.length === 0) return [];
    lines += 1;
    const where = { line: lines };
    const pieces = block.text
      .split('\t')
      .map((piece) => ({ text: textOfParagraphs([piece]), where, rows: 1, restarts: false, unread }));
    return [{ kind: 'line', pieces, text, where, unread }];
  });
}

const unreadIn = ({ unread = [] }: { readonly unread?: readonly Unread[] }): readonly Unread[] =>
  [...new Set(unread)].filter((kind) => kind !== 'variants');

function rowsOf({ rows }: ReadTable, table: number): readonly EditedRow[] {
  let above: ReadonlyMap<number, EditedCell> = new Map();
  return rows.map((row, y) => {
    const here = new Map<number, EditedCell>();
    const cells = row.map((written, i) => {
      const { x, text, paragraphs, continuation, rows: height, restarts = false } = written;
      const owner = continuation ? above.get(x) : undefined;
      const where = { table, row: y + 1, cell: i + 1 };
      const own = { text: textOfParagraphs(paragraphs ?? [text]), where, rows: height, restarts };
      const cell = owner ?? { ...own, unread: unreadIn(written) };
      here.set(x, cell);
      return { cell, begins: owner === undefined };
    });
    above = here;
    return { cells, where: { table, row: y + 1, cell: 0 } };
  });
}

/** Where a block stands; a table by its first row. */
export const whereIs = (block: EditedBlock): Where =>
  block.kind === 'line' ? block.where : (block.rows[0]?.where ?? { line: 0 });

/** All that a row says. */
export const rowText = ({ cells }: EditedRow): string =>
  cells
    .map(({ cell }) => cell.text)
    .filter((text) => text !== '')
    .join(' ');

/** A place as people look for it. */
export function placeText(where: Where): string {
  if ('line' in where) return `表外第 ${where.line} 段`;
  return `第 ${where.table} 张表第 ${where.row} 行${where.cell === 0 ? '' : `第 ${where.cell} 格`}`;
}
