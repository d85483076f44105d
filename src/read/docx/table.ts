import type { ReadTable } from '../types.ts';
import { resolveMerges } from './merge.ts';
import type { Merge, WrittenCell, WrittenParagraph, WrittenRow } from './types.ts';
import { columnCount, mergeOf } from './words.ts';
import type { Tag } from './xml.ts';

/** A table being read, told of the tags directly in it (not of those in a nested table). */
export type TableReader = {
  readonly open: (name: string, tag: Tag) => void;
  readonly close: (name: string) => void;
  /** Adds a paragraph to the cell that is open. */
  readonly add: (paragraph: WrittenParagraph) => void;
  /** A tracked change took the open row away. */
  readonly deleteRow: () => void;
  /** The open cell for people: 第 2 行第 3 格. */
  readonly place: () => string;
  readonly finish: () => ReadTable;
};

type OpenCell = {
  span: number;
  vertical: Merge;
  horizontal: Merge;
  deleted: boolean;
  readonly paragraphs: WrittenParagraph[];
};
type OpenRow = { before: number; after: number; deleted: boolean; readonly cells: WrittenCell[] };

export function readTable(): TableReader {
  const rows: WrittenRow[] = [];
  let gridColumns = 0;
  let row: OpenRow | undefined;
  let cell: OpenCell | undefined;

  const open = (name: string, tag: Tag) => {
    if (name === 'w:gridCol') gridColumns += 1;
    else if (name === 'w:tr') row = { before: 0, after: 0, deleted: false, cells: [] };
    else if (name === 'w:tc') cell = { span: 1, vertical: 'none', horizontal: 'none', deleted: false, paragraphs: [] };
    else if (name === 'w:gridBefore' && row !== undefined) row.before = columnCount(tag);
    else if (name === 'w:gridAfter' && row !== undefined) row.after = columnCount(tag);
    else if (cell === undefined) return;
    else if (name === 'w:gridSpan') cell.span = Math.max(1, columnCount(tag));
    else if (name === 'w:vMerge') cell.vertical = mergeOf(tag);
    else if (name === 'w:hMerge') cell.horizontal = mergeOf(tag);
    else if (name === 'w:cellDel') cell.deleted = true;
  };

  const close = (name: string) => {
    if (name === 'w:tc') {
      if (cell !== undefined && !cell.deleted) row?.cells.push(cell);
      cell = undefined;
    } else if (name === 'w:tr') {
      if (row !== undefined && !row.deleted) rows.push(row);
      row = undefined;
    }
  };

  return {
    open,
    close,
    add: (paragraph) => cell?.paragraphs.push(paragraph),
    deleteRow: () => {
      if (row !== undefined) row.deleted = true;
    },
    place: () => `第 ${rows.length + 1} 行第 ${(row?.cells.length ?? 0) + 1} 格`,
    finish: () => resolveMerges(rows, gridColumns),
  };
}
