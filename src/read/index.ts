export { readDocx } from './docx/read.ts';
export type { DocxContent } from './docx/types.ts';
export { boxesOf } from './pdf/boxes.ts';
export { readPdf } from './pdf/read.ts';
export { type PdfTables, tablesOf } from './pdf/tables.ts';
export type { PdfBox, PdfContent, PdfGlyph, PdfPage, PdfRule } from './pdf/types.ts';
export { printTable } from './table.ts';
export { textOf } from './text.ts';
export type { ReadTable } from './types.ts';
