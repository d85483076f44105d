import { writePdf } from '../../src/write/page/pdf/index.ts';
import type { NamedDocument } from '../parity/documents.ts';
import type { Flavour } from './types.ts';

/** A kind of PDF that the program writes. */
export type PdfKind = 'plain' | 'a2a' | 'a3a';

/** What each kind has to conform to; a plain one makes no promise. */
export const demands: Readonly<Record<PdfKind, readonly Flavour[]>> = {
  a3a: ['3a', 'ua1'],
  a2a: ['2a', 'ua1'],
  plain: [],
};

/** The one place where this check writes. */
export const writeKind = ({ paged }: NamedDocument, _kind: PdfKind): Promise<Uint8Array> => writePdf(paged);
