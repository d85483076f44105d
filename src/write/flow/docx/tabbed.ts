import type { Align, Length } from '../../../base/index.ts';
import type { MeasuredLines } from '../../../measure/index.ts';
import { exactLine, lookOf, type StyleSheet } from './look.ts';
import { beginning, type Placing, run, sourceText } from './paragraph.ts';
import { twips } from './units.ts';

/** Whether every cell has one line at most, so that the cells can stand in one paragraph. */
export const isOneLine = ({ cells }: MeasuredLines): boolean =>
  cells.every(({ paragraphs }) => paragraphs.reduce((sum, { lines }) => sum + lines.length, 0) <= 1);

/**
 * Lines above or below a table whose cells have one line each: a paragraph with a tab stop for each cell. Beside a table
 * that ends a page LibreOffice sometimes draws a second table over the next page; a paragraph never.
 */
export function tabbedLines(
  { cells, style, height, drop }: MeasuredLines,
  sheet: StyleSheet,
  placing: Placing,
): string {
  const look = lookOf(sheet, 'line', style);
  let tabs = '';
  let runs = '';
  let last = 0;
  cells.forEach(({ x, width, align, paragraphs }, i) => {
    const text = paragraphs.map(sourceText).join('');
    if (i > 0 || align === 'center' || align === 'right') {
      // What ends at a stop and what begins there need two: readers know one stop at a place.
      last = Math.max(last + BESIDE, twips(stopOf(x, width, align)));
      tabs += `<w:tab w:val="${STOPS[align]}" w:pos="${last}"/>`;
      runs += '<w:r><w:tab/></w:r>';
    }
    runs += run(text, look, 0);
  });
  const after = Math.max(0, height - drop - style.pitch) as Length;
  const spacing = `<w:spacing w:before="${twips(drop)}" w:after="${twips(after)}"${exactLine(style)}/>`;
  const stops = tabs === '' ? '' : `<w:tabs>${tabs}</w:tabs>`;
  return `${beginning(look, placing)}${stops}${spacing}</w:pPr>${runs}</w:p>`;
}

/** How far a stop is from the one before it, in twips. */
const BESIDE = 10;

const STOPS: Readonly<Record<Align, string>> = { left: 'left', center: 'center', right: 'right', justify: 'left' };

const stopOf = (x: Length, width: Length, align: Align): Length =>
  (align === 'center' ? x + width / 2 : align === 'right' ? x + width : x) as Length;
