import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type PdfKind, succeed } from '../../src/base/index.ts';
import { printTable } from '../../src/read/index.ts';
import { tagDocument } from '../../src/tags/index.ts';
import { writePdf } from '../../src/write/page/pdf/index.ts';
import { pdfOf } from '../support/expect-pdf.ts';
import { expectRuled, tablesIn } from '../support/expect-table.ts';
import { withTable } from '../support/set-form.ts';
import { type NamedDocument, realDocuments } from './documents.ts';

/** Programs through which a PDF goes when it is printed to a PDF once more. */
const printers = {
  gs: (from: string, to: string) => ['-q', '-sDEVICE=pdfwrite', '-o', to, from],
  pdftocairo: (from: string, to: string) => ['-pdf', from, to],
};

const write = ({ measured, paged }: NamedDocument, kind: PdfKind): Promise<Uint8Array> =>
  writePdf(paged, {
    tagged: kind === 'plain' ? null : { kind, tree: tagDocument(measured) },
    enclosure: null,
  });

test.each(
  (['gs', 'pdftocairo'] as const).flatMap((printer) =>
    (['a3a', 'plain'] as const).map((kind) => [printer, kind] as const),
  ),
)('printed again by %s, a %s PDF of each form gives its table back row for row', async (printer, kind) => {
  if (spawnSync(printer, ['-v']).error !== undefined) throw new Error(`没有找到 ${printer}。装上它再比。`);
  const folder = mkdtempSync(join(tmpdir(), 'biaoli-again-'));
  try {
    for (const document of await realDocuments()) {
      const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')];
      writeFileSync(from, await write(document, kind));
      execFileSync(printer, printers[printer](from, to), { stdio: 'ignore' });
      const expected = tablesIn(await pdfOf(readFileSync(from)));
      const content = await pdfOf(readFileSync(to));
      expectRuled(content, withTable(document.measured, succeed(document.paged)));
      const rows = tablesIn(content).tables.flatMap(printTable);
      expect({ name: document.name, rows }).toEqual({
        name: document.name,
        rows: expected.tables.flatMap(printTable),
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
