import type { ReadTable } from '../../types.ts';
import type { PdfPage } from '../types.ts';
import { placeCells } from './place.ts';
import { printedOnce } from './repeated.ts';
import { paragraphsOf, type Spoken, spokenText } from './text.ts';
import type { PdfElement, PdfMark } from './types.ts';

/** Parts of a table between it and its rows. */
const GROUPS = new Set(['THead', 'TBody', 'TFoot']);
const CELLS = new Set(['TH', 'TD']);

/** The tables that the tags of a file name, in order; null where one of them contradicts itself. */
export function tablesByTags(root: PdfElement, pages: readonly PdfPage[]): ReadTable[] | null {
  const text = spokenText(pages);
  const tables: ReadTable[] = [];
  for (const table of tablesIn(root)) {
    const read = readTable(table, text);
    if (read === null) return null;
    if (read.columns > 0) tables.push(read);
  }
  return tables;
}

/** The tables of an element, but not those in a cell of another. */
const tablesIn = (element: PdfElement): PdfElement[] =>
  element.role === 'Table' ? [element] : element.kids.flatMap((kid) => (kid.kind === 'element' ? tablesIn(kid) : []));

function readTable(table: PdfElement, text: Spoken): ReadTable | null {
  const rows = rowsIn(table).map((row) =>
    elementsOf(row.kids)
      .filter(({ role }) => CELLS.has(role))
      .map((cell) => ({
        rows: cell.rows,
        columns: cell.columns,
        text: paragraphsOf(printedOnce(cell, text), text).join('\n'),
      })),
  );
  return placeCells(rows);
}

const rowsIn = ({ kids }: PdfElement): PdfElement[] =>
  elementsOf(kids).flatMap((kid) => (kid.role === 'TR' ? [kid] : GROUPS.has(kid.role) ? rowsIn(kid) : []));

const elementsOf = (kids: readonly (PdfElement | PdfMark)[]): PdfElement[] =>
  kids.filter((kid) => kid.kind === 'element');
