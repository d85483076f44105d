import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { type Outcome, succeed } from '../../base/index.ts';
import { type FontShelf, fontShelf } from './fonts.ts';
import { readInfo } from './info.ts';
import { interpret } from './interpret.ts';
import { openLimits } from './limits.ts';
import { matrixOf } from './matrix.ts';
import { withDocument } from './open.ts';
import { namedOperators, type OperatorNames, operatorNames } from './operators.ts';
import { paintsOthers } from './others.ts';
import { readTags } from './tags/read.ts';
import type { PdfContent, PdfGlyph, PdfPage } from './types.ts';

/** Glyphs and rules of annotations (form fields, stamps) are not part of the printed form. */
const WITHOUT_ANNOTATIONS = 0;

/** The glyphs, rules, fonts and properties of a PDF. Fails as {@link withDocument} does. */
export const readPdf = (bytes: Uint8Array, file: string): Promise<Outcome<PdfContent>> =>
  withDocument(bytes, file, async (document, { OPS }) => {
    const shelf = fontShelf();
    const pageOf = new Map<number, number>();
    const pages = await readPages(document, { shelf, names: operatorNames(OPS), pageOf });
    const info = await readInfo(bytes);
    const tags = readTags(bytes, pageOf);
    return succeed({ kind: 'pdf', info, fonts: shelf.fonts(), pages, tags });
  });

/** What pages are read with; `pageOf` takes the page, counted from 0, of each page object. */
type Tools = { readonly shelf: FontShelf; readonly names: OperatorNames; readonly pageOf: Map<number, number> };

async function readPages(document: PDFDocumentProxy, { shelf, names, pageOf }: Tools): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  const limits = openLimits();
  limits.mindPages(document.numPages);
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    if (page.ref !== null) pageOf.set(page.ref.num, number - 1);
    const read = await readPage(page, shelf, names);
    limits.mindPage(read, number);
    pages.push(read);
    page.cleanup();
  }
  return pages;
}

async function readPage(page: PDFPageProxy, shelf: FontShelf, names: OperatorNames): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const operators = namedOperators(await page.getOperatorList({ annotationMode: WITHOUT_ANNOTATIONS }), names);
  const fonts = await shelf.fontsOf(page, operators);
  const { unseen, ...drawn } = interpret(operators, fonts, matrixOf(transform));
  await mindLostText(page, [...drawn.glyphs, ...unseen]);
  const others = paintsOthers(operators);
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

/** pdfjs puts spaces of its own into the text, and some glyphs are blanks to us: only other characters are counted. */
const inkedLength = (text: string): number => text.replace(/[\s\p{Cc}]+/gu, '').length;
