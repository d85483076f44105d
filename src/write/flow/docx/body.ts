import { type Length, type Paper, typeWidth } from '../../../base/index.ts';
import type { BlockFlow, FlowPlan } from '../../../layout/index.ts';
import type { MeasuredBlock, MeasuredDocument, MeasuredHeading } from '../../../measure/index.ts';
import { noReach } from './fit.ts';
import { linesXml } from './lines.ts';
import { lookOf, type StyleSheet } from './look.ts';
import { isNote, noteXml } from './note.ts';
import { jointParagraph, type ParagraphShape, paragraphXml } from './paragraph.ts';
import { sectionProperties } from './section.ts';
import type { Skeleton } from './skeleton.ts';
import { isOneLine, tabbedLines } from './tabbed.ts';
import { tableXml } from './table.ts';
import { twips } from './units.ts';
import { XML_DECLARATION } from './xml.ts';

const OPEN =
  `${XML_DECLARATION}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>';

/** What `word/document.xml` is made from. */
export type BodySource = {
  readonly document: MeasuredDocument;
  readonly plan: FlowPlan;
  readonly sheet: StyleSheet;
  readonly footers: Skeleton['footers'];
};

/** `word/document.xml` of a measured document. */
export function documentXml({ document, plan, sheet, footers }: BodySource): string {
  const last = document.sections.length - 1;
  let first = 0;
  const sections = document.sections.map(({ paper, blocks }, i) => {
    const flows = plan.slice(first, first + blocks.length);
    first += blocks.length;
    const properties = sectionProperties(paper, {
      folio: document.styles.folio,
      footers: footers[paper.folio],
      begins: document.sections[i - 1]?.paper.folio === 'cover',
    });
    const ending = i === last ? jointParagraph() + properties : jointParagraph(properties);
    return blocksXml(blocks, flows, paper, sheet) + ending;
  });
  return `${OPEN}${sections.join('')}</w:body></w:document>`;
}

/**
 * Two tables without a paragraph between them would be one; a table that begins a page needs a paragraph that says so.
 * What is below a table that keeps its last row with it stays together.
 */
function blocksXml(blocks: readonly MeasuredBlock[], flows: FlowPlan, paper: Paper, sheet: StyleSheet): string {
  let xml = '';
  let afterTable = false;
  let kept = false;
  blocks.forEach((block, i) => {
    const newPage = flows[i]?.newPage === true;
    const isTable = block.kind === 'grid' || (block.kind === 'lines' && !isOneLine(block) && !isNote(block));
    if (isTable && (afterTable || newPage)) xml += jointParagraph('', { keepNext: kept && !newPage, newPage });
    kept = block.kind === 'grid' ? flows[i]?.table?.rows.at(-1)?.keepNext === true : kept && goesOn(blocks, flows, i);
    // The room of a seal is kept by the joint: alone it would make a blank page.
    const keepNext = block.kind === 'lines' && (kept || !isTable);
    xml += blockXml(block, flows[i], { paper, sheet, keepNext });
    afterTable = isTable;
  });
  return xml;
}

/** Whether lines below a table are followed by more of them on the same page. */
const goesOn = (blocks: readonly MeasuredBlock[], flows: FlowPlan, i: number): boolean =>
  blocks[i]?.kind === 'lines' && blocks[i + 1]?.kind === 'lines' && flows[i + 1]?.newPage !== true;

type Around = { readonly paper: Paper; readonly sheet: StyleSheet; readonly keepNext: boolean };

function blockXml(block: MeasuredBlock, flow: BlockFlow | undefined, { paper, sheet, keepNext }: Around): string {
  switch (block.kind) {
    case 'heading':
      return headingXml(block, { newPage: flow?.newPage === true, width: typeWidth(paper) }, sheet);
    case 'lines': {
      const placing = { newPage: flow?.newPage === true, keepNext };
      if (isOneLine(block)) return tabbedLines(block, sheet, placing);
      return isNote(block) ? noteXml(block, { paper, sheet }, placing) : linesXml(block, { paper, sheet, keepNext });
    }
    case 'grid':
      return tableXml(block, flow?.table ?? { rows: [], repeated: 0 }, sheet);
  }
}

function headingXml(
  heading: MeasuredHeading,
  { newPage, width }: { readonly newPage: boolean; readonly width: Length },
  sheet: StyleSheet,
): string {
  const { role, style, align, paragraphs } = heading;
  const look = lookOf(sheet, role, style);
  const shape: ParagraphShape = { look, align, left: 0, right: 0, room: { width, reach: noReach } };
  const last = paragraphs.length - 1;
  return paragraphs
    .map((one, i) =>
      paragraphXml(one, shape, { after: i === last ? twips(heading.after) : 0, newPage: newPage && i === 0 }),
    )
    .join('');
}
