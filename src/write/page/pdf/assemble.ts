import type { Enclosure, Meta } from '../../../base/index.ts';
import { attach } from './attach.ts';
import type { DocumentCodes, FaceCodes } from './codes.ts';
import { type Bookmark, Container, type Reference } from './container.ts';
import type { PageDrawing } from './content.ts';
import { fileId } from './digest.ts';
import { writeFont } from './font.ts';

/** The pages of a file, each made when it is written; `told` says all that they paint, for the file's name. */
export type Assembly = {
  readonly drawings: Iterable<PageDrawing>;
  readonly bookmarks: readonly Bookmark[];
  readonly told: readonly string[];
  /** What the file carries; null: nothing. */
  readonly enclosure: Enclosure | null;
};

/** The file of pages whose characters are those of `codes`; the same pages give the same bytes. */
export function assemble(
  meta: Meta,
  codes: DocumentCodes,
  { drawings, bookmarks, told, enclosure }: Assembly,
): Uint8Array {
  const container = new Container(meta);
  const fonts = new Map<FaceCodes, Reference>();
  for (const face of codes.all()) fonts.set(face, writeFont(container, face));
  for (const drawing of drawings) container.sheet(drawing, fonts);
  container.bookmarks(bookmarks);
  if (enclosure !== null) attach(container, enclosure);
  const characters = codes.all().map((face) => `${face.face.metrics.postScriptName} ${face.codePoints}`);
  return container.finish(fileId([meta.title, meta.author, ...told, ...characters, enclosure?.facts ?? '']));
}
