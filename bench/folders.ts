import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Places } from '../src/press.ts';

// All entries are bundled side by side into bench/.built.
const bench = join(import.meta.dirname, '..');

/** The project that is measured. */
export const root = join(bench, '..');

/** What the benchmark makes: records, cell tables, templates, outputs. */
export const work = join(bench, '.work');

export const lastRun = join(bench, 'last-run.json');
export const built = (entry: string): string => join(bench, '.built', `${entry}.js`);
export const commandLine = join(root, 'dist', 'biaoli.js');

export const places: Places = { templates: [join(root, 'templates')], fonts: [join(root, 'fonts')] };

const numbered = (folder: string, index: number, ending: string): string =>
  join(work, folder, `${String(index).padStart(4, '0')}.${ending}`);

/** The record with a number, as YAML. */
export const recordFile = (index: number): string => numbered('records', index, 'yaml');

/** The same record as the finished cell table that the other programs are given. */
export const tableFile = (index: number): string => numbered('tables', index, 'json');

/** A folder with so many records. */
export const districtFolder = (records: number): string => join(work, `district-${records}`);

/** The form with carbone's tags in its cells: as the docx library writes it, and as Biaoli does, in far less XML. */
export const carboneTemplates = { usual: join(work, 'carbone.docx'), lean: join(work, 'carbone-lean.docx') };

export function makeFolders(): void {
  for (const folder of ['records', 'tables', 'cold']) mkdirSync(join(work, folder), { recursive: true });
}
