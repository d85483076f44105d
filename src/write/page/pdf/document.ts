import type { PagedDocument } from '../../../layout/index.ts';
import { assemble } from './assemble.ts';
import { DocumentCodes } from './codes.ts';
import { drawPage } from './content.ts';

/**
 * Writes laid-out pages as a PDF 1.7 file with its fonts embedded, cut to what is used. Text comes back in reading
 * order, character by character. The same document gives the same bytes.
 */
export async function writePdf({ meta, pages }: PagedDocument): Promise<Uint8Array> {
  const codes = new DocumentCodes();
  const drawings = pages.map((page) => drawPage(page, codes));
  return assemble(meta, codes, { drawings, bookmarks: [], told: drawings.map(({ operators }) => operators) });
}
