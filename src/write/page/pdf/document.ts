import type { Enclosure } from '../../../base/index.ts';
import type { PagedDocument } from '../../../layout/index.ts';
import { assemble } from './assemble.ts';
import { DocumentCodes } from './codes.ts';
import { drawPage } from './content.ts';

/**
 * Writes laid-out pages as a PDF 1.7 file with its fonts embedded, cut to what is used. Text comes back in reading
 * order, character by character. `enclosure` goes with it as associated files. The same document gives the same bytes.
 */
export async function writePdf(
  { meta, pages }: PagedDocument,
  enclosure: Enclosure | null = null,
): Promise<Uint8Array> {
  const codes = new DocumentCodes();
  const drawings = pages.map((page) => drawPage(page, codes));
  const told = drawings.map(({ operators }) => operators);
  return assemble(meta, codes, { drawings, bookmarks: [], told, enclosure });
}
