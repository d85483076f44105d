import { flatMap, mpt, typeHeight, typeWidth, ZERO } from '../base/index.ts';
import type { MeasuredGrid, MeasuredHeading, MeasuredLines } from '../measure/index.ts';
import type { Numbered } from './arrange.ts';
import type { Frame } from './frame.ts';
import { type GridPage, pageHeight } from './grid-page.ts';
import { placeGrid } from './place-grid.ts';
import { placeLines } from './place-lines.ts';
import { addSheet, lastSheet, type Sheet, sheetWith } from './sheets.ts';
import type { TablePage } from './types.ts';

/** Sets a heading or lines below what stands on the last page, or on a new one. */
export function setBlock({ block, index }: Numbered<MeasuredHeading | MeasuredLines>, sheets: Sheet[]): void {
  const sheet = sheetWith(block.height, sheets);
  if (leavesInk(block)) sheet.blocks.push(index);
  if (block.kind === 'heading') setHeading(block, index, sheet);
  else setLines(block, index, sheet);
}

const leavesInk = (block: MeasuredHeading | MeasuredLines): boolean =>
  (block.kind === 'heading' ? [block] : block.cells).some(({ paragraphs }) =>
    paragraphs.some(({ lines }) => lines.some(({ fragments }) => fragments.length > 0)),
  );

function setHeading({ paragraphs, align, style, height, after }: MeasuredHeading, block: number, sheet: Sheet): void {
  const lines = flatMap(paragraphs, (paragraph) => paragraph.lines);
  const top = mpt(sheet.paper.top + sheet.used);
  const frame = { x: sheet.left, top, width: typeWidth(sheet.paper), align, style, repeat: false };
  sheet.placings.push(({ texts }) => placeLines(lines, { ...frame, owner: { kind: 'block', block } }, texts));
  sheet.used = mpt(sheet.used + height + after);
}

function setLines({ cells, style, height, drop }: MeasuredLines, block: number, sheet: Sheet): void {
  for (const { x, width, align, paragraphs } of cells) {
    const lines = flatMap(paragraphs, (paragraph) => paragraph.lines);
    const top = mpt(sheet.paper.top + sheet.used + drop);
    const frame = { x: mpt(sheet.left + x), top, width, align, style, repeat: false };
    sheet.placings.push(({ texts }) => placeLines(lines, { ...frame, owner: { kind: 'block', block } }, texts));
  }
  sheet.used = mpt(sheet.used + height);
}

/** Sets the pages of a grid, the first of them below what stands on the last page; says what stands on each. */
export function setGrid(
  frame: Frame,
  pages: readonly (GridPage | null)[],
  { index }: Numbered<MeasuredGrid>,
  sheets: Sheet[],
): TablePage[] {
  return flatMap(pages, (page, i) => {
    const sheet = i > 0 ? addSheet(lastSheet(sheets).paper, sheets) : lastSheet(sheets);
    if (page === null) return [];
    const room = mpt(typeHeight(sheet.paper) - sheet.used);
    const y = mpt(sheet.paper.top + sheet.used);
    sheet.blocks.push(index);
    sheet.placings.push((on) => placeGrid(frame, page, { x: sheet.left, y, block: index }, on));
    sheet.used = mpt(sheet.used + pageHeight(page));
    const pieces = page.pieces.map(({ row, repeat, last }, n) => ({
      row,
      repeat,
      last,
      height: page.heights[n] ?? ZERO,
    }));
    return { room, pieces };
  });
}
