import { addTo } from '../base/index.ts';
import type { DocxContent } from './docx/types.ts';
import { partsOf } from './pdf/boxes.ts';
import { type GlyphLine, linesOf } from './pdf/lines.ts';
import type { PdfBox, PdfContent, PdfPage } from './pdf/types.ts';
import type { ReadTable } from './types.ts';

/** Glyphs on one baseline further apart than this stand in different places of the page (ems). */
const WIDE_GAP = 1.5;

/**
 * The plain text of a document: a paragraph or line of text a line, cells of a table row joined by TAB. A merged cell
 * stands in its first row. In a DOCX paragraphs inside a cell keep their line breaks; a PDF does not know them.
 */
export function textOf(content: DocxContent | PdfContent): string {
  const lines =
    content.kind === 'docx'
      ? content.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : tableLines(block)))
      : content.pages.flatMap(pageLines);
  return lines.map((line) => `${line}\n`).join('');
}

const tableLines = (table: ReadTable): string[] =>
  table.rows.map((row) => row.flatMap((cell) => (cell.continuation ? [] : [cell.text])).join('\t'));

/** Boxes that begin at the same height are one row; the text around them comes in between by its height. */
function pageLines(page: PdfPage): string[] {
  const { boxes, loose } = partsOf(page);
  return [...rowsOf(boxes), ...linesOf(loose).map((line) => ({ y: line.y, text: spacedText(line) }))]
    .toSorted((a, b) => a.y - b.y)
    .map(({ text }) => text);
}

function rowsOf(boxes: readonly PdfBox[]): { readonly y: number; readonly text: string }[] {
  const rows = new Map<number, string[]>();
  for (const { y, text } of boxes) addTo(rows, y, text);
  return [...rows].map(([y, texts]) => ({ y, text: texts.join('\t') }));
}

function spacedText({ glyphs }: GlyphLine): string {
  let text = '';
  let end = Infinity;
  for (const glyph of glyphs) {
    if (Math.abs(glyph.x - end) > WIDE_GAP * glyph.size && text !== '') text += '\t';
    text += glyph.text;
    end = glyph.x + glyph.width;
  }
  return text;
}
