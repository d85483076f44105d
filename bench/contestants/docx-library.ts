import { readFileSync } from 'node:fs';
import {
  AlignmentType,
  Document,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { tableFile } from '../folders.ts';
import type { TableCell as Cell, CellTable, Lettering } from '../records/table.ts';
import type { Contestant } from './contestant.ts';

const twips = (points: number): number => Math.round(points * 20);

const sides = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
};

const paragraphs = (text: string, { family, size, pitch }: Lettering, align: Cell['align']): Paragraph[] =>
  text.split('\n').map(
    (line) =>
      new Paragraph({
        alignment: sides[align],
        spacing: { line: twips(pitch), lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text: line, font: family, size: Math.floor(size * 2) })],
      }),
  );

/** The same table as a program writes it with the docx library: merges, widths and faces given, no decision left. */
export const docxOf = (table: CellTable): Promise<Buffer> => Packer.toBuffer(build(table));

function build({ page, lettering, headings, widths, cells, padX, padY }: CellTable): Document {
  const columns = widths.map(twips);
  const rows = new Map<number, Cell[]>();
  for (const cell of cells) rows.set(cell.y, [...(rows.get(cell.y) ?? []), cell]);
  const margins = { top: twips(padY), bottom: twips(padY), left: twips(padX), right: twips(padX) };
  const cellOf = ({ x, w, h, label, align, text }: Cell): TableCell =>
    new TableCell({
      columnSpan: w,
      rowSpan: h,
      verticalAlign: VerticalAlignTable.CENTER,
      margins,
      width: { size: columns.slice(x, x + w).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      children: paragraphs(text, label ? lettering.label : lettering.cell, align),
    });
  const size = { width: twips(page.width ?? 0), height: twips(page.height ?? 0) };
  const margin = {
    top: twips(page.top ?? 0),
    bottom: twips(page.bottom ?? 0),
    left: twips(page.left ?? 0),
    right: twips(page.right ?? 0),
  };
  return new Document({
    sections: [
      {
        properties: { page: { size, margin } },
        children: [
          ...headings.flatMap(({ role, text }) => paragraphs(text, lettering[role], 'center')),
          new Table({
            layout: TableLayoutType.FIXED,
            columnWidths: columns,
            rows: [...rows]
              .sort(([a], [b]) => a - b)
              .map(([, row]) => new TableRow({ children: row.sort((a, b) => a.x - b.x).map(cellOf) })),
          }),
        ],
      },
    ],
  });
}

export const docxLibrary: Contestant = {
  open: async () => async (index) => {
    const table = JSON.parse(readFileSync(tableFile(index), 'utf8')) as CellTable;
    return { bytes: (await docxOf(table)).length, pages: null };
  },
};
