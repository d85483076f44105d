import { hex4, utf16Hex } from './numbers.ts';

/** The most entries one block of a CMap may have (Adobe Technical Note 5014, «beginbfchar»). */
const BLOCK = 100;

/**
 * A ToUnicode CMap: what each code from 1 means. `codePoints[0]`, the missing glyph, means nothing. Each code has an entry
 * of its own: Ghostscript, through which many printers to PDF go, misreads ranges with lists of meanings.
 */
export function unicodeMap(codePoints: readonly number[]): string {
  let blocks = '';
  for (let first = 1; first < codePoints.length; first += BLOCK) {
    const block = codePoints.slice(first, first + BLOCK);
    blocks += `${block.length} beginbfchar\n`;
    block.forEach((codePoint, i) => {
      blocks += `<${hex4(first + i)}><${utf16Hex(codePoint)}>\n`;
    });
    blocks += 'endbfchar\n';
  }
  return `${HEAD}${blocks}${TAIL}`;
}

const HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
`;

const TAIL = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
