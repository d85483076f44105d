import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { fail, type Outcome, succeed } from '../../base/index.ts';
import { type FontShelf, fontShelf } from './fonts.ts';
import { readInfo } from './info.ts';
import { interpret, type OperatorNumbers } from './interpret.ts';
import { matrixOf } from './matrix.ts';
import { loadPdfjs, openingOptions, refusal, wrongAtSight } from './open.ts';
import type { PdfContent, PdfPage } from './types.ts';

/** Glyphs and rules of annotations (form fields, stamps) are not part of the printed form. */
const WITHOUT_ANNOTATIONS = 0;

/**
 * The glyphs, rules, fonts and properties of a PDF. `file` is only named in messages.
 * Fails with D003 (not a PDF), D004 (damaged or cut off) or D005 (encrypted with a password).
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<Outcome<PdfContent>> {
  const at = { file, start: 0, end: 0 };
  const wrong = wrongAtSight(bytes, at);
  if (wrong !== undefined) return fail(wrong);
  const { getDocument, OPS } = await loadPdfjs();
  const task = getDocument(openingOptions(bytes));
  try {
    const document = await task.promise;
    const shelf = fontShelf();
    const pages = await readPages(document, shelf, OPS);
    const info = await readInfo(bytes);
    return succeed({ kind: 'pdf', info, fonts: shelf.fonts(), pages });
  } catch (error) {
    return fail(refusal(error, at));
  } finally {
    await task.destroy();
  }
}

async function readPages(document: PDFDocumentProxy, shelf: FontShelf, numbers: OperatorNumbers): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await readPage(page, shelf, numbers));
    page.cleanup();
  }
  return pages;
}

async function readPage(page: PDFPageProxy, shelf: FontShelf, numbers: OperatorNumbers): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList({ annotationMode: WITHOUT_ANNOTATIONS });
  const fonts = await shelf.fontsOf(page, operators, numbers);
  return { width, height, ...interpret(operators, numbers, fonts, matrixOf(transform)) };
}
