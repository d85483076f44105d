import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pdfmake from 'pdfmake';
import { root, tableFile } from '../folders.ts';
import type { CellTable, Lettering } from '../records/table.ts';
import type { Contestant } from './contestant.ts';

const file = (name: string): string => join(root, 'fonts', name);
const face = (normal: string, bold = normal) => ({ normal, bold, italics: normal, bolditalics: bold });

/** The line height that pdfmake multiplies: its own lines are as high as the font says, 1.437 of the size. */
const FONT_HEIGHT = 1.437;

const style = ({ family, weight, size, pitch }: Lettering) => ({
  font: family,
  bold: weight >= 700,
  fontSize: size,
  lineHeight: pitch / (size * FONT_HEIGHT),
});

/** The same table: sheet, faces, sizes, widths, merges and settled alignments. */
function definition({ title, page, lettering, headings, widths, cells, padX, padY, rule }: CellTable) {
  const rows = Math.max(...cells.map(({ y, h }) => y + h));
  const body: unknown[][] = Array.from({ length: rows }, () => Array<unknown>(widths.length).fill(''));
  for (const { x, y, w, h, label, align, text } of cells) {
    const row = body[y] as unknown[];
    row[x] = { text, colSpan: w, rowSpan: h, alignment: align, ...style(label ? lettering.label : lettering.cell) };
  }
  return {
    info: { title },
    pageSize: { width: page.width, height: page.height },
    pageMargins: [page.left, page.top, page.right, page.bottom],
    defaultStyle: style(lettering.cell),
    content: [
      ...headings.map(({ role, text }) => ({ text, alignment: 'center', ...style(lettering[role]) })),
      {
        table: { widths: widths.map((width) => width - 2 * padX - rule), body, dontBreakRows: true },
        layout: {
          hLineWidth: () => rule,
          vLineWidth: () => rule,
          paddingLeft: () => padX,
          paddingRight: () => padX,
          paddingTop: () => padY,
          paddingBottom: () => padY,
        },
      },
    ],
  };
}

export const pdfmakeTable: Contestant = {
  open: async () => {
    pdfmake.setFonts({
      'Noto Serif SC': face(file('宋体-400.ttf'), file('宋体-700.ttf')),
      'Noto Sans SC': face(file('黑体-400.ttf')),
    });
    pdfmake.setLocalAccessPolicy(() => true);
    pdfmake.setUrlAccessPolicy(() => false);
    return async (index) => {
      const table = JSON.parse(readFileSync(tableFile(index), 'utf8')) as CellTable;
      const bytes = await pdfmake.createPdf(definition(table)).getBuffer();
      return { bytes: bytes.length, pages: null };
    };
  },
};
