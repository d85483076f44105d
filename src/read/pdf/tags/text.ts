import { addTo } from '../../../base/index.ts';
import { type GlyphLine, inOrder, linesOf } from '../lines.ts';
import type { PdfGlyph, PdfPage } from '../types.ts';
import type { PdfElement, PdfMark } from './types.ts';

/** What a marked stretch says. */
export type Spoken = (mark: PdfMark) => string;

/** Elements that stand within a line (ISO 32000-1, 14.8.4.4); all others begin on one of their own. */
const WITHIN_LINES = new Set([
  'Span',
  'Quote',
  'Note',
  'Reference',
  'BibEntry',
  'Code',
  'Link',
  'Annot',
  'Ruby',
  'RB',
  'RT',
  'RP',
  'Warichu',
  'WT',
  'WP',
  'Em',
  'Strong',
  'Sub',
  'Lbl',
]);

/** Collects the glyphs of each page by their marks, once. */
export function spokenText(pages: readonly PdfPage[]): Spoken {
  const texts = pages.map(() => null as ReadonlyMap<number, string> | null);
  return ({ page, mark }) => {
    const known = texts[page] ?? textsOn(pages[page]);
    texts[page] = known;
    return known.get(mark) ?? '';
  };
}

function textsOn(page: PdfPage | undefined): ReadonlyMap<number, string> {
  const parts = new Map<number, PdfGlyph[]>();
  for (const glyph of page?.glyphs ?? []) if (glyph.mark !== null) addTo(parts, glyph.mark, glyph);
  return new Map([...parts].map(([mark, glyphs]) => [mark, linesOf(glyphs).map(orderedText).join('')]));
}

const orderedText = (line: GlyphLine): string =>
  inOrder(line)
    .map(({ text }) => text)
    .join('');

/**
 * The paragraphs of a cell: what stands directly in it is one, and so is each element in it that is not part of a line.
 * What stands there without a character, such as the cell's ground and borders, is none.
 */
export function paragraphsOf(cell: PdfElement, text: Spoken): string[] {
  const paragraphs: string[] = [];
  let open = '';
  const close = (): void => {
    if (open !== '') paragraphs.push(open);
    open = '';
  };
  for (const kid of cell.kids) {
    if (kid.kind === 'mark' || isWithinLine(kid)) {
      open += lineOf(kid, text);
      continue;
    }
    close();
    paragraphs.push(...(kid.actualText === null ? blockOf(kid, text) : [kid.actualText]));
  }
  close();
  return paragraphs;
}

/** A block without anything in it is an empty paragraph. */
function blockOf(block: PdfElement, text: Spoken): string[] {
  const inner = paragraphsOf(block, text);
  return inner.length === 0 ? [''] : inner;
}

const isWithinLine = ({ role, kids }: PdfElement): boolean =>
  WITHIN_LINES.has(role) && kids.every((kid) => kid.kind === 'mark' || isWithinLine(kid));

function lineOf(part: PdfElement | PdfMark, text: Spoken): string {
  if (part.kind === 'mark') return text(part);
  return part.actualText ?? part.kids.map((kid) => lineOf(kid, text)).join('');
}
