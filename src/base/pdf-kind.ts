/**
 * What a PDF promises: `a3a` and `a2a` are PDF/A-3a and PDF/A-2a (ISO 19005-3 and -2, level A), tagged and fit for PDF/UA-1
 * (ISO 14289-1); `plain` is PDF 1.7 without tags.
 */
export const pdfKinds = ['a3a', 'a2a', 'plain'] as const;

export type PdfKind = (typeof pdfKinds)[number];
