import { type Paper, pt, type TextStyle } from '../../../base/index.ts';
import { footerDistance } from './footer.ts';
import { twips } from './units.ts';

/** Pages are so much higher than measured: rounding, a table's outer rule and a joint shall not push a row away. */
export const EXTRA_ROOM = pt(3);

/** How the pages of a section are numbered: its footers, and whether they begin at 1 behind a cover. */
type Numbering = { readonly folio: TextStyle; readonly footers: string; readonly begins: boolean };

/** A section's properties: its footers, sheet, margins and first number. */
export function sectionProperties(paper: Paper, { folio, footers, begins }: Numbering): string {
  const landscape = paper.width > paper.height ? ' w:orient="landscape"' : '';
  return (
    `<w:sectPr>${footers}<w:pgSz w:w="${twips(paper.width)}" w:h="${twips(paper.height)}"${landscape}/>` +
    `<w:pgMar w:top="${twips(paper.top)}" w:right="${twips(paper.right)}" ` +
    `w:bottom="${Math.max(0, twips(paper.bottom) - twips(EXTRA_ROOM))}" ` +
    `w:left="${twips(paper.left)}" w:header="0" w:footer="${twips(footerDistance(paper, folio))}" w:gutter="0"/>${begins ? '<w:pgNumType w:start="1"/>' : ''}</w:sectPr>`
  );
}
