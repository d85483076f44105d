import { readFileSync } from 'node:fs';
import carbone from 'carbone';
import { tableFile } from '../folders.ts';
import type { CellTable } from '../records/table.ts';
import type { Contestant } from './contestant.ts';

/** The tag for the text of a cell. */
export const carboneTag = (cell: number): string => `{d.c${cell}}`;

/** Fills the form's cells into a DOCX whose table is drawn beforehand; it need not merge or measure anything. */
export const carboneFill = (template: string): Contestant => ({
  open: async () => (index) => {
    const { cells } = JSON.parse(readFileSync(tableFile(index), 'utf8')) as CellTable;
    const fields = Object.fromEntries(cells.map(({ text }, i) => [`c${i}`, text]));
    return new Promise((resolve, reject) => {
      carbone.render(template, fields, (error, result) => {
        if (error) reject(error);
        else resolve({ bytes: result.length, pages: null });
      });
    });
  },
});
