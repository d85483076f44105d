import type { PdfKind } from '../../src/base/index.ts';
import { encloseRecord } from '../../src/enclose.ts';
import { type TagTree, tagDocument } from '../../src/tags/index.ts';
import { writePdf } from '../../src/write/page/pdf/index.ts';
import type { NamedDocument } from '../parity/documents.ts';
import type { Flavour } from './types.ts';

/** What each kind has to conform to; a plain one makes no promise. */
export const demands: Readonly<Record<PdfKind, readonly Flavour[]>> = {
  a3a: ['3a', 'ua1'],
  a2a: ['2a', 'ua1'],
  plain: [],
};

/**
 * The one place where this check writes: as the program does, with the record's YAML where the kind may carry it, and one
 * of the kinds as small as it can be.
 */
export function writeKind({ paged, measured, record }: NamedDocument, kind: PdfKind): Promise<Uint8Array> {
  const enclosure =
    record !== undefined && kind !== 'a2a' ? encloseRecord(record, measured, { isMarked: false, fit: null }) : null;
  const tagged = kind === 'plain' ? null : { kind, tree: tagDocument(measured) };
  return writePdf(paged, { tagged, enclosure, small: kind === 'a2a' });
}

/** A faulty PDF: its cells are of a type that no reader knows. Tags are packed, so that it has to be made by writing. */
export function writeUnknownCells({ paged, measured }: NamedDocument): Promise<Uint8Array> {
  const tree = tagDocument(measured);
  const tags = tree.tags.map((tag) => (tag.role === 'TD' ? { ...tag, role: 'T0' } : tag)) as TagTree['tags'];
  return writePdf(paged, { tagged: { kind: 'a3a', tree: { ...tree, tags } }, enclosure: null });
}
