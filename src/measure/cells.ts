import { type Align, type AlignWish, type Length, mpt, pt, type TextStyle, ZERO } from '../base/index.ts';
import type { CellSpec, Paragraph } from '../form/index.ts';
import type { Grid, GridCell } from '../grid/index.ts';
import { type Breakable, NARROW, stretchAround, widthOf } from '../text/index.ts';
import { countLines, type Prepared, type Typesetter } from './paragraphs.ts';
import type { Setup } from './setup.ts';
import type { MeasuredCell, MeasuredParagraph } from './types.ts';

/**
 * First-line indent in ems where a form leaves it to us, and how many ems wide a cell must be for it (CLREQ 6.2.1.1); in a
 * narrower one half of it, and only to tell several paragraphs apart. A text of fewer lines is a name rather than prose.
 */
const INDENT = 2;
const WIDE = 24;
const PROSE = 3;

/** What is left between text and rule where text would not fit otherwise; for Word too. */
export const LEAST_PADDING = pt(1);

/** In a vertical label the distance from character to character, in parts of the size. */
const VERTICAL_PITCH = 1.25;

/** Sets the text of a grid cell in its width; `ready` are its paragraphs where they are prepared already. */
export function measureCell(
  cell: GridCell,
  grid: Grid,
  { setup, typesetter }: Tools,
  ready: readonly Prepared[] | null = null,
): MeasuredCell {
  const { padX, padY, continued } = setup.table;
  const usual = setup.styles[cell.role];
  const style = cell.direction === 'vertical' ? uprightStyle(usual) : usual;
  const outer = (grid.edges[cell.x + cell.width] as number) - (grid.edges[cell.x] as number);
  const width = mpt(Math.max(outer - 2 * padX, style.size));
  const prepared = ready ?? prepare(cell.paragraphs, style, typesetter);
  const beyond = cell.role === 'cell' ? reachOf(prepared, width, padX) : ZERO;
  const room = { style, width: mpt(width + 2 * beyond), setup, typesetter };
  const { paragraphs, align } = setTexts(prepared, cell, room);
  const lineCount = Math.max(1, countLines(paragraphs));
  const gap = cell.role === 'cell' ? setup.paragraph.gap : ZERO;
  const repeats = continued !== '' && (cell.role === 'label' ? cell.height > 1 : isFirst(cell, grid));
  return {
    style,
    align,
    width,
    beyond,
    paragraphs,
    lineCount,
    gap,
    starts: startsOf(paragraphs),
    again: repeats
      ? setTexts([...prepared, typesetter.prepare(wordOf(continued, cell), style)], cell, room).paragraphs
      : null,
    need: mpt(lineCount * style.pitch + Math.max(0, paragraphs.length - 1) * gap + 2 * padY),
  };
}

/**
 * How far a value that cannot be parted, such as an amount, reaches into the padding on either side, because it would be
 * broken otherwise: as a careful clerk would set it.
 */
export function reachOf([only, ...others]: readonly Prepared[], width: Length, padX: Length): Length {
  if (only === undefined || others.length > 0) return ZERO;
  const { breakable } = only;
  const lack = widthOf(breakable, 0, breakable.blank.length) - width;
  if (lack <= 0 || lack > 2 * (padX - LEAST_PADDING) || !isWhole(breakable)) return ZERO;
  return mpt(Math.ceil(lack / 2));
}

/** Whether a text cannot be parted, as an amount cannot. */
export const isWhole = (breakable: Breakable): boolean => stretchAround(breakable, 0).end >= breakable.blank.length;

/** Whether a cell is the first of those that stand in its row alone, and so may be its name. */
const isFirst = ({ x, y }: GridCell, grid: Grid): boolean =>
  grid.cells[(grid.slots[y] ?? []).find((id) => grid.cells[id]?.height === 1) ?? -1]?.x === x;

/** One object for each style, so that what is remembered of texts in it is found again. */
const uprightStyles = new WeakMap<TextStyle, TextStyle>();

function uprightStyle(style: TextStyle): TextStyle {
  const known = uprightStyles.get(style);
  if (known !== undefined) return known;
  const upright = { ...style, pitch: mpt(Math.min(style.pitch, style.size * VERTICAL_PITCH)) };
  uprightStyles.set(style, upright);
  return upright;
}

