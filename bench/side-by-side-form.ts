import type { Align, FaceTable } from '../src/base/index.ts';
import type { GridCell } from '../src/grid/index.ts';
import type { MeasuredCell, MeasuredDocument, MeasuredGrid } from '../src/measure/index.ts';
import { type CellTable, cellTable } from './records/table.ts';

/** A cell of a {@link Stretch}, or the piece of one that reaches over a cut; an open side has no rule. Lengths in points. */
export type StretchCell = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: boolean;
  readonly align: Align;
  readonly openAbove: boolean;
  readonly openBelow: boolean;
  readonly paragraphs: readonly { readonly text: string; readonly indent: number }[];
};

/** Rows with at most one header, which is at their top: what Typst can repeat. Rows count from the stretch's first. */
export type Stretch = { readonly header: readonly StretchCell[]; readonly body: readonly StretchCell[] };

/** What Typst is given: all that the form and the record say, nothing of how we break lines and pages. */
export type SideBySideForm = Omit<CellTable, 'cells' | 'page'> & {
  readonly page: CellTable['page'] & { readonly mirrored: boolean };
  readonly stretches: readonly Stretch[];
};

/** Rows `first … end` (half-open). */
type Rows = { readonly first: number; readonly end: number };

/** A measured document of headings and one table as Typst takes it; throws for others. */
export function sideBySideForm(document: MeasuredDocument, faces: FaceTable): SideBySideForm {
  const { cells: _, page, ...rest } = cellTable(document, faces);
  const [section] = document.sections;
  const grid = section?.blocks.find((block) => block.kind === 'grid');
  if (section === undefined || grid === undefined) throw new Error('there is no table');
  return { ...rest, page: { ...page, mirrored: section.paper.mirrored }, stretches: stretches(grid) };
}

/** The table cut above every header and below its last row. */
function stretches(measured: MeasuredGrid): Stretch[] {
  const { headers, rows } = measured.grid;
  const cuts = new Set([0, rows, ...headers.flatMap(({ first, until }) => [first, until])]);
  const starts = [...cuts].sort((a, b) => a - b);
  return starts.slice(1).map((end, i) => {
    const first = starts[i] ?? 0;
    const headerEnd = headers.find((header) => header.first === first)?.end ?? first;
    const within = (range: Rows) => piecesWithin(measured, range, first);
    return { header: within({ first, end: headerEnd }), body: within({ first: headerEnd, end }) };
  });
}

/** The pieces of all cells in some rows. The text stands in the last piece, which is the longer one: below the header. */
function piecesWithin({ grid, cells }: MeasuredGrid, { first, end }: Rows, from: number): StretchCell[] {
  return grid.cells.flatMap((cell, i) => {
    const top = Math.max(cell.y, first);
    const bottom = Math.min(cell.y + cell.height, end);
    const measured = cells[i];
    if (bottom <= top || measured === undefined) return [];
    const openBelow = bottom < cell.y + cell.height;
    return {
      x: cell.x,
      y: top - from,
      width: cell.width,
      height: bottom - top,
      label: cell.role === 'label',
      align: measured.align,
      openAbove: top > cell.y,
      openBelow,
      paragraphs: openBelow ? [] : paragraphsOf(cell, measured),
    };
  });
}

const paragraphsOf = (cell: GridCell, { paragraphs }: MeasuredCell): StretchCell['paragraphs'] =>
  cell.paragraphs.map(({ runs }, i) => ({
    text: runs.map(({ text }) => text).join(''),
    indent: (paragraphs[i]?.indent ?? 0) / 1000,
  }));
