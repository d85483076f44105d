import type { Enclosure } from '../../../base/index.ts';
import type { PagedDocument } from '../../../layout/index.ts';
import type { TagTree } from '../../../tags/index.ts';
import { assemble } from './assemble.ts';
import { DocumentCodes } from './codes.ts';
import { drawPage } from './content.ts';
import type { ArchiveKind } from './metadata.ts';

/** What a PDF is to be besides its pages. */
export type PdfMake = {
  /** For the archive, with a tree that names the parts of the document; null: plain. */
  readonly tagged: { readonly kind: ArchiveKind; readonly tree: TagTree } | null;
  /** What goes with it as associated files. */
  readonly enclosure: Enclosure | null;
  /** Whether all fonts are compressed, which takes half as long as all other work; left out: not that of the text. */
  readonly small?: boolean;
};

/**
 * Writes laid-out pages as a PDF 1.7 file with its fonts embedded, cut to what is used. Text comes back in reading
 * order, character by character. The same document gives the same bytes.
 */
export async function writePdf(
  { meta, pages }: PagedDocument,
  { tagged, enclosure, small = false }: PdfMake = { tagged: null, enclosure: null },
): Promise<Uint8Array> {
  const codes = new DocumentCodes();
  const drawings = pages.map((page) => drawPage(page, codes, tagged?.tree ?? null));
  return assemble(meta, codes, {
    drawings,
    bookmarks: [],
    tagged: tagged && { kind: tagged.kind, parts: [{ tree: tagged.tree, first: 0 }] },
    enclosure,
    small,
  });
}
