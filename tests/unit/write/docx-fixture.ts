import {
  type Align,
  type Direction,
  type FaceTable,
  type Length,
  mm,
  mpt,
  type Paper,
  pt,
  type Role,
  type Span,
  type Styles,
  type TableStyle,
  type TextStyle,
  type VerticalAlign,
  ZERO,
} from '../../../src/base/index.ts';
import type { Grid, GridCell, HeaderScope } from '../../../src/grid/index.ts';
import type {
  MeasuredBlock,
  MeasuredDocument,
  MeasuredGrid,
  MeasuredHeading,
  MeasuredLines,
  MeasuredParagraph,
} from '../../../src/measure/index.ts';
import { type Line, makeBreakable } from '../../../src/text/index.ts';

const at: Span = { file: 'a.hbs', start: 0, end: 0 };

export const faces: FaceTable = new Map([
  ['小标宋', { files: [], deskName: '方正小标宋简体' }],
  ['宋体', { files: [], deskName: '宋体' }],
  ['仿宋', { files: [], deskName: '仿宋' }],
]);

const style = (face: string, size: number, pitch: number): TextStyle => ({ face, size: pt(size), pitch: pt(pitch) });

export const styles: Styles = {
  annex: style('宋体', 16, 24),
  title: style('小标宋', 22, 30),
  subtitle: style('仿宋', 14, 20),
  line: style('仿宋', 12, 18),
  label: style('宋体', 10.5, 15),
  cell: style('仿宋', 10.5, 15),
  folio: style('宋体', 14, 18),
};

export const paper: Paper = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  bottom: mm(35),
  left: mm(28),
  right: mm(26),
  mirrored: false,
  folio: 'gbt9704',
};

const table: TableStyle = { padX: pt(3), padY: pt(2), rule: pt(0.5), continued: '' };

/** A fake typesetter, Han 1 em and the rest ½ em; the writer looks at no line, only at how many there are. */
const widthOf = (text: string, size: Length): number =>
  [...text].reduce((sum, character) => sum + (character < '\u2000' ? size / 2 : size), 0);

const noText = makeBreakable(
  {
    runs: [],
    style: styles.cell,
    codePoints: [],
    glyphs: [],
    advances: [],
    starts: [],
    missing: [],
  },
  'gb',
);

export const paragraph = (text: string, inset = 0): MeasuredParagraph => ({
  source: { runs: text === '' ? [] : [{ text, origin: { kind: 'template', span: at } }] },
  breakable: noText,
  lines: [],
  inset: mpt(inset),
  indent: mpt(0),
  justified: false,
});

/** A cell of a test grid: place, then text (a list is several paragraphs). */
type CellInit = {
  readonly place: readonly [x: number, y: number, width?: number, height?: number];
  readonly text: string | readonly string[];
  readonly role?: 'label' | 'cell';
  readonly align?: Align;
  readonly valign?: VerticalAlign;
  readonly direction?: Direction;
  readonly style?: TextStyle;
  readonly inset?: number;
};

export type GridInit = {
  readonly edges: readonly Length[];
  readonly cells: readonly CellInit[];
  readonly headers?: readonly HeaderScope[];
};

export function measuredGrid(init: GridInit): MeasuredGrid {
  const cells = init.cells.map((one): GridCell => {
    const [x, y, width = 1, height = 1] = one.place;
    const { role = 'cell', align = 'center', valign = 'middle', direction = 'horizontal' } = one;
    return { x, y, width, height, role, align, valign, direction, spread: 0, indent: 0, paragraphs: [], at };
  });
  const rows = Math.max(...cells.map((cell) => cell.y + cell.height));
  const slots = Array.from({ length: rows }, (_, y) =>
    init.edges.slice(1).map((_edge, x) => cells.findIndex((cell) => covers(cell, x, y))),
  );
  const grid: Grid = { kind: 'grid', edges: init.edges, rows, cells, slots, headers: init.headers ?? [], keeps: [] };
  return {
    kind: 'grid',
    grid,
    table,
    cells: init.cells.map((one, id) => {
      const cell = cells[id] as GridCell;
      const texts = typeof one.text === 'string' ? [one.text] : one.text;
      const set = one.style ?? styles[cell.role];
      const edge = (x: number) => init.edges[x] as Length;
      const width = mpt(edge(cell.x + cell.width) - edge(cell.x) - 2 * table.padX);
      const lines = texts.map((text) =>
        Math.max(1, Math.ceil(widthOf(text, set.size) / (width - 2 * (one.inset ?? 0)))),
      );
      const lineCount = Math.max(
        1,
        lines.reduce((a, b) => a + b, 0),
      );
      const run = cell.direction === 'vertical' ? widthOf(texts.join(''), set.size) : lineCount * set.pitch;
      return {
        style: set,
        align: one.align ?? 'center',
        width,
        left: mpt(0),
        beyond: ZERO,
        paragraphs: texts.map((text) => paragraph(text, one.inset)),
        lineCount,
        gap: mpt(0),
        starts: [],
        again: null,
        need: mpt(run + 2 * table.padY),
      };
    }),
  };
}

