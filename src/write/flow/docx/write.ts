import { strToU8 } from 'fflate';
import type { FaceTable } from '../../../base/index.ts';
import type { MeasuredDocument } from '../../../measure/index.ts';
import { joinArchives, packFiles } from './archive.ts';
import { documentXml } from './body.ts';
import { corePropertiesXml } from './properties.ts';
import { skeletonFor } from './skeleton.ts';

/**
 * A DOCX file for Word, WPS and LibreOffice with the widths, sizes and line pitch of the measured document.
 * The `docx` library makes the package around the text; the text itself is written here, as the library has no words
 * for much of it and needs fifty times as long. The same document gives the same bytes. Throws when a style names a
 * face that the table lacks.
 */
export async function writeDocx(document: MeasuredDocument, faces: FaceTable): Promise<Uint8Array> {
  const folios = new Set(document.sections.map((section) => section.paper.folio));
  const skeleton = await skeletonFor(document.styles, faces, folios);
  const text = packFiles({
    'docProps/core.xml': strToU8(corePropertiesXml(document.meta)),
    'word/document.xml': strToU8(documentXml(document, { styles: document.styles, faces }, skeleton.footers)),
  });
  return joinArchives(skeleton.archive, text);
}