/** The numbers of the lines with which second and further paragraphs begin. */
function startsOf(paragraphs: readonly MeasuredParagraph[]): readonly number[] {
  const starts: number[] = [];
  let line = 0;
  for (const { lines } of paragraphs) {
    if (line > 0) starts.push(line);
    line += lines.length;
  }
  return starts;
}

/** The word that says that a label goes on, on a line of its own. */
const wordOf = (word: string, { at }: GridCell): Paragraph => ({
  runs: [{ text: word, origin: { kind: 'generated', span: at } }],
});

/** How a document is set, and what sets it. */
export type Tools = { readonly setup: Setup; readonly typesetter: Typesetter };

type Room = Tools & { readonly style: TextStyle; readonly width: Length };

type Texts = { readonly paragraphs: readonly MeasuredParagraph[]; readonly align: Align };

/** How the text of a cell is set: what of a cell decides it. */
type Wish = Pick<CellSpec, 'role' | 'align' | 'direction' | 'spread'>;

/** Paragraphs as glyphs in a style. */
export const prepare = (texts: readonly Paragraph[], style: TextStyle, typesetter: Typesetter): Prepared[] =>
  texts.map((text) => typesetter.prepare(text, style));

/** Sets paragraphs as a cell asks for; also those of lines above and below a table. */
export function setTexts(prepared: readonly Prepared[], wish: Wish, { style, width, setup, typesetter }: Room): Texts {
  const lines = (paragraphs: readonly MeasuredParagraph[]): Texts => ({
    paragraphs,
    align: settleAlign(wish.align, countLines(paragraphs)),
  });
  if (wish.direction === 'vertical') return lines(prepared.map((one) => typesetter.stack(one, width)));
  const spread = mpt(Math.min(wish.spread * style.size, width));
  if (spread > 0 && prepared.length === 1 && widthAtMost(prepared[0] as Prepared, spread))
    return lines(prepared.map((one) => typesetter.spread(one, spread)));
  if (wish.role === 'label') return lines(prepared.map((one) => typesetter.even(one, width)));

  const filled = prepared.map((one) => typesetter.lines(one, width));
  const count = filled.reduce((sum, { length }) => sum + length, 0);
  const narrow = width < NARROW * style.size;
  const align = narrow ? narrowAlign(wish.align, count) : settleAlign(wish.align, count);
  const indent = align === 'justify' ? indentOf(setup, { count, texts: prepared.length, width, style }) : ZERO;
  const paragraphs = prepared.map((one, i) => {
    const own = beginsBlank(one) ? ZERO : indent;
    const lines = own === 0 ? filled[i] : undefined;
    return typesetter.fill(one, { width, indent: own, justify: align === 'justify', lines });
  });
  return { paragraphs, align };
}

const widthAtMost = ({ breakable }: Prepared, width: number): boolean => (breakable.spacing.right.at(-1) ?? 0) <= width;

/** Authors who typed an indent get no second one. */
const beginsBlank = ({ breakable }: Prepared): boolean => breakable.blank.length === 0 || breakable.blank[0] === 1;

function indentOf({ paragraph }: Setup, { count, texts, width, style }: Extent): Length {
  const { size } = style;
  const several = texts > 1 && count > texts;
  if (!several && count < PROSE) return ZERO;
  if (paragraph.indent !== 'auto') return mpt(Math.min(paragraph.indent * size, width / 2));
  if (width >= WIDE * size) return mpt(INDENT * size);
  return several ? mpt((INDENT / 2) * size) : ZERO;
}

/** How much text stands in a cell: lines and paragraphs. */
type Extent = {
  readonly count: number;
  readonly texts: number;
  readonly width: Length;
  readonly style: TextStyle;
};

/** In a narrow cell nothing is justified, and a value of two short lines is still a value. */
function narrowAlign(wish: AlignWish, lines: number): Align {
  if (wish === 'auto') return lines > 2 ? 'left' : 'center';
  return wish === 'justify' ? 'left' : wish;
}

const settleAlign = (wish: AlignWish, lines: number): Align =>
  wish !== 'auto' ? wish : lines > 1 ? 'justify' : 'center';
