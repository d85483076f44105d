import type { PdfKind } from './base/index.ts';

/** What documents can be written as. */
export const formats = ['pdf', 'docx'] as const;

export type Format = (typeof formats)[number];

/** What is asked for on the command line, whatever forms and records say. */
export type Wishes = {
  /** At most so many pages. */
  readonly fit: number | null;
  readonly pdf: PdfKind;
  /** Whether a document carries the YAML of its record. */
  readonly source: boolean;
  /** Whether a PDF is to be as small as it can, which takes longer. */
  readonly small: boolean;
};

/** What is asked for where nobody says anything. */
export const noWishes: Wishes = { fit: null, pdf: 'a3a', source: true, small: false };
