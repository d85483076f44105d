import type { Paper } from '../../../base/index.ts';
import type { MeasuredBlock, MeasuredDocument, MeasuredHeading } from '../../../measure/index.ts';
import { linesXml } from './lines.ts';
import { jointParagraph, paragraphSetter, type StyleSheet } from './paragraph.ts';
import { sectionProperties } from './section.ts';
import type { Skeleton } from './skeleton.ts';
import { tableXml } from './table.ts';
import { twips } from './units.ts';
import { XML_DECLARATION } from './xml.ts';

const OPEN =
  `${XML_DECLARATION}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>';

/** `word/document.xml` of a measured document. */
export function documentXml(document: MeasuredDocument, sheet: StyleSheet, footers: Skeleton['footers']): string {
  const last = document.sections.length - 1;
  const sections = document.sections.map(({ paper, blocks }, i) => {
    const properties = sectionProperties(paper, document.styles.folio, footers[paper.folio]);
    const ending = i === last ? jointParagraph() + properties : jointParagraph(properties);
    return blocksXml(blocks, paper, sheet) + ending;
  });
  return `${OPEN}${sections.join('')}</w:body></w:document>`;
}

/** Two tables without a paragraph between them would be one. */
function blocksXml(blocks: readonly MeasuredBlock[], paper: Paper, sheet: StyleSheet): string {
  let xml = '';
  let afterTable = false;
  for (const block of blocks) {
    const isTable = block.kind !== 'heading';
    if (isTable && afterTable) xml += jointParagraph();
    xml += blockXml(block, paper, sheet);
    afterTable = isTable;
  }
  return xml;
}

function blockXml(block: MeasuredBlock, paper: Paper, sheet: StyleSheet): string {
  switch (block.kind) {
    case 'heading':
      return headingXml(block, sheet);
    case 'lines':
      return linesXml(block, paper, sheet);
    case 'grid':
      return tableXml(block, sheet);
  }
}

function headingXml(heading: MeasuredHeading, sheet: StyleSheet): string {
  const set = paragraphSetter(sheet, {
    role: heading.role,
    style: heading.style,
    align: heading.align,
    left: 0,
    right: 0,
  });
  const last = heading.paragraphs.length - 1;
  return heading.paragraphs.map((one, i) => set(one, i === last ? twips(heading.after) : 0)).join('');
}
