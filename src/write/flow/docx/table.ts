import type { Align, Length, VerticalAlign } from '../../../base/index.ts';
import type { GridCell } from '../../../grid/index.ts';
import { type MeasuredCell, type MeasuredGrid, SHORT_ROW } from '../../../measure/index.ts';
import { repeatedRows, rowHeights, rowLineCounts } from './heights.ts';
import { emptyParagraph, type ParagraphShape, paragraphSetter, type StyleSheet } from './paragraph.ts';
import { eighths, twipEdges, twips, widthsBetween } from './units.ts';

/** The XML of a cell in the row where it begins, and in each further row it covers. */
type CellXml = { readonly first: string; readonly next: string };

/** A grid as one `w:tbl` with its outer rules on the edges of the type area. */
export function tableXml(measured: MeasuredGrid, sheet: StyleSheet): string {
  const { grid } = measured;
  const edges = twipEdges(grid.edges);
  const cells = grid.cells.map((cell, id) => cellXml(cell, measured.cells[id] as MeasuredCell, edges, sheet));
  const heights = rowHeights(measured);
  const lineCounts = rowLineCounts(measured);
  const repeated = repeatedRows(measured);
  let rows = '';
  grid.slots.forEach((slots, y) => {
    rows += `<w:tr><w:trPr>${(lineCounts[y] ?? 0) < SHORT_ROW ? '<w:cantSplit/>' : ''}`;
    rows += `<w:trHeight w:val="${twips((heights[y] ?? 0) as Length)}" w:hRule="atLeast"/>`;
    rows += y < repeated ? '<w:tblHeader/></w:trPr>' : '</w:trPr>';
    slots.forEach((id, x) => {
      const cell = grid.cells[id];
      if (cell?.x === x) rows += cell.y === y ? cells[id]?.first : cells[id]?.next;
    });
    rows += '</w:tr>';
  });
  return `<w:tbl>${tableProperties(measured, edges)}${tableGrid(edges)}${rows}</w:tbl>`;
}

/** Order in CT_TblPr: tblW, jc, tblInd, tblBorders, tblLayout, tblCellMar. */
function tableProperties({ table }: MeasuredGrid, edges: readonly number[]): string {
  const rule = `w:val="single" w:sz="${eighths(table.rule)}" w:space="0" w:color="000000"`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} ${rule}/>`);
  return (
    `<w:tblPr><w:tblW w:w="${edges.at(-1) ?? 0}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>` +
    `<w:tblBorders>${borders.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `${cellMargins(padding(table.padX, table.rule), padding(table.padY, table.rule))}</w:tblPr>`
  );
}

/** Half the rule comes off the padding: a reader that counts the rule into the cell still finds the measured room. */
const padding = (pad: Length, rule: Length): number => Math.max(0, Math.floor((pad - rule / 2) / 50));

export const cellMargins = (x: number, y: number): string =>
  `<w:tblCellMar><w:top w:w="${y}" w:type="dxa"/><w:left w:w="${x}" w:type="dxa"/>` +
  `<w:bottom w:w="${y}" w:type="dxa"/><w:right w:w="${x}" w:type="dxa"/></w:tblCellMar>`;

/** The widths of all columns; `w:gridSpan` counts them. */
export const tableGrid = (edges: readonly number[]): string =>
  `<w:tblGrid>${widthsBetween(edges)
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>`;

function cellXml(cell: GridCell, measured: MeasuredCell, edges: readonly number[], sheet: StyleSheet): CellXml {
  const width = (edges[cell.x + cell.width] ?? 0) - (edges[cell.x] ?? 0);
  const span = cell.width > 1 ? `<w:gridSpan w:val="${cell.width}"/>` : '';
  const open = `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}`;
  const placement = cellPlacement(cell, measured.align);
  const close = `${placement.properties}</w:tcPr>`;
  const shape: ParagraphShape = { role: cell.role, style: measured.style, align: placement.align, left: 0, right: 0 };
  const set = paragraphSetter(sheet, shape);
  // A balanced label's inset is a width; the lines of a vertical cell run down.
  const paragraphs = measured.paragraphs.map((one) =>
    set(cell.direction === 'vertical' ? { ...one, inset: 0 as Length } : one),
  );
  const text = paragraphs.join('') || emptyParagraph(sheet, shape);
  if (cell.height === 1) return { first: `${open}${close}${text}</w:tc>`, next: '' };
  return {
    first: `${open}<w:vMerge w:val="restart"/>${close}${text}</w:tc>`,
    next: `${open}<w:vMerge/>${close}${emptyParagraph(sheet, shape)}</w:tc>`,
  };
}

const VERTICAL_ALIGN: Readonly<Record<VerticalAlign, string>> = {
  top: '',
  middle: '<w:vAlign w:val="center"/>',
  bottom: '<w:vAlign w:val="bottom"/>',
};

/** Lines of a vertical cell go from right to left, so that its first side is the right one. */
const VERTICAL_SIDE: Readonly<Record<Align, VerticalAlign>> = {
  right: 'top',
  center: 'middle',
  justify: 'middle',
  left: 'bottom',
};
const ALONG_VERTICAL: Readonly<Record<VerticalAlign, Align>> = { top: 'left', middle: 'center', bottom: 'right' };

/** Where text stands in its cell. Order in CT_TcPr: tcW, gridSpan, vMerge, textDirection, vAlign. */
function cellPlacement(cell: GridCell, align: Align): { readonly properties: string; readonly align: Align } {
  if (cell.direction === 'horizontal') return { properties: VERTICAL_ALIGN[cell.valign], align };
  // Of Word's two top-to-bottom directions only this one keeps Han upright ([MS-DOC] 2.9.323, grpfTFtbrlv).
  return {
    properties: `<w:textDirection w:val="tbRlV"/>${VERTICAL_ALIGN[VERTICAL_SIDE[align]]}`,
    align: ALONG_VERTICAL[cell.valign],
  };
}
