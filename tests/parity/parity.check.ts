import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPdf } from '../../src/read/index.ts';
import { writeDocx } from '../../src/write/flow/docx/index.ts';
import { realFaces } from '../support/real-setup.ts';
import { successOf } from '../support/set-form.ts';
import { compare, type Verdict } from './compare.ts';
import { makeDeskFonts } from './desk-fonts.ts';
import { type NamedDocument, randomDocuments, realDocuments, uprightDocuments } from './documents.ts';
import { convertFolder, findLibreOffice } from './libre-office.ts';
import { printVerdicts } from './print.ts';

const COUNT = Number(process.env.PARITY_COUNT ?? 200);
/** One more form in so many has upright labels. */
const UPRIGHT = 5;
const SEED = Number(process.env.PARITY_SEED ?? 1);

test('LibreOffice makes as many pages of each DOCX as the PDF has, beginning with the same rows', async () => {
  const command = findLibreOffice();
  if (command === null)
    throw new Error('没有找到 LibreOffice（soffice）。装上它（apt install libreoffice-writer）再比。');
  const real = await realDocuments();
  const upright = Math.ceil(COUNT / UPRIGHT);
  const documents = [...real, ...randomDocuments(COUNT, SEED), ...uprightDocuments(upright, SEED)];
  expect(documents).toHaveLength(real.length + COUNT + upright);
  const verdicts = await verdictsOn(documents, command);
  process.stdout.write(printVerdicts(verdicts));
  expect(verdicts.filter(({ passes }) => !passes).map(({ name }) => name)).toEqual([]);
});

async function verdictsOn(documents: readonly NamedDocument[], command: string): Promise<Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'biaoli-parity-'));
  try {
    for (const { name, measured, paged } of documents) {
      writeFileSync(join(folder, `${name}.docx`), await writeDocx(measured, paged, realFaces));
    }
    const pdfs = convertFolder(command, folder, makeDeskFonts(folder, realFaces));
    const verdicts: Verdict[] = [];
    for (const document of documents) {
      const pdf = pdfs.get(document.name);
      if (pdf === undefined) throw new Error(`LibreOffice made no PDF of ${document.name}`);
      verdicts.push(compare({ ...document, seen: successOf(await readPdf(pdf, document.name)) }));
    }
    if (verdicts.some(({ passes }) => !passes)) process.stdout.write(`DOCX 和 LibreOffice 的 PDF 留在 ${folder}\n`);
    else rmSync(folder, { recursive: true, force: true });
    return verdicts;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
