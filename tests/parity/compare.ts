import type { PagedDocument, TablePage } from '../../src/layout/index.ts';
import type { MeasuredDocument, MeasuredGrid } from '../../src/measure/index.ts';
import type { PdfContent } from '../../src/read/index.ts';
import { firstRowsOf } from './first-rows.ts';

/** A document with its pages, and the pages that LibreOffice made of its DOCX. */
export type Compared = {
  readonly name: string;
  readonly measured: MeasuredDocument;
  readonly paged: PagedDocument;
  readonly seen: PdfContent;
};

/** A page that begins elsewhere: by how much, and how much would be explained by headers that are not repeated; points. */
export type Difference = {
  readonly page: number;
  readonly expected: number;
  readonly found: number | null;
  readonly distance: number;
  readonly allowed: number;
};

export type Verdict = {
  readonly name: string;
  readonly pages: number;
  readonly foundPages: number;
  readonly differences: readonly Difference[];
  readonly passes: boolean;
};

/**
 * The page counts are the same, and a page begins with the same row, or with a later one that is no farther than the room
 * which headers printed again take on this and all earlier pages: this much a reader has to spare who repeats none.
 */
export function compare({ name, measured, paged, seen }: Compared): Verdict {
  const pages = paged.pages.length;
  const foundPages = seen.pages.length;
  const differences = differencesOf(tableOf(measured), paged, seen);
  const passes =
    pages === foundPages && differences.every(({ found, distance, allowed }) => found !== null && distance <= allowed);
  return { name, pages, foundPages, differences, passes };
}

function differencesOf(grid: MeasuredGrid, paged: PagedDocument, seen: PdfContent): Difference[] {
  const [table] = paged.tables;
  if (table === undefined) return [];
  const skipped = paged.pages.length - table.pages.length;
  const before = skipped > 0 && paged.pages[0]?.boxes.length === 0 ? 1 : 0;
  const starts = [...Array<undefined>(before).fill(undefined), ...table.pages.map(startOf)];
  const found = firstRowsOf(seen, grid, starts);
  const heights = rowHeights(table.pages);
  let allowed = 0;
  return starts.flatMap((expected, page) => {
    allowed += sumOf(table.pages[page - 1 - before]?.pieces.filter(({ repeat }) => repeat) ?? []);
    if (expected === undefined || found[page] === expected) return [];
    const row = found[page] ?? null;
    const distance =
      row === null || row < expected
        ? Number.POSITIVE_INFINITY
        : sumOf(heights.slice(expected, row).map((height) => ({ height })));
    return { page: page + 1, expected, found: row, distance, allowed };
  });
}

export function tableOf({ sections }: MeasuredDocument): MeasuredGrid {
  const grid = sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'grid');
  if (grid === undefined) throw new Error('a document without a table');
  return grid;
}

const startOf = ({ pieces }: TablePage): number | undefined => pieces.find(({ repeat }) => !repeat)?.row;

/** The height of each row over all pages, in mpt. */
function rowHeights(pages: readonly TablePage[]): number[] {
  const heights: number[] = [];
  for (const { row, height, repeat } of pages.flatMap(({ pieces }) => pieces)) {
    if (!repeat) heights[row] = (heights[row] ?? 0) + height;
  }
  return heights;
}

/** In points. */
const sumOf = (parts: readonly { readonly height: number }[]): number =>
  parts.reduce((sum, { height }) => sum + height, 0) / 1000;