const covers = (cell: GridCell, x: number, y: number): boolean =>
  x >= cell.x && x < cell.x + cell.width && y >= cell.y && y < cell.y + cell.height;

export const heading = (role: 'title' | 'subtitle', ...texts: readonly string[]): MeasuredHeading => ({
  kind: 'heading',
  role,
  align: 'center',
  style: styles[role],
  paragraphs: texts.map((text) => paragraph(text)),
  height: mpt(styles[role].pitch * texts.length),
  after: pt(6),
});

/** Two lines side by side, the second one ranged right, with 10 pt between them and `drop` above them. */
const twoLines = (left: string, right: string, drop: Length = mpt(0)): MeasuredLines => ({
  kind: 'lines',
  style: styles.line,
  cells: [
    { x: pt(0), width: pt(220), align: 'left', paragraphs: [paragraph(left)] },
    { x: pt(230), width: mpt(mm(156) - pt(230)), align: 'right', paragraphs: [paragraph(right)] },
  ],
  height: pt(20),
  drop,
  seal: false,
  keep: 'none',
});

const noLine: Line = { fragments: [], offset: mpt(0), width: mpt(0), trailing: '', turned: false };

/** The same where the first text takes two lines. */
const tallLines = (lines: MeasuredLines): MeasuredLines => ({
  ...lines,
  cells: lines.cells.map((cell, i) => ({
    ...cell,
    paragraphs: cell.paragraphs.map((one) => ({ ...one, lines: i === 0 ? [noLine, noLine] : [noLine] })),
  })),
});

/** Column edges from parts of the type area. */
export function edges(...parts: readonly number[]): Length[] {
  const whole = parts.reduce((a, b) => a + b, 0);
  const upTo = (count: number) => parts.slice(0, count).reduce((a, b) => a + b, 0);
  return [0, ...parts].map((_part, count) => mpt((upTo(count) / whole) * mm(156)));
}

export const measured = (
  blocks: readonly MeasuredBlock[],
  changes: {
    readonly title?: string;
    readonly paper?: Partial<Paper>;
    readonly styles?: Partial<Record<Role, TextStyle>>;
  } = {},
): MeasuredDocument => ({
  meta: { title: changes.title ?? '绩效目标表', author: '财政局', language: 'zh-CN' },
  styles: { ...styles, ...changes.styles },
  sections: [{ paper: { ...paper, ...changes.paper }, blocks }],
});

/** Nested spans, a balanced label, a vertical one, an own size, and two headings. */
export const nested = measuredGrid({
  edges: edges(8, 14, 14, 20, 24),
  headers: [{ first: 0, end: 1, until: 6 }],
  cells: [
    { place: [0, 0, 5], text: '部门（单位）名称', role: 'label' },
    { place: [0, 1, 1, 5], text: '绩效指标', role: 'label', direction: 'vertical' },
    { place: [1, 1, 1, 2], text: '产出指标', role: 'label', inset: 10_000 },
    { place: [2, 1, 2], text: ['甲', '乙'], align: 'justify', valign: 'top' },
    { place: [4, 1], text: '3,109.75', align: 'right' },
    { place: [2, 2, 1, 2], text: '跨两行', role: 'label' },
    { place: [3, 2, 2], text: '' },
    { place: [1, 3, 1, 3], text: '效益指标', role: 'label' },
    { place: [3, 3], text: '小字', style: { face: '宋体', size: pt(9), pitch: pt(13) } },
    { place: [4, 3], text: '一'.repeat(110), align: 'left', valign: 'bottom' },
    { place: [2, 4, 3, 2], text: '末两行' },
  ],
});
/** Lines of one line above a table, and of two below it. */
export const whole = measured([
  heading('title', '部门整体预算', '绩效目标表'),
  twoLines('填报单位（盖章）：', '单位：万元'),
  nested,
  tallLines(twoLines('填表人：', '2025年', pt(6))),
]);
