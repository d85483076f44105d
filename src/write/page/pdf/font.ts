import type { FaceCodes } from './codes.ts';
import type { Container, Reference } from './container.ts';
import { cutFace } from './cut-face.ts';

/** FontDescriptor flag «symbolic»: the font has characters outside the standard Latin set (ISO 32000-1, table 123). */
const SYMBOLIC = 4;

/** Writes a face, cut to the characters of the document, as a composite font whose codes are those of {@link FaceCodes}. */
export function writeFont(container: Container, codes: FaceCodes, small: boolean): Reference {
  const { metrics, outlines } = codes.face;
  const { tag, program, unicode, widths } = cutFace(codes, small);
  const name = `${tag}+${metrics.postScriptName}`;
  const isTrueType = outlines === 'glyf';
  const file = container.stream(program.entries, program.bytes, program.named);
  const descriptor = container.object(
    `<</Type/FontDescriptor/FontName/${name}/Flags ${SYMBOLIC}/FontBBox[${metrics.box.join(' ')}]/ItalicAngle 0` +
      `/Ascent ${metrics.ascent}/Descent ${metrics.descent}/CapHeight ${metrics.capHeight}` +
      // Unknown, and of use only to a reader that replaces the font.
      `/StemV 0/${isTrueType ? 'FontFile2' : 'FontFile3'} ${file}>>`,
  );
  const descendant = container.object(
    `<</Type/Font/Subtype/${isTrueType ? 'CIDFontType2/CIDToGIDMap/Identity' : 'CIDFontType0'}/BaseFont/${name}` +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
      `/FontDescriptor ${descriptor}${widths}>>`,
  );
  return container.object(
    `<</Type/Font/Subtype/Type0/BaseFont/${isTrueType ? name : `${name}-Identity-H`}/Encoding/Identity-H` +
      `/DescendantFonts[${descendant}]/ToUnicode ${container.stream('/Filter/FlateDecode', unicode)}>>`,
  );
}
