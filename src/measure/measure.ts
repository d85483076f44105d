import {
  type Align,
  type AlignWish,
  type Diagnostic,
  diagnostic,
  type Length,
  mpt,
  type Outcome,
  pt,
  type Styles,
  settle,
  type TableStyle,
  typeWidth,
  ZERO,
} from '../base/index.ts';
import type { Heading, Lines } from '../form/index.ts';
import type { Grid, GridCell, GridDocument } from '../grid/index.ts';
import type { FontSet, LabelWords, MissingGlyph } from '../text/index.ts';
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
  return settle({ meta: document.meta, sections, styles: setup.styles }, missingGlyphs(typesetter.missing));
}

type Context = { readonly width: Length; readonly setup: Setup; readonly typesetter: Typesetter };

function measureHeading(heading: Heading, { width, setup, typesetter }: Context, after: Length): MeasuredHeading {
  const style = setup.styles[heading.role];
  const paragraphs = heading.paragraphs.map((paragraph) => typesetter.set(paragraph, style, width, 'balance'));
  const height = mpt(countLines(paragraphs) * style.pitch);
  return { kind: 'heading', role: heading.role, style, paragraphs, height, after };
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
  return { kind: 'lines', style, cells, height: mpt(lines * style.pitch + AFTER_LINES) };
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
  return { style, align, width, paragraphs, lineCount, need: mpt(lineCount * style.pitch + 2 * padY) };
}

const settleAlign = (wish: AlignWish, lines: number): Align =>
  wish !== 'auto' ? wish : lines > 1 ? 'justify' : 'center';

function missingGlyphs(missing: readonly MissingGlyph[]): Diagnostic[] {
  const told = new Set<string>();
  return missing.flatMap(({ character, run, index }) => {
    const { span } = run.origin;
    const typed = span.end - span.start === run.text.length;
    const at = typed ? { ...span, start: span.start + index, end: span.start + index + character.length } : span;
    const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
    const key = `${at.file}:${at.start}:${code}`;
    if (told.has(key)) return [];
    told.add(key);
    return diagnostic({
      code: 'T001',
      at,
      message: `没有一种字体有“${character}”（U+${code}）这个字`,
      advice: '换成通用的字；确要用它，请把含有它的字体文件放进 fonts/，并在 fonts/faces.yaml 里写上。',
    });
  });
}
