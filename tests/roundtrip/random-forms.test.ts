import { expect, test } from 'vitest';
import { writeDocx } from '../../src/write/flow/docx/index.ts';
import { writePdf } from '../../src/write/page/pdf/index.ts';
import { smallForms } from '../support/arbitrary-papers.ts';
import { everyFormSoon } from '../support/every-form.ts';
import { docxOf, expectSameCells, tableOf } from '../support/expect-docx.ts';
import { expectSamePages, pdfOf } from '../support/expect-pdf.ts';
import { realFaces, realSetup } from '../support/real-setup.ts';
import { runs } from '../support/runs.ts';

test('a DOCX gives back every cell of a random form with its place, its size and its text', async () => {
  await everyFormSoon(
    async (set) => expectSameCells(tableOf(docxOf(await writeDocx(set.measured, set.paged, realFaces))), set),
    {
      seed: 101,
      numRuns: runs(30),
      from: smallForms,
      setup: realSetup,
    },
  );
});

test('a PDF gives back every box of a random form with its text, and every cell over all pages', async () => {
  await everyFormSoon(async (set) => expectSamePages(await pdfOf(await writePdf(set.paged)), set), {
    seed: 102,
    numRuns: runs(16),
    from: smallForms,
    setup: realSetup,
  });
});

test('a random form written twice gives the same bytes', async () => {
  await everyFormSoon(
    async ({ measured, paged }) => {
      const write = async () => Buffer.concat([await writePdf(paged), await writeDocx(measured, paged, realFaces)]);
      expect((await write()).equals(await write())).toBe(true);
    },
    { seed: 103, numRuns: runs(10), from: smallForms, setup: realSetup },
  );
});
