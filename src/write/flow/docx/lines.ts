import { type Length, mpt, type Paper, typeWidth } from '../../../base/index.ts';
import type { MeasuredLines } from '../../../measure/index.ts';
import { noReach } from './fit.ts';
import { lookOf, type StyleSheet } from './look.ts';
import { emptyParagraph, type ParagraphShape, paragraphXml } from './paragraph.ts';
import { JOINT_HEIGHT } from './styles.ts';
import { cellMargins, rowProperties, tableGrid } from './table.ts';
import { TWIP, twips } from './units.ts';

/** The page that lines stand on, and whether they stay on it with what is below them. */
type Around = { readonly paper: Paper; readonly sheet: StyleSheet; readonly keepNext: boolean };

/**
 * Lines above or below a table: one row without rules. A cell reaches to the next one; indents leave the gaps free. The
 * text stands `drop` below the top; the joint beside the row takes its part of the height.
 */
export function linesXml(lines: MeasuredLines, { paper, sheet, keepNext }: Around): string {
  const look = lookOf(sheet, 'line', lines.style);
  const end = twips(typeWidth(paper));
  const edges = [0, ...lines.cells.slice(1).map((cell) => twips(cell.x)), end];
  const cells = lines.cells.map((cell, i) => {
    const left = edges[i] as number;
    const right = edges[i + 1] as number;
    const shape: ParagraphShape = {
      look,
      align: cell.align,
      left: Math.max(0, twips(cell.x) - left),
      right: Math.max(0, right - twips((cell.x + cell.width) as Length)),
      room: { width: cell.width, reach: noReach },
    };
    const text =
      cell.paragraphs.map((one) => paragraphXml(one, shape, { keepNext })).join('') ||
      emptyParagraph(shape, { keepNext });
    const drop = Math.max(0, twips(lines.drop) - JOINT_HEIGHT);
    const margin = drop === 0 ? '' : `<w:tcMar><w:top w:w="${drop}" w:type="dxa"/></w:tcMar>`;
    return `<w:tc><w:tcPr><w:tcW w:w="${right - left}" w:type="dxa"/>${margin}</w:tcPr>${text}</w:tc>`;
  });
  const height = mpt(lines.height - JOINT_HEIGHT * TWIP);
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${end}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>` +
    `<w:tblLayout w:type="fixed"/>${cellMargins(0, 0)}</w:tblPr>${tableGrid(edges)}` +
    `<w:tr>${rowProperties({ height, splits: false }, false)}${cells.join('')}</w:tr></w:tbl>`
  );
}
