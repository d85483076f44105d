import { hex4, utf16Hex } from './numbers.ts';

/** The most entries one block of a CMap may have (Adobe Technical Note 5014, «beginbfrange»). */
const BLOCK = 100;
/** Codes of one range must share their first byte (ISO 32000-1, 9.10.3). */
const RANGE = 256;

/** A ToUnicode CMap: what each code from 1 means. `codePoints[0]`, the missing glyph, means nothing. */
export function unicodeMap(codePoints: readonly number[]): string {
  const ranges: string[] = [];
  for (let first = 1; first < codePoints.length; ) {
    const end = Math.min(codePoints.length, first - (first % RANGE) + RANGE);
    const meanings = codePoints.slice(first, end).map((codePoint) => `<${utf16Hex(codePoint)}>`);
    ranges.push(`<${hex4(first)}> <${hex4(end - 1)}> [${meanings.join('')}]`);
    first = end;
  }
  let blocks = '';
  for (let first = 0; first < ranges.length; first += BLOCK) {
    const block = ranges.slice(first, first + BLOCK);
    blocks += `${block.length} beginbfrange\n${block.join('\n')}\nendbfrange\n`;
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
