import { type Align, type Length, type VerticalAlign, ZERO } from '../../../base/index.ts';
import type { GridCell } from '../../../grid/index.ts';
import type { RowFlow, TableFlow } from '../../../layout/index.ts';
import type { MeasuredCell, MeasuredGrid } from '../../../measure/index.ts';
import { emptyParagraph, type ParagraphShape, paragraphSetter, type StyleSheet } from './paragraph.ts';
import { eighths, twipEdges, twips, widthsBetween } from './units.ts';

/** The XML of a cell in the row where it begins, and in each further row it covers. */
type CellXml = { readonly first: (row: RowFlow) => string; readonly next: (row: RowFlow) => string };

const FREE_ROW: RowFlow = { height: ZERO, below: ZERO, splits: true, keepNext: false };

/** Between text and rule, in twips. */
const LEAST_PADDING = 20;

/** A grid as one `w:tbl` with its outer rules on the edges of the type area. */
export function tableXml(measured: MeasuredGrid, flow: TableFlow, sheet: StyleSheet): string {
  const { grid } = measured;
  const edges = twipEdges(grid.edges);
  const beyond = Math.max(0, padding(measured.table.padX, measured.table.rule) - LEAST_PADDING);
  const columns = { edges, beyond };
  const cells = grid.cells.map((cell, id) => {
    const broken = flow.rows.slice(cell.y, cell.y + cell.height).some(({ height }) => height === 0);
    return cellXml(
      broken && cell.height > 1 && cell.direction === 'horizontal' ? { ...cell, valign: 'top' } : cell,
      measured.cells[id] as MeasuredCell,
      columns,
      sheet,
    );
  });
  let rows = '';
  grid.slots.forEach((slots, y) => {
    const row = flow.rows[y] ?? FREE_ROW;
    rows += `<w:tr>${rowProperties({ ...row, header: y < flow.repeated })}`;
    slots.forEach((id, x) => {
      const cell = grid.cells[id];
      const xml = cells[id];
      if (cell?.x === x) rows += (cell.y === y ? xml?.first : xml?.next)?.(row) ?? '';
    });
    rows += '</w:tr>';
  });
  return `<w:tbl>${tableProperties(measured, edges)}${tableGrid(edges)}${rows}</w:tbl>`;
}

/** How a row stands on its page; heights are rounded down, so that rounding never pushes a row away. */
export function rowProperties(row: {
  readonly height: Length;
  readonly splits: boolean;
  readonly header: boolean;
}): string {
  const height = Math.floor(row.height / 50);
  const properties =
    (row.splits ? '' : '<w:cantSplit/>') +
    (height > 0 ? `<w:trHeight w:val="${height}" w:hRule="atLeast"/>` : '') +
    (row.header ? '<w:tblHeader/>' : '');
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
const padding = (pad: Length, rule: Length): number => Math.max(0, Math.floor((pad - rule / 2) / 50));

export const cellMargins = (x: number, y: number): string =>
  `<w:tblCellMar><w:top w:w="${y}" w:type="dxa"/><w:left w:w="${x}" w:type="dxa"/>` +
  `<w:bottom w:w="${y}" w:type="dxa"/><w:right w:w="${x}" w:type="dxa"/></w:tblCellMar>`;

/** The widths of all columns; `w:gridSpan` counts them. */
export const tableGrid = (edges: readonly number[]): string =>
  `<w:tblGrid>${widthsBetween(edges)
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>`;

/** Column edges, and how far text may reach into the padding where it does not fit otherwise; in twips. */
type Columns = { readonly edges: readonly number[]; readonly beyond: number };

function cellXml(cell: GridCell, measured: MeasuredCell, { edges, beyond }: Columns, sheet: StyleSheet): CellXml {
  const width = (edges[cell.x + cell.width] ?? 0) - (edges[cell.x] ?? 0);
  const span = cell.width > 1 ? `<w:gridSpan w:val="${cell.width}"/>` : '';
  const open = `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}`;
  const placement = cellPlacement(cell, measured.align);
  const close = `${placement.properties}</w:tcPr>`;
  const shape: ParagraphShape = {
    role: cell.role,
    style: measured.style,
    align: placement.align,
    left: 0,
    right: 0,
    room: cell.direction === 'vertical' ? null : { width: measured.width, beyond },
  };
  const set = paragraphSetter(sheet, shape);
  const last = measured.paragraphs.length - 1;
  const gap = twips(measured.gap);
  const text = ({ keepNext, below }: RowFlow): string =>
    measured.paragraphs.map((one, i) => set(one, { keepNext, after: i < last ? gap : twips(below) })).join('') ||
    emptyParagraph(sheet, shape, { keepNext });
  const merge = cell.height === 1 ? '' : '<w:vMerge w:val="restart"/>';
  return {
    first: (row) => `${open}${merge}${close}${text(cell.height === 1 ? row : { ...row, below: ZERO })}</w:tc>`,
    next: ({ keepNext }) => `${open}<w:vMerge/>${close}${emptyParagraph(sheet, shape, { keepNext })}</w:tc>`,
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
