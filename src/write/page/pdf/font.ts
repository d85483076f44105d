import type { FaceCodes } from './codes.ts';
import { type Container, literal, type Reference } from './container.ts';
import { subsetTag } from './subset-tag.ts';
import { unicodeMap } from './unicode.ts';

/** The width of most characters of a Chinese face, in thousandths of an em. */
const USUAL_WIDTH = 1000;
/** FontDescriptor flag «symbolic»: the font has characters outside the standard Latin set (ISO 32000-1, table 123). */
const SYMBOLIC = 4;

/** Writes a face, cut to the characters of the document, as a composite font whose codes are those of {@link FaceCodes}. */
export function writeFont(container: Container, codes: FaceCodes): Reference {
  const { face } = codes;
  const name = `${subsetTag(codes.glyphs)}+${face.metrics.postScriptName}`;
  const trueType = face.outlines === 'glyf';
  const descendant = container.object({
    Type: 'Font',
    Subtype: trueType ? 'CIDFontType2' : 'CIDFontType0',
    BaseFont: name,
    CIDSystemInfo: { Registry: literal('Adobe'), Ordering: literal('Identity'), Supplement: 0 },
    FontDescriptor: writeDescriptor(container, codes, name),
    DW: USUAL_WIDTH,
    W: widthTable(codes.widths),
    ...(trueType ? { CIDToGIDMap: 'Identity' } : {}),
  });
  return container.object({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: trueType ? name : `${name}-Identity-H`,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: container.deflated(unicodeMap(codes.codePoints)),
  });
}

/**
 * Describes the face and embeds its program. The program is not compressed: to deflate 160 KB of outlines takes longer
 * than all other work on the document, and saves a quarter of the file.
 */
function writeDescriptor(container: Container, { face, glyphs }: FaceCodes, name: string): Reference {
  const { metrics } = face;
  const program = face.subset(glyphs);
  return container.object({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: SYMBOLIC,
    FontBBox: metrics.box,
    ItalicAngle: 0,
    Ascent: metrics.ascent,
    Descent: metrics.descent,
    CapHeight: metrics.capHeight,
    // Unknown, and of use only to a reader that replaces the font.
    StemV: 0,
    ...(face.outlines === 'glyf'
      ? { FontFile2: container.stored({ Length1: program.length }, program) }
      : { FontFile3: container.stored({ Subtype: compactSubtype(program) }, program) }),
  });
}

/** Whether a CFF program comes bare or within an OpenType file, which begins with «OTTO». */
const compactSubtype = (program: Uint8Array): string =>
  program[0] === 0x4f && program[1] === 0x54 ? 'OpenType' : 'CIDFontType0C';

/** The W array: for each stretch of codes with unusual widths its first code and the list of widths. */
function widthTable(widths: readonly number[]): readonly (number | readonly number[])[] {
  const table: (number | readonly number[])[] = [];
  for (let first = 0; first < widths.length; first += 1) {
    let end = first;
    while (end < widths.length && widths[end] !== USUAL_WIDTH) end += 1;
    if (end > first) table.push(first, widths.slice(first, end));
    first = end;
  }
  return table;
}
