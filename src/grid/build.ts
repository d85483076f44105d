import {
  type Diagnostic,
  diagnostic,
  findingsOf,
  flatMap,
  type Length,
  type Outcome,
  settle,
  typeWidth,
} from '../base/index.ts';
import type { FormDocument, TableSpec } from '../form/index.ts';
import { checkColumns, uniteEdges } from './edges.ts';
import { keepRanges } from './keeps.ts';
import { type PlacedCell, placeBand } from './place.ts';
import type { CellId, Grid, GridCell, GridDocument, HeaderScope } from './types.ts';

/** Turns every table of a form into a grid; headings and lines pass through. */
export function buildGrids(form: FormDocument): Outcome<GridDocument> {
  const problems: Diagnostic[] = [];
  const document: GridDocument = {
    meta: form.meta,
    sections: form.sections.map(({ paper, blocks }) => ({
      paper,
      blocks: blocks.map((block) => {
        if (block.kind !== 'table') return block;
        const grid = buildGrid(block, typeWidth(paper));
        problems.push(...findingsOf(grid));
        return grid.ok ? grid.value : emptyGrid;
      }),
    })),
  };
  return settle(document, problems);
}

const emptyGrid: Grid = { kind: 'grid', edges: [], rows: 0, cells: [], slots: [], headers: [], keeps: [] };

/** The grid of one table over the given width: every slot owned exactly once, or errors at the template's lines. */
export function buildGrid(table: TableSpec, width: Length): Outcome<Grid> {
  const problems = flatMap(table.bands, (band) => checkColumns(band, width) ?? []);
  if (problems.length > 0) return settle(emptyGrid, problems);

  const { edges, ofBand } = uniteEdges(table.bands, width);
  const cells: GridCell[] = [];
  const headers: HeaderScope[] = [];
  let rows = 0;
  table.bands.forEach((band, index) => {
    const placed = placeBand(band);
    problems.push(...placed.problems);
    headers.push(...headerScopes(placed.headers, rows));
    const own = ofBand[index] as readonly number[];
    for (const cell of placed.cells) cells.push(inTable(cell, own, rows));
    rows += placed.headers.length;
  });
  if (rows === 0) {
    problems.push(
      diagnostic({ code: 'G005', at: table.at, message: '这张表一行也没有', advice: '在 <band> 里写上 <row>。' }),
    );
  }
  const slots = slotsOf(cells, edges.length - 1, rows);
  const keeps = keepRanges(table.bands, rows);
  return settle({ kind: 'grid', edges, rows, cells, slots, headers, keeps }, problems);
}

/** A cell of a band at its place in the table: `edges` are the numbers of the band's own edges, `first` is its first row. */
function inTable({ spec, x, y, width, height }: PlacedCell, edges: readonly number[], first: number): GridCell {
  const { role, align, valign, direction, spread, indent, paragraphs, at } = spec;
  const left = edges[x] as number;
  const right = edges[x + width] as number;
  const place = { x: left, y: first + y, width: right - left, height };
  return { ...place, role, align, valign, direction, spread, indent, paragraphs, at };
}

/** Each run of header rows serves the rows after it, up to the next header or the end of its band. */
function headerScopes(isHeader: readonly boolean[], offset: number): HeaderScope[] {
  const scopes: HeaderScope[] = [];
  let y = 0;
  while (y < isHeader.length) {
    if (!isHeader[y]) {
      y += 1;
      continue;
    }
    const first = y;
    while (isHeader[y]) y += 1;
    const end = y;
    while (y < isHeader.length && !isHeader[y]) y += 1;
    scopes.push({ first: offset + first, end: offset + end, until: offset + y });
  }
  return scopes;
}

function slotsOf(cells: readonly GridCell[], columns: number, rows: number): CellId[][] {
  const slots = Array.from({ length: rows }, () => new Array<CellId>(columns).fill(-1));
  cells.forEach((cell, id) => {
    for (let y = cell.y; y < cell.y + cell.height; y += 1) slots[y]?.fill(id, cell.x, cell.x + cell.width);
  });
  return slots;
}
