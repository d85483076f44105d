import { flatMap, type Length, mm, mpt, type Outcome, pt, settle, typeHeight, typeWidth, ZERO } from '../base/index.ts';
import type { Heading, Lines } from '../form/index.ts';
import type { CellId, Grid, GridCell, GridDocument } from '../grid/index.ts';
import { indentOf, measureAgain, measureCell } from './cells.ts';
import { columnOf, columnWishes } from './column-align.ts';
import { missingGlyphs, partedWords, tallCells } from './diagnostics.ts';
import { narrowColumns } from './narrow-columns.ts';
import { countLines, startTypesetting } from './paragraphs.ts';
import { continuedCells } from './row-names.ts';
import type { Setup } from './setup.ts';
import { prepare, setTexts, type Tools } from './texts.ts';
import type { MeasuredBlock, MeasuredDocument, MeasuredGrid, MeasuredHeading, MeasuredLines } from './types.ts';

/** Space below the last heading before a table, and between a table and the lines above and below it. */
const AFTER_HEADINGS = pt(6);
const ABOVE_TABLE = pt(3);
const BELOW_TABLE = pt(6);

/** A seal needs 45 mm clear. */
const SEAL = mm(45);

/** Breaks every text of a document into lines and says how much room each cell needs. */
export function measureDocument(document: GridDocument, setup: Setup): Outcome<MeasuredDocument> {
  const typesetter = startTypesetting(setup.fonts, setup.labelWords, setup.paragraph.level);
  const tools = { setup, typesetter };
  const sections = document.sections.map(({ paper, blocks }) => ({
    paper,
    blocks: blocks.map((block, i): MeasuredBlock => {
      if (block.kind === 'grid') return measureGrid(block, tools);
      const context = { width: typeWidth(paper), ...tools };
      if (block.kind === 'lines') return measureLines(block, context, tablesBeside(blocks, i));
      return measureHeading(block, context, blocks[i + 1]?.kind !== 'heading');
    }),
  }));
  const tall = flatMap(sections, ({ paper, blocks }) =>
    flatMap(blocks, (block) => (block.kind === 'grid' ? tallCells(block.grid, block.cells, typeHeight(paper)) : [])),
  );
  const { missing, parted } = typesetter;
  const found = [
    ...missingGlyphs(missing, setup.typedAt),
    ...partedWords(parted, narrowColumns(sections, parted), setup.typedAt),
    ...tall,
  ];
  return settle({ meta: document.meta, sections, styles: setup.styles }, found);
}

type Context = Tools & { readonly width: Length };

/** An annex's number has an empty line below it, so that the title stands on the third (GB/T 9704-2012 7.3.7). */
function measureHeading(heading: Heading, { width, setup, typesetter }: Context, last: boolean): MeasuredHeading {
  const { role } = heading;
  const style = heading.style ?? setup.styles[role];
  const paragraphs = heading.paragraphs.map((paragraph) =>
    typesetter.even(typesetter.prepare(paragraph, style), width),
  );
  const height = mpt(countLines(paragraphs) * style.pitch);
  const after = role === 'annex' ? style.pitch : last ? AFTER_HEADINGS : ZERO;
  return { kind: 'heading', role, align: role === 'annex' ? 'left' : 'center', style, paragraphs, height, after };
}

type TablesBeside = { readonly above: boolean; readonly below: boolean };

const tablesBeside = (blocks: readonly { readonly kind: string }[], i: number): TablesBeside => ({
  above: blocks[i - 1]?.kind === 'grid',
  below: blocks[i + 1]?.kind === 'grid',
});

/** Between several lines there is no more room than between those of a paragraph. */
function measureLines(block: Lines, { width, setup, typesetter }: Context, tables: TablesBeside): MeasuredLines {
  const style = block.style ?? setup.styles.line;
  const unindented = { ...setup, paragraph: { ...setup.paragraph, indent: 0 } };
  let x = 0;
  const cells = block.cells.map((cell, i) => {
    const column = mpt(((block.columns[i] ?? 0) * width) / 100);
    const wish = { ...cell, direction: 'horizontal', role: 'cell' } as const;
    const inset = indentOf(wish, column, style);
    const left = mpt(x + inset);
    x += column;
    // A full cell keeps a character's distance from the next one.
    const isBeside = i < block.cells.length - 1 && cell.align === 'left';
    const room = mpt(column - inset);
    const wide = isBeside ? mpt(Math.max(room - style.size, style.size)) : room;
    const prepared = prepare(cell.paragraphs, style, typesetter);
    return { x: left, width: wide, ...setTexts(prepared, wish, { style, width: wide, setup: unindented, typesetter }) };
  });
  const text = Math.max(1, ...cells.map(({ paragraphs }) => countLines(paragraphs))) * style.pitch;
  const room = block.seal ? Math.max(text, SEAL) : text;
  const above = tables.above ? BELOW_TABLE : ZERO;
  return {
    kind: 'lines',
    style,
    cells,
    height: mpt(above + room + (tables.below ? ABOVE_TABLE : 0)),
    drop: mpt(above + (room - text) / 2),
    seal: block.seal,
    keep: block.keep,
  };
}

const nowhere: ReadonlySet<CellId> = new Set();

function measureGrid(grid: Grid, tools: Tools): MeasuredGrid {
  const alone = grid.cells.map((cell) => measureCell(cell, grid, tools));
  const wishes = columnWishes(grid, alone);
  const { table } = tools.setup;
  const continued = table.continued === '' ? nowhere : continuedCells({ grid, cells: alone });
  const cells = alone.map((measured, id) => {
    const cell = grid.cells[id] as GridCell;
    const wish = cell.align === 'auto' ? wishes.get(columnOf(cell)) : undefined;
    const continues = continued.has(id);
    if ((wish === undefined || wish === measured.align) && !continues) return measured;
    const align = wish ?? cell.align;
    return measureAgain({ ...cell, align }, grid, tools, { paragraphs: measured.paragraphs, continues });
  });
  return { kind: 'grid', grid, cells, table };
}
