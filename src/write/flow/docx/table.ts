import { type Align, type Length, type VerticalAlign, ZERO } from '../../../base/index.ts';
import type { GridCell } from '../../../grid/index.ts';
import type { RowFlow, TableFlow } from '../../../layout/index.ts';
import { LEAST_PADDING, type MeasuredCell, type MeasuredGrid } from '../../../measure/index.ts';
import { noReach, type Reach } from './fit.ts';
import { lookOf, type StyleSheet } from './look.ts';
import { emptyParagraph, type ParagraphShape, paragraphXml } from './paragraph.ts';
import { eighths, TWIP, twipEdges, twips, widthsBetween } from './units.ts';

const FREE_ROW: RowFlow = { height: ZERO, below: ZERO, splits: true, keepNext: false };

/** A grid as one `w:tbl` with its outer rules on the edges of the type area. */
export function tableXml(measured: MeasuredGrid, flow: TableFlow, sheet: StyleSheet): string {
  const { grid, table } = measured;
  const edges = twipEdges(grid.edges);
  const beyond = Math.max(0, padding(table.padX, table.rule) - twips(LEAST_PADDING));
  const cells = grid.cells.map((cell, id) =>
    frameCell(cell, measured.cells[id] as MeasuredCell, { edges, beyond, flow }, sheet),
  );
  let rows = '';
  grid.slots.forEach((slots, y) => {
    const row = flow.rows[y] ?? FREE_ROW;
    rows += `<w:tr>${rowProperties(row, y < flow.repeated)}`;
    slots.forEach((id, x) => {
      const place = grid.cells[id];
      const cell = cells[id];
      if (cell !== undefined && place?.x === x) rows += place.y === y ? firstXml(cell, row) : nextXml(cell, row);
    });
    rows += '</w:tr>';
  });
  return `<w:tbl>${tableProperties(measured, edges)}${tableGrid(edges)}${rows}</w:tbl>`;
}

/** How a row stands on its page; heights are rounded down, so that rounding never pushes a row away. */
export function rowProperties({ height, splits }: Pick<RowFlow, 'height' | 'splits'>, isHeader: boolean): string {
  const least = Math.floor(height / TWIP);
  const properties =
    (splits ? '' : '<w:cantSplit/>') +
    (least > 0 ? `<w:trHeight w:val="${least}" w:hRule="atLeast"/>` : '') +
    (isHeader ? '<w:tblHeader/>' : '');
  return properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`;
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
const padding = (pad: Length, rule: Length): number => Math.max(0, Math.floor((pad - rule / 2) / TWIP));

export const cellMargins = (x: number, y: number): string =>
  `<w:tblCellMar><w:top w:w="${y}" w:type="dxa"/><w:left w:w="${x}" w:type="dxa"/>` +
  `<w:bottom w:w="${y}" w:type="dxa"/><w:right w:w="${x}" w:type="dxa"/></w:tblCellMar>`;

/** The widths of all columns; `w:gridSpan` counts them. */
export const tableGrid = (edges: readonly number[]): string =>
  `<w:tblGrid>${widthsBetween(edges)
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>`;

/** A cell with what is the same in every row that it covers. */
type FramedCell = {
  readonly measured: MeasuredCell;
  readonly isMerged: boolean;
  /** Its XML before and behind what is said of merging. */
  readonly open: string;
  readonly close: string;
  readonly shape: ParagraphShape;
};

/** Column edges, and how far text may reach into the padding where it does not fit otherwise; in twips. */
type Columns = { readonly edges: readonly number[]; readonly beyond: number; readonly flow: TableFlow };

function frameCell(
  cell: GridCell,
  measured: MeasuredCell,
  { edges, beyond, flow }: Columns,
  sheet: StyleSheet,
): FramedCell {
  const { x, y, width, height, direction } = cell;
  const isMerged = height > 1;
  const rows = flow.rows.slice(y, y + height);
  const isBroken = rows.some((row) => row.height === 0);
  const isVertical = direction === 'vertical';
  // LibreOffice breaks no row beside vertical text, and cuts off what does not fit on a page.
  const isStacked = isVertical && isBroken;
  const isUpright = isVertical && !isBroken;
  const spare = rows.reduce((sum, row) => sum + row.height, 0) - measured.need;
  const { properties, align } = isUpright
    ? uprightPlacement(cell.valign, measured.align)
    : {
        properties: VERTICAL_ALIGN[isMerged && isBroken ? 'top' : cell.valign],
        align: isStacked && measured.align === 'justify' ? 'center' : measured.align,
      };
  const wide = (edges[x + width] ?? 0) - (edges[x] ?? 0);
  return {
    measured,
    isMerged,
    open: `<w:tc><w:tcPr><w:tcW w:w="${wide}" w:type="dxa"/>${width > 1 ? `<w:gridSpan w:val="${width}"/>` : ''}`,
    close: `${properties}</w:tcPr>`,
    shape: {
      look: lookOf(sheet, cell.role, measured.style),
      align,
      left: twips(measured.left),
      right: 0,
      room: isUpright ? null : { width: measured.width, reach: reachOf(measured, beyond, spare), isStacked },
    },
  };
}

/**
 * How far text may reach into the padding to take no more lines than measured. Its edge stays in line with those above and
 * below it, unless it is centred or reaches out in print; where its row has room for more lines, it stays inside.
 */
function reachOf({ align, beyond: printed, paragraphs, style }: MeasuredCell, beyond: number, spare: number): Reach {
  if (printed > 0) return { left: beyond, right: beyond };
  if (spare >= paragraphs.length * style.pitch) return noReach;
  return { left: align === 'center' || align === 'right' ? beyond : 0, right: align === 'right' ? 0 : beyond };
}

/** A cell in the row where it begins. */
function firstXml({ measured, isMerged, open, close, shape }: FramedCell, { keepNext, below }: RowFlow): string {
  const { paragraphs, gap } = measured;
  const last = paragraphs.length - 1;
  const end = isMerged ? 0 : twips(below);
  let text = '';
  paragraphs.forEach((one, i) => {
    text += paragraphXml(one, shape, { keepNext, after: i < last ? twips(gap) : end });
  });
  const merge = isMerged ? '<w:vMerge w:val="restart"/>' : '';
  return `${open}${merge}${close}${text === '' ? emptyParagraph(shape, { keepNext }) : text}</w:tc>`;
}

/** A cell in each further row that it covers. */
const nextXml = ({ open, close, shape }: FramedCell, { keepNext }: RowFlow): string =>
  `${open}<w:vMerge/>${close}${emptyParagraph(shape, { keepNext })}</w:tc>`;

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

/** Where text stands in a vertical cell. Order in CT_TcPr: tcW, gridSpan, vMerge, textDirection, vAlign. */
const uprightPlacement = (valign: VerticalAlign, align: Align) => ({
  // Of Word's two top-to-bottom directions only this one keeps Han upright ([MS-DOC] 2.9.323, grpfTFtbrlv).
  properties: `<w:textDirection w:val="tbRlV"/>${VERTICAL_ALIGN[VERTICAL_SIDE[align]]}`,
  align: ALONG_VERTICAL[valign],
});
