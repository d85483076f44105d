import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { CannotRun, type NamedPdf, type StagedPdf } from './types.ts';

/**
 * The PDFs among files and folders, by paths from the folder the user stands in.
 * @throws CannotRun where there is none.
 */
export function readPdfs(paths: readonly string[], from: string): NamedPdf[] {
  const files = paths.map((path) => resolve(from, path)).flatMap(pdfsUnder);
  if (files.length === 0) throw new CannotRun(`no PDF in ${paths.join(', ')}`);
  return [...new Set(files)].map((file) => ({ name: relative(from, file), bytes: readFileSync(file) }));
}

function pdfsUnder(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new CannotRun(`no file ${path}`);
  if (!found.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.pdf'))
    .sort()
    .map((name) => join(path, name));
}

/** PDFs in a folder under plain numbers: Java opens no file with a Chinese name where the locale is C. */
export function stage(pdfs: readonly NamedPdf[], folder: string): StagedPdf[] {
  return pdfs.map(({ name, bytes }, index) => {
    const path = join(folder, `${String(index + 1).padStart(4, '0')}.pdf`);
    writeFileSync(path, bytes);
    return { name, path };
  });
}
