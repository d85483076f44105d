import { type Align, type AlignWish, type Length, mpt, type TextStyle, ZERO } from '../base/index.ts';
import type { CellSpec, Paragraph } from '../form/index.ts';
import { NARROW } from '../text/index.ts';
import { countLines, type Prepared, type Typesetter } from './paragraphs.ts';
import type { Setup } from './setup.ts';
import type { MeasuredParagraph } from './types.ts';

/**
 * The indent of first lines in ems, where a form leaves it to us and the measure is at least `WIDE` ems wide (CLREQ
 * 6.2.1.1). In a narrower one half of it tells several paragraphs apart.
 */
const INDENT = 2;
const WIDE = 24;
/** A single paragraph of fewer lines is a name rather than prose, and not indented. */
const PROSE = 3;

/** How a document is set, and what sets it. */
export type Tools = { readonly setup: Setup; readonly typesetter: Typesetter };

/** What texts are set in. */
type Room = Tools & { readonly style: TextStyle; readonly width: Length };

/** Texts that are set, and how they stand. */
type Texts = { readonly paragraphs: readonly MeasuredParagraph[]; readonly align: Align };

/** What of a cell decides how its text is set. */
type Wish = Pick<CellSpec, 'role' | 'align' | 'direction' | 'spread'>;

/** Paragraphs as glyphs in a style. */
export const prepare = (texts: readonly Paragraph[], style: TextStyle, typesetter: Typesetter): Prepared[] =>
  texts.map((text) => typesetter.prepare(text, style));

/** Sets paragraphs as a cell asks for; also those of lines above and below a table. */
export function setTexts(prepared: readonly Prepared[], wish: Wish, room: Room): Texts {
  const paragraphs = shortTexts(prepared, wish, room);
  if (paragraphs === null) return runningTexts(prepared, wish.align, room);
  return { paragraphs, align: settleAlign(wish.align, countLines(paragraphs)) };
}

/** Vertical and spread texts and labels; null for running text. */
function shortTexts(
  prepared: readonly Prepared[],
  { direction, spread, role }: Wish,
  { style, width, typesetter }: Room,
): readonly MeasuredParagraph[] | null {
  if (direction === 'vertical') return prepared.map((one) => typesetter.stack(one, width));
  const wide = mpt(Math.min(spread * style.size, width));
  const [only] = prepared;
  if (wide > 0 && only !== undefined && prepared.length === 1 && widthAtMost(only, wide))
    return [typesetter.spread(only, wide)];
  return role === 'label' ? prepared.map((one) => typesetter.even(one, width)) : null;
}

function runningTexts(
  prepared: readonly Prepared[],
  wish: AlignWish,
  { style, width, setup, typesetter }: Room,
): Texts {
  const filled = prepared.map((one) => typesetter.lines(one, width));
  const count = filled.reduce((sum, { length }) => sum + length, 0);
  const asked = settleAlign(wish, count);
  // In a narrow cell nothing is justified.
  const align = asked === 'justify' && width < NARROW * style.size ? 'left' : asked;
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

/** Where `auto` puts a text by itself; in a table its column decides in the end. */
const settleAlign = (wish: AlignWish, lines: number): Align =>
  wish !== 'auto' ? wish : lines > 1 ? 'justify' : 'center';
