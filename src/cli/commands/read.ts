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
  const printed = await andThenPrint(content, as);
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

async function andThenPrint(content: Outcome<DocxContent | PdfContent>, as: ReadAs): Promise<Outcome<string>> {
  const { boxesOf, printTable, textOf } = await import('../../read/index.ts');
  return andThen(content, (found) => {
    if (as === 'text') return succeed(textOf(found));
    if (found.kind === 'pdf') return succeed(joined(found.pages.map((page) => boxRows(boxesOf(page)))));
    return succeed(joined(found.blocks.flatMap((block) => (block.kind === 'table' ? [printTable(block)] : []))));
  });
}

/** Tables one after the other, a blank line between them. */
const joined = (tables: readonly (readonly string[])[]): string =>
  tables
    .filter((table) => table.length > 0)
    .map((table) => table.map((line) => `${line}\n`).join(''))
    .join('\n');

/** Boxes that begin at the same height are one row. */
function boxRows(boxes: readonly { readonly y: number; readonly text: string }[]): string[] {
  const rows = new Map<number, string[]>();
  for (const { y, text } of boxes) {
    const row = rows.get(y) ?? [];
    row.push(text.replaceAll('\n', '\\n').replaceAll('\t', '\\t'));
    rows.set(y, row);
  }
  return [...rows.values()].map((row) => row.join('\t'));
}
