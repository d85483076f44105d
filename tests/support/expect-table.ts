import { expect } from 'vitest';
import { type PdfContent, type PdfTables, tablesOf } from '../../src/read/index.ts';
import { cellsLaid, cellsRead, inkedCells, withoutBreaks } from './seen-grid.ts';
import { type SetForm, successOf } from './set-form.ts';

/** The same file without its tags, as another program writes it or our own becomes when it is printed again. */
export const withoutTags = (content: PdfContent): PdfContent => ({ ...content, tags: { kind: 'none' } });

export const tablesIn = (content: PdfContent): PdfTables => successOf(tablesOf(content, 'a.pdf'));

/** Every cell of the grid comes back from the tags of a PDF with its place, its size and its paragraphs. */
export function expectTagged(content: PdfContent, set: Pick<SetForm, 'grid'>): void {
  const { way, tables } = tablesIn(content);
  expect(way).toBe('tags');
  expect(tables.flatMap(cellsRead)).toEqual(cellsLaid(set));
  expect(tables.map(({ columns }) => columns)).toEqual([set.grid.grid.edges.length - 1]);
}

/** Every cell of the grid comes back from rules and glyphs with its place, its size and its text. */
export function expectRuled(content: PdfContent, set: Pick<SetForm, 'grid'>): void {
  const { way, tables } = tablesIn(withoutTags(content));
  expect(way).toBe('rules');
  expect(tables).toHaveLength(1);
  expect(withoutBreaks(inkedCells(tables.flatMap(cellsRead)))).toEqual(withoutBreaks(inkedCells(cellsLaid(set))));
}
