import { type Length, mpt, pt, type TextStyle, ZERO } from '../base/index.ts';
import type { CellSpec, Paragraph } from '../form/index.ts';
import type { Grid, GridCell } from '../grid/index.ts';
import { type Breakable, stretchAround, widthOf } from '../text/index.ts';
import { countLines, type Prepared, startsOf } from './paragraphs.ts';
import { prepare, setTexts, type Tools } from './texts.ts';
import type { MeasuredCell } from './types.ts';

/** What is left between text and rule where text would not fit otherwise; for Word too. */
export const LEAST_PADDING = pt(1);

/** In a vertical label the distance from character to character, in parts of the size. */
const VERTICAL_PITCH = 1.25;

/** Sets the text of a grid cell in its width. */
export const measureCell = (cell: GridCell, grid: Grid, tools: Tools): MeasuredCell =>
  setCell(cell, grid, tools, { ready: null, continues: false });

/** Sets the text of a measured cell anew; `continues`: it says that it goes on where it is printed again. */
export const measureAgain = (
  cell: GridCell,
  grid: Grid,
  tools: Tools,
  { paragraphs, continues }: Pick<MeasuredCell, 'paragraphs'> & { readonly continues: boolean },
): MeasuredCell => setCell(cell, grid, tools, { ready: paragraphs, continues });

/** `ready` are the paragraphs of a cell where they are prepared already. */
function setCell(
  cell: GridCell,
  grid: Grid,
  { setup, typesetter }: Tools,
  { ready, continues }: { readonly ready: readonly Prepared[] | null; readonly continues: boolean },
): MeasuredCell {
  const { padX, padY, continued } = setup.table;
  const usual = setup.styles[cell.role];
  const style = cell.direction === 'vertical' ? uprightStyle(usual) : usual;
  const outer = (grid.edges[cell.x + cell.width] as number) - (grid.edges[cell.x] as number);
  const left = indentOf(cell, mpt(outer - 2 * padX), style);
  const width = mpt(Math.max(outer - 2 * padX - left, style.size));
  const prepared = ready ?? prepare(cell.paragraphs, style, typesetter);
  const beyond = cell.role === 'cell' ? reachOf(prepared, width, padX) : ZERO;
  const room = { style, width: mpt(width + 2 * beyond), setup, typesetter };
  const { paragraphs, align } = setTexts(prepared, cell, room);
  const lineCount = Math.max(1, countLines(paragraphs));
  const gap = cell.role === 'cell' ? setup.paragraph.gap : ZERO;
  return {
    style,
    align,
    left,
    width,
    beyond,
    paragraphs,
    lineCount,
    gap,
    starts: startsOf(paragraphs),
    again: continues
      ? setTexts([...prepared, typesetter.prepare(wordOf(continued, cell), style)], cell, room).paragraphs
      : null,
    need: mpt(lineCount * style.pitch + Math.max(0, paragraphs.length - 1) * gap + 2 * padY),
  };
}

/** What a cell's indent takes of the room between its paddings: half of it at most. */
export const indentOf = (
  { indent, direction }: Pick<CellSpec, 'indent' | 'direction'>,
  room: Length,
  { size }: TextStyle,
): Length => (indent === 0 || direction === 'vertical' ? ZERO : mpt(Math.max(0, Math.min(indent * size, room / 2))));

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

/** One object for each style, so that what is remembered of texts in it is found again. */
const uprightStyles = new WeakMap<TextStyle, TextStyle>();

function uprightStyle(style: TextStyle): TextStyle {
  const known = uprightStyles.get(style);
  if (known !== undefined) return known;
  const upright = { ...style, pitch: mpt(Math.min(style.pitch, style.size * VERTICAL_PITCH)) };
  uprightStyles.set(style, upright);
  return upright;
}

/** The word that says that a label goes on, on a line of its own. */
const wordOf = (word: string, { at }: GridCell): Paragraph => ({
  runs: [{ text: word, origin: { kind: 'generated', span: at } }],
});
