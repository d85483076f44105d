import type { Align, FaceTable, Styles, TextStyle } from '../../src/base/index.ts';
import type { Paragraph } from '../../src/form/index.ts';
import type { MeasuredDocument, MeasuredGrid } from '../../src/measure/index.ts';

/** How a text is set: the font's family and weight as the file has them; size and pitch in points. */
export type Lettering = {
  readonly family: string;
  readonly weight: number;
  readonly size: number;
  readonly pitch: number;
};

/** One cell: column, row, columns covered, rows covered. */
export type TableCell = {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly label: boolean;
  readonly align: Align;
  readonly text: string;
};

/** A form with all its decisions made but the lines and the pages; lengths in points. */
export type CellTable = {
  readonly title: string;
  readonly page: Readonly<Record<'width' | 'height' | 'top' | 'bottom' | 'left' | 'right', number>>;
  readonly lettering: Readonly<Record<keyof Styles, Lettering>>;
  readonly padX: number;
  readonly padY: number;
  readonly rule: number;
  readonly headings: readonly {
    readonly role: 'annex' | 'title' | 'subtitle';
    readonly text: string;
    readonly after: number;
  }[];
  readonly widths: readonly number[];
  readonly cells: readonly TableCell[];
};

const points = (thousandths: number): number => thousandths / 1000;

/** The font files that each contestant is given. */
const fonts: Readonly<Record<string, Pick<Lettering, 'family' | 'weight'>>> = {
  '宋体-400.ttf': { family: 'Noto Serif SC', weight: 400 },
  '宋体-700.ttf': { family: 'Noto Serif SC', weight: 700 },
  '黑体-400.ttf': { family: 'Noto Sans SC', weight: 400 },
};

export const fontFiles: readonly string[] = [...Object.keys(fonts), '符号.ttf', '上下标.ttf'];

/** The cell table of a measured document of one section with headings and one grid; throws for others. */
export function cellTable(document: MeasuredDocument, faces: FaceTable): CellTable {
  const [section, ...more] = document.sections;
  if (section === undefined || more.length > 0) throw new Error('the benchmark sets forms of one section');
  const { paper, blocks } = section;
  const grids = blocks.filter((block) => block.kind === 'grid');
  const headings = blocks.filter((block) => block.kind === 'heading');
  const grid = grids[0];
  if (grid === undefined || grids.length + headings.length !== blocks.length || grids.length > 1) {
    throw new Error('the benchmark sets forms of headings and one table');
  }
  return {
    title: document.meta.title,
    page: {
      width: points(paper.width),
      height: points(paper.height),
      top: points(paper.top),
      bottom: points(paper.bottom),
      left: points(paper.left),
      right: points(paper.right),
    },
    lettering: letterings(document.styles, faces),
    padX: points(grid.table.padX),
    padY: points(grid.table.padY),
    rule: points(grid.table.rule),
    headings: headings.map(({ role, paragraphs, after }) => ({
      role,
      text: paragraphs.map(({ source }) => textOf(source)).join('\n'),
      after: points(after),
    })),
    widths: grid.grid.edges.slice(1).map((edge, i) => points(edge - (grid.grid.edges[i] ?? 0))),
    cells: tableCells(grid),
  };
}

/** Alignment is the settled one: another program need not find out which texts take one line. */
const tableCells = ({ grid, cells }: MeasuredGrid): TableCell[] =>
  grid.cells.map((cell, i) => ({
    x: cell.x,
    y: cell.y,
    w: cell.width,
    h: cell.height,
    label: cell.role === 'label',
    align: cells[i]?.align ?? 'center',
    text: cell.paragraphs.map(textOf).join('\n'),
  }));

const textOf = ({ runs }: Paragraph): string => runs.map(({ text }) => text).join('');

function letterings(styles: Styles, faces: FaceTable): CellTable['lettering'] {
  const one = ({ face, size, pitch }: TextStyle): Lettering => {
    const file = faces.get(face)?.files[0]?.split('/').at(-1) ?? '';
    const font = fonts[file];
    if (font === undefined) throw new Error(`the benchmark does not know the font file ${file} of ${face}`);
    return { ...font, size: points(size), pitch: points(pitch) };
  };
  const { annex, title, subtitle, line, label, cell, folio } = styles;
  return {
    annex: one(annex),
    title: one(title),
    subtitle: one(subtitle),
    line: one(line),
    label: one(label),
    cell: one(cell),
    folio: one(folio),
  };
}
