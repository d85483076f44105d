import { andThen, findingsOf, type Outcome, succeed } from '../../base/index.ts';
import type { DocxContent, PdfContent } from '../../read/index.ts';
import { deliver } from '../deliver.ts';
import { isPdf, readDocument } from '../disk/document.ts';
import { spareInputs } from '../disk/output.ts';
import { nodeWorld } from '../disk/world.ts';
import { enclosedText } from '../enclosed.ts';
import { type ExitCode, exit, inLines, type Terminal } from '../process/terminal.ts';
import { openReporter } from '../report/reporter.ts';

export type ReadOptions = {
  readonly as: 'text' | 'table' | 'yaml';
  /** The file to write; left out: the standard output. */
  readonly out?: string;
};

/** `biaoli read`: the text or the tables of a PDF or DOCX, whoever made it; or the YAML that one of ours carries. */
export async function read(file: string, { as, out }: ReadOptions, terminal: Terminal): Promise<ExitCode> {
  const reporter = openReporter(terminal, nodeWorld());
  const bytes = andThen(out === undefined ? succeed(file) : spareInputs(out, [file]), () => readDocument(file));
  const printed = bytes.ok ? await textFrom(bytes.value, { file, as }) : bytes;
  reporter.report(findingsOf(printed));
  if (!printed.ok) return exit.faulty;
  return deliver(printed.value, out, terminal, reporter);
}

type Wanted = Pick<ReadOptions, 'as'> & { readonly file: string };

const textFrom = async (bytes: Uint8Array, wanted: Wanted): Promise<Outcome<string>> =>
  wanted.as === 'yaml' ? enclosedText(bytes, wanted.file) : print(await contentOf(bytes, wanted.file), wanted);

async function contentOf(bytes: Uint8Array, file: string): Promise<Outcome<DocxContent | PdfContent>> {
  const { readDocx, readPdf } = await import('../../read/index.ts');
  return isPdf(bytes, file) ? readPdf(bytes, file) : readDocx(bytes, file);
}

async function print(content: Outcome<DocxContent | PdfContent>, { file, as }: Wanted): Promise<Outcome<string>> {
  const { plainly, printTable, tablesOf, textOf } = await import('../../read/index.ts');
  return andThen(content, (read) => {
    const found = read.kind === 'pdf' ? plainly(read) : read;
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
    .map(inLines)
    .join('\n');
