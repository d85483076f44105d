import type { Enclosure, FaceTable } from '../../../base/index.ts';
import { type PagedDocument, planFlow } from '../../../layout/index.ts';
import type { MeasuredDocument } from '../../../measure/index.ts';
import { ownEntry, shortEntry, writeArchive } from './archive.ts';
import { documentXml } from './body.ts';
import { enclosedEntry } from './enclosed.ts';
import { styleSheet } from './look.ts';
import { corePropertiesXml } from './properties.ts';
import { EXTRA_ROOM } from './section.ts';
import { skeletonFor } from './skeleton.ts';

/**
 * A DOCX file for Word, WPS and LibreOffice with the widths, sizes and line pitch of the measured document, which turns
 * its pages where `paged` does. An enclosure goes with it as a custom XML part. The `docx` library makes the package
 * around the text; the text itself is written here, as the library has no words for much of it and needs many times as
 * long. The same document gives the same bytes. Throws when a style names a face that the table lacks.
 */
export async function writeDocx(
  document: MeasuredDocument & { readonly enclosure?: Enclosure | null },
  paged: PagedDocument,
  faces: FaceTable,
): Promise<Uint8Array> {
  const { enclosure = null } = document;
  const folios = new Set(document.sections.map((section) => section.paper.folio));
  const mirrored = document.sections.some((section) => section.paper.mirrored);
  const skeleton = await skeletonFor(document.styles, faces, {
    folios,
    mirrored,
    others: otherFaces(document),
    carries: enclosure !== null,
  });
  const plan = planFlow(document, paged, EXTRA_ROOM);
  const sheet = styleSheet(document.styles, faces);
  return writeArchive([
    ...skeleton.entries,
    shortEntry('docProps/core.xml', corePropertiesXml(document.meta)),
    ownEntry('word/document.xml', documentXml({ document, plan, sheet, footers: skeleton.footers })),
    ...(enclosure === null ? [] : [enclosedEntry(enclosure)]),
  ]);
}

/** The faces of headings and lines that are not those of their roles. */
function otherFaces({ sections, styles }: MeasuredDocument): string[] {
  const found = new Set<string>();
  for (const { blocks } of sections) for (const block of blocks) if (block.kind !== 'grid') found.add(block.style.face);
  for (const { face } of Object.values(styles)) found.delete(face);
  return [...found].sort();
}
