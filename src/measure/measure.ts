import {
  type Align,
  type AlignWish,
  type Length,
  mpt,
  type Outcome,
  type ParagraphStyle,
  pt,
  type Styles,
  settle,
  type TableStyle,
  typeHeight,
  typeWidth,
  ZERO,
} from '../base/index.ts';
import type { Heading, Lines } from '../form/index.ts';
import type { Grid, GridCell, GridDocument } from '../grid/index.ts';
import type { FontSet, LabelWords } from '../text/index.ts';
import { missingGlyphs, partedWords, tallCells } from './diagnostics.ts';
import { countLines, type Setting, startTypesetting, type Typesetter } from './paragraphs.ts';
import type {
  MeasuredBlock,
  MeasuredCell,
  MeasuredDocument,
  MeasuredGrid,
  MeasuredHeading,
  MeasuredLines,
} from './types.ts';

/** Space below the last heading before a table, and below lines outside the table. */
const AFTER_HEADINGS = pt(6);
const AFTER_LINES = pt(2);

/** How a form sets its documents. */
export type Setup = {
  readonly styles: Styles;
  readonly table: TableStyle;
  readonly paragraph: ParagraphStyle;
  readonly fonts: FontSet;
  readonly labelWords: LabelWords;
};

/** Breaks every text of a document into lines and says how much room each cell needs. */
export function measureDocument(document: GridDocument, setup: Setup): Outcome<MeasuredDocument> {
  const typesetter = startTypesetting(setup.fonts, setup.labelWords);
  const sections = document.sections.map(({ paper, blocks }) => ({
    paper,
    blocks: blocks.map((block, i): MeasuredBlock => {
      const width = typeWidth(paper);
      if (block.kind === 'grid') return measureGrid(block, setup, typesetter);
      if (block.kind === 'lines') return measureLines(block, { width, setup, typesetter });
      const last = blocks[i + 1]?.kind !== 'heading';
      return measureHeading(block, { width, setup, typesetter }, last ? AFTER_HEADINGS : ZERO);
    }),
  }));
  const tall = sections.flatMap(({ paper, blocks }) =>
    blocks.flatMap((block) => (block.kind === 'grid' ? tallCells(block.grid, block.cells, typeHeight(paper)) : [])),
  );
  const found = [...missingGlyphs(typesetter.missing), ...partedWords(typesetter.parted), ...tall];
  return settle({ meta: document.meta, sections, styles: setup.styles }, found);
}

type Context = { readonly width: Length; readonly setup: Setup; readonly typesetter: Typesetter };

function measureHeading(heading: Heading, { width, setup, typesetter }: Context, after: Length): MeasuredHeading {
  const style = setup.styles[heading.role];
  const paragraphs = heading.paragraphs.map((paragraph) => typesetter.set(paragraph, style, width, 'balance'));
  const height = mpt(countLines(paragraphs) * style.pitch);
  const align = heading.role === 'annex' ? 'left' : 'center';
  return { kind: 'heading', role: heading.role, align, style, paragraphs, height, after };
}

function measureLines(block: Lines, { width, setup, typesetter }: Context): MeasuredLines {
  const style = setup.styles.line;
  let x = 0;
  const cells = block.cells.map((cell, i) => {
    const wide = mpt(((block.columns[i] ?? 0) * width) / 100);
    const left = mpt(x);
    x += wide;
    const paragraphs = cell.paragraphs.map((paragraph) => typesetter.set(paragraph, style, wide, 'fill'));
    return { x: left, width: wide, align: settleAlign(cell.align, countLines(paragraphs)), paragraphs };
  });
  const lines = Math.max(1, ...cells.map(({ paragraphs }) => countLines(paragraphs)));
  return { kind: 'lines', style, cells, height: mpt(lines * style.pitch + AFTER_LINES), drop: ZERO, seal: block.seal };
}

function measureGrid(grid: Grid, setup: Setup, typesetter: Typesetter): MeasuredGrid {
  const cells = grid.cells.map((cell) => measureCell(cell, grid, setup, typesetter));
  return { kind: 'grid', grid, cells, table: setup.table };
}

function measureCell(cell: GridCell, grid: Grid, setup: Setup, typesetter: Typesetter): MeasuredCell {
  const style = setup.styles[cell.role];
  const { padX, padY } = setup.table;
  const outer = (grid.edges[cell.x + cell.width] as number) - (grid.edges[cell.x] as number);
  const width = mpt(Math.max(outer - 2 * padX, style.size));
  const setting: Setting = cell.direction === 'vertical' ? 'stack' : cell.role === 'label' ? 'balance' : 'fill';
  const paragraphs = cell.paragraphs.map((paragraph) => typesetter.set(paragraph, style, width, setting));
  const lineCount = Math.max(1, countLines(paragraphs));
  const align = settleAlign(cell.align, lineCount);
  const need = mpt(lineCount * style.pitch + 2 * padY);
  return { style, align, width, paragraphs, lineCount, gap: ZERO, starts: [], again: null, need };
}

const settleAlign = (wish: AlignWish, lines: number): Align =>
  wish !== 'auto' ? wish : lines > 1 ? 'justify' : 'center';
