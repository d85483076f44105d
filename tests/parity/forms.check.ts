import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printTable } from '../../src/read/index.ts';
import { writeDocx } from '../../src/write/flow/docx/index.ts';
import { docxOf, tableOf } from '../support/expect-docx.ts';
import { pdfOf } from '../support/expect-pdf.ts';
import { tablesIn } from '../support/expect-table.ts';
import { realFaces } from '../support/real-setup.ts';
import { makeDeskFonts, makeStrangeFont } from './desk-fonts.ts';
import { realDocuments } from './documents.ts';
import { convertFolder, findLibreOffice } from './libre-office.ts';

describe('the DOCX of our forms, made PDFs by LibreOffice', () => {
  test.each([
    ['with the faces of the forms', makeDeskFonts],
    ['with one face that no form asks for', makeStrangeFont],
  ])('give their tables back row for row and paragraph for paragraph, %s', async (_, makeFonts) => {
    const command = findLibreOffice();
    if (command === null)
      throw new Error('没有找到 LibreOffice（soffice）。装上它（apt install libreoffice-writer）再比。');
    const folder = mkdtempSync(join(tmpdir(), 'biaoli-forms-'));
    try {
      const rows = new Map<string, readonly string[]>();
      for (const { name, measured, paged } of await realDocuments()) {
        const docx = await writeDocx(measured, paged, realFaces);
        writeFileSync(join(folder, `${name}.docx`), docx);
        rows.set(name, printTable(tableOf(docxOf(docx))));
      }
      expect(rows.size).toBe(6);
      const pdfs = convertFolder(command, folder, makeFonts(folder, realFaces));
      for (const [name, expected] of rows) {
        const { way, tables } = tablesIn(await pdfOf(pdfs.get(name) ?? new Uint8Array()));
        expect({ name, way, rows: tables.flatMap(printTable) }).toEqual({ name, way: 'rules', rows: expected });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
