import type { PagedDocument } from '../../../layout/index.ts';
import { DocumentCodes, type FaceCodes } from './codes.ts';
import { Container, type Reference } from './container.ts';
import { drawPage } from './content.ts';
import { fileId } from './digest.ts';
import { writeFont } from './font.ts';

/**
 * Writes laid-out pages as a PDF 1.7 file with its fonts embedded, cut to what is used. Text comes back in reading
 * order, character by character. The same document gives the same bytes.
 */
export async function writePdf(document: PagedDocument): Promise<Uint8Array> {
  const { meta, pages } = document;
  const codes = new DocumentCodes();
  const drawings = pages.map((page) => drawPage(page, codes));

  const container = new Container(meta);
  const fonts = new Map<FaceCodes, Reference>();
  for (const face of codes.all()) fonts.set(face, writeFont(container, face));
  for (const drawing of drawings) container.sheet(drawing, fonts);

  const content = drawings.map((drawing) => drawing.operators);
  const characters = codes.all().map((face) => `${face.face.metrics.postScriptName} ${face.codePoints}`);
  return container.finish(fileId([meta.title, meta.author, ...content, ...characters]));
}
