import type { MeasuredGrid } from '../../src/measure/index.ts';
import { boxesOf, type PdfContent, type PdfPage } from '../../src/read/index.ts';

/**
 * The row with which each page of a table begins, as far as a PDF shows it; null where no row can be made out. Where
 * several rows look alike, the one that is expected there is preferred.
 */
export function firstRowsOf(
  pdf: PdfContent,
  { grid }: MeasuredGrid,
  expected: readonly (number | undefined)[],
): (number | null)[] {
  const texts = rowTexts(grid);
  const begin = expected.findIndex((row) => row !== undefined);
  let from = 0;
  return pdf.pages.map((page, i) => {
    const lines = boxLines(page);
    const header = i === begin ? 0 : repeatedLines(lines, texts, grid.headers[0]?.end ?? 0);
    const seen = lines[header] ?? [];
    const fitting = texts.flatMap((row, y) => (y >= from && matches(seen, row) ? y : []));
    const found = fitting.find((y) => y === expected[i]) ?? fitting[0];
    if (found === undefined) return null;
    from = found;
    return found;
  });
}

/** The texts of the cells that stand in each row alone. */
function rowTexts(grid: MeasuredGrid['grid']): string[][] {
  const rows: string[][] = Array.from({ length: grid.rows }, () => []);
  for (const { y, height, paragraphs } of grid.cells) {
    const text = inked(paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join(''));
    if (height === 1) rows[y]?.push(text);
  }
  return rows;
}

/** How many lines of boxes at a page's top are header rows of the table's top printed again. */
function repeatedLines(
  lines: readonly (readonly string[])[],
  texts: readonly (readonly string[])[],
  headers: number,
): number {
  let count = 0;
  while (count < headers && lines[count]?.join() === texts[count]?.filter((text) => text !== '').join()) count += 1;
  return count;
}

/** The texts of the boxes of a page, one list for all boxes with the same upper edge. */
function boxLines(page: PdfPage): string[][] {
  const tops: number[] = [];
  const lines: string[][] = [];
  for (const { y, text } of boxesOf(page).toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    if (tops.length === 0 || y > (tops.at(-1) as number) + 2) {
      tops.push(y);
      lines.push([]);
    }
    if (inked(text) !== '') lines.at(-1)?.push(inked(text));
  }
  return lines;
}

/** A row is known by its cells, of which a page may show the end only; labels over several rows may stand beside it. */
function matches(seen: readonly string[], row: readonly string[]): boolean {
  const own = row.filter((text) => text !== '');
  const shown = own.filter((text) => seen.some((one) => text === one || (one.length > 3 && text.endsWith(one))));
  if (shown.length > 0 && shown.length === own.length) return true;
  return seen.length > 0 && seen.every((one) => own.some((text) => text.includes(one)));
}

/** LibreOffice writes a hyphen at a line's end as a soft one. */
const inked = (text: string): string => text.replace(/[\s\u00ad-]+/g, '');
