import type { Enclosure, PdfKind } from '../../../base/index.ts';
import type { PagedDocument } from '../../../layout/index.ts';
import type { TagTree } from '../../../tags/index.ts';
import { assemble } from './assemble.ts';
import { DocumentCodes } from './codes.ts';
import { drawPage } from './content.ts';

/** What a PDF is to be: plain, or for the archive with a tree that names the parts of the document. */
export type PdfMake = { readonly kind: 'plain' } | { readonly kind: Exclude<PdfKind, 'plain'>; readonly tree: TagTree };

/**
 * Writes laid-out pages as a PDF 1.7 file with its fonts embedded, cut to what is used. Text comes back in reading
 * order, character by character. `enclosure` goes with it as associated files. The same document gives the same bytes.
 */
export async function writePdf(
  { meta, pages }: PagedDocument,
  make: PdfMake = { kind: 'plain' },
  enclosure: Enclosure | null = null,
): Promise<Uint8Array> {
  const codes = new DocumentCodes();
  const tree = make.kind === 'plain' ? null : make.tree;
  const drawings = pages.map((page) => drawPage(page, codes, tree));
  const parts = tree === null ? [] : [{ tree, first: 0 }];
  return assemble(meta, codes, { kind: make.kind, drawings, bookmarks: [], parts, enclosure });
}
