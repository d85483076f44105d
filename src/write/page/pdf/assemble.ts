import type { Enclosure, Meta } from '../../../base/index.ts';
import { declareArchive } from './archive.ts';
import { attach } from './attach.ts';
import type { DocumentCodes, FaceCodes } from './codes.ts';
import { type Bookmark, Container, type Reference } from './container.ts';
import type { PageDrawing } from './content.ts';
import { writeFont } from './font.ts';
import type { ArchiveKind } from './metadata.ts';
import { type MarkedPage, type TaggedPart, writeStructure } from './structure.ts';

/** The pages of a file, each made when it is written, and what else the file holds. */
export type Assembly = {
  readonly drawings: Iterable<PageDrawing>;
  readonly bookmarks: readonly Bookmark[];
  /** Null: nothing is tagged. */
  readonly tagged: { readonly kind: ArchiveKind; readonly parts: readonly TaggedPart[] } | null;
  /** What the file carries; null: nothing. */
  readonly enclosure: Enclosure | null;
  /** Whether all fonts are compressed; see {@link cutFace}. */
  readonly small: boolean;
};

/** The file of pages whose characters are those of `codes`; the same pages give the same bytes. */
export function assemble(
  meta: Meta,
  codes: DocumentCodes,
  { drawings, bookmarks, tagged, enclosure, small }: Assembly,
): Uint8Array {
  const container = new Container(meta);
  const fonts = new Map<FaceCodes, Reference>();
  for (const face of codes.all()) fonts.set(face, writeFont(container, face, small));
  const pages: MarkedPage[] = [];
  for (const drawing of drawings) {
    const { marks } = drawing;
    const page = container.sheet(drawing, fonts, marks === null ? {} : { StructParents: pages.length });
    pages.push({ page, elements: marks ?? [] });
  }
  container.bookmarks(bookmarks);
  if (tagged !== null) {
    container.declareAll({ StructTreeRoot: writeStructure(container, tagged.parts, pages) });
    declareArchive(container, meta, tagged.kind);
  }
  if (enclosure !== null) attach(container, enclosure);
  return container.finish();
}
