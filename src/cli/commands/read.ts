import { andThen, type Outcome, succeed } from '../../base/index.ts';
import type { DocxContent, PdfContent } from '../../read/index.ts';
import { readBytes } from '../bytes.ts';
import { openReporter } from '../reporter.ts';
import { type ExitCode, exit, type Terminal } from '../terminal.ts';
import { nodeWorld } from '../world.ts';

export type ReadAs = 'text' | 'table';

/** Larger than any form with its fonts and pictures; a scan of a book is not read. */
const DOCUMENT_LIMIT = 200 * 1024 * 1024;

/** `biaoli read`: the text or the tables of a PDF or DOCX, whoever made it. */
export async function read(file: string, as: ReadAs, terminal: Terminal): Promise<ExitCode> {
  const reporter = openReporter(terminal, nodeWorld());
  const bytes = readBytes(file, DOCUMENT_LIMIT);
  const content = bytes.ok ? await contentOf(bytes.value, file) : bytes;
  const printed = await print(content, { file, as });
  reporter.report(printed.ok ? printed.warnings : printed.problems);
  if (!printed.ok) return exit.faulty;
  terminal.out(printed.value);
  return exit.fine;
}

async function contentOf(bytes: Uint8Array, file: string): Promise<Outcome<DocxContent | PdfContent>> {
  const { readDocx, readPdf } = await import('../../read/index.ts');
  return looksLikePdf(bytes) || /\.pdf$/iu.test(file) ? readPdf(bytes, file) : readDocx(bytes, file);
}

const looksLikePdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

async function print(
  content: Outcome<DocxContent | PdfContent>,
  { file, as }: { readonly file: string; readonly as: ReadAs },
): Promise<Outcome<string>> {
  const { printTable, tablesOf, textOf } = await import('../../read/index.ts');
  return andThen(content, (found) => {
    if (as === 'text') return succeed(textOf(found));
    if (found.kind === 'pdf')
      return andThen(tablesOf(found, file), ({ tables }) => succeed(joined(tables.map(printTable))));
    return succeed(joined(found.blocks.flatMap((block) => (block.kind === 'table' ? [printTable(block)] : []))));
  });
}

/** Tables one after the other, a blank line between them. */
const joined = (tables: readonly (readonly string[])[]): string =>
  tables
    .filter((table) => table.length > 0)
    .map((table) => table.map((line) => `${line}\n`).join(''))
    .join('\n');
