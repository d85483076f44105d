import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { succeed } from '../../src/base/index.ts';
import { writeDocx } from '../../src/write/flow/docx/index.ts';
import { pdfOf } from '../support/expect-pdf.ts';
import { tablesIn, withoutTags } from '../support/expect-table.ts';
import { realFaces } from '../support/real-setup.ts';
import { cellsLaid, cellsRead, hasTwins, inkedCells, type SeenCell } from '../support/seen-grid.ts';
import { type SetForm, withTable } from '../support/set-form.ts';
import { makeDeskFonts } from './desk-fonts.ts';
import { type NamedDocument, randomDocuments, realDocuments } from './documents.ts';
import { convertFolder, findLibreOffice } from './libre-office.ts';

const COUNT = Number(process.env.PARITY_COUNT ?? 60);
const SEED = Number(process.env.PARITY_SEED ?? 1);

test('our DOCX, made a PDF by LibreOffice, gives its table back from rules and glyphs', async () => {
  const command = findLibreOffice();
  if (command === null)
    throw new Error('没有找到 LibreOffice（soffice）。装上它（apt install libreoffice-writer）再比。');
  const documents = [...(await realDocuments()), ...randomDocuments(COUNT, SEED)];
  const folder = mkdtempSync(join(tmpdir(), 'biaoli-table-'));
  const wrong: string[] = [];
  try {
    for (const { name, measured, paged } of documents)
      writeFileSync(join(folder, `${name}.docx`), await writeDocx(measured, paged, realFaces));
    const pdfs = convertFolder(command, folder, makeDeskFonts(folder, realFaces));
    for (const document of documents) {
      const content = await pdfOf(pdfs.get(document.name) ?? new Uint8Array());
      const set = tableOf(document);
      const found = differing(tablesIn(withoutTags(content)).tables.flatMap(cellsRead), set);
      if (found.length > 0 && !hasTwins(set)) wrong.push(`${document.name}\n${found.slice(0, 6).join('\n')}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`${documents.length} 份，读出的表不同的 ${wrong.length} 份\n${wrong.join('\n')}\n`);
  expect(wrong).toEqual([]);
});

const tableOf = ({ measured, paged }: NamedDocument): SetForm => withTable(measured, succeed(paged));

/** What differs, blanks apart: LibreOffice draws none where it breaks a line. */
function differing(read: readonly SeenCell[], set: SetForm): string[] {
  const [found, laid] = [keysOf(read), keysOf(cellsLaid(set))];
  return [...found].filter((key) => !laid.has(key)).concat([...laid].filter((key) => !found.has(key)));
}

const keysOf = (cells: readonly SeenCell[]): ReadonlySet<string> =>
  new Set(
    inkedCells(cells).map(
      ({ x, y, width, height, text }) => `${x},${y} ${width}×${height} ${text.replace(/\s+/gu, '')}`,
    ),
  );
