import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { fail, type Outcome, succeed } from '../../base/index.ts';
import { type FontShelf, fontShelf } from './fonts.ts';
import { readInfo } from './info.ts';
import { interpret, type OperatorNumbers } from './interpret.ts';
import { openLimits, TooLarge, tooLarge } from './limits.ts';
import { matrixOf } from './matrix.ts';
import { loadPdfjs, openingOptions, refusal, wrongAtSight } from './open.ts';
import { paintsOthers } from './others.ts';
import { readTags } from './tags/read.ts';
import type { PdfContent, PdfGlyph, PdfPage } from './types.ts';

/** Glyphs and rules of annotations (form fields, stamps) are not part of the printed form. */
const WITHOUT_ANNOTATIONS = 0;

/**
 * The glyphs, rules, fonts and properties of a PDF. `file` is only named in messages.
 * Fails with D003 (not a PDF), D004 (damaged or cut off), D005 (encrypted with a password) or D022 (too large).
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
    const pageOf = new Map<number, number>();
    const pages = await readPages(document, { shelf, numbers: OPS, pageOf });
    const info = await readInfo(bytes);
    const tags = readTags(bytes, pageOf);
    return succeed({ kind: 'pdf', info, fonts: shelf.fonts(), pages, tags });
  } catch (error) {
    return fail(error instanceof TooLarge ? tooLarge(error, at) : refusal(error, at));
  } finally {
    await task.destroy();
  }
}

/** What pages are read with; `pageOf` takes the page, counted from 0, of each page object. */
type Tools = { readonly shelf: FontShelf; readonly numbers: OperatorNumbers; readonly pageOf: Map<number, number> };

async function readPages(document: PDFDocumentProxy, { shelf, numbers, pageOf }: Tools): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  const limits = openLimits();
  limits.mindPages(document.numPages);
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    if (page.ref !== null) pageOf.set(page.ref.num, number - 1);
    const read = await readPage(page, shelf, numbers);
    limits.mindPage(read, number);
    pages.push(read);
    page.cleanup();
  }
  return pages;
}

async function readPage(page: PDFPageProxy, shelf: FontShelf, numbers: OperatorNumbers): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList({ annotationMode: WITHOUT_ANNOTATIONS });
  const fonts = await shelf.fontsOf(page, operators, numbers);
  const drawn = interpret(operators, numbers, fonts, matrixOf(transform));
  await mindLostText(page, drawn.glyphs);
  const others = paintsOthers(operators, numbers);
  const annotated = (await page.getAnnotations()).length > 0;
  return { width, height, ...drawn, ...(others && { others }), ...(annotated && { annotated }) };
}

/**
 * Where an operator fails, pdfjs ends the list of operators there without a word, but its text reader rejects or goes on.
 * Throws an Error when the text reader fails or finds more characters than there are glyphs.
 */
async function mindLostText(page: PDFPageProxy, glyphs: readonly PdfGlyph[]): Promise<void> {
  const { items } = await page.getTextContent({ disableNormalization: true });
  const expected = items.reduce((count, item) => count + ('str' in item ? inkedLength(item.str) : 0), 0);
  const found = glyphs.reduce((count, glyph) => count + inkedLength(glyph.text), 0);
  if (found < expected)
    throw new Error(`only ${found} of ${expected} characters of page ${page.pageNumber} were drawn`);
}

/** pdfjs puts spaces of its own into the text, so only other characters are counted. */
const inkedLength = (text: string): number => text.replace(/\s+/g, '').length;
