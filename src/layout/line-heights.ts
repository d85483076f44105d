import { flatMap, type Length } from '../base/index.ts';
import { type MeasuredCell, type MeasuredParagraph, startsOf } from '../measure/index.ts';
import type { Line } from '../text/index.ts';

/** The lines of a text one below the other, with a gap before each paragraph but the first. */
export type CellText = {
  readonly lines: readonly Line[];
  readonly pitch: Length;
  readonly gap: Length;
  /** The numbers of the lines with which the second and further paragraphs begin; none where there is no gap. */
  readonly starts: readonly number[];
  /** The numbers of lines that end no page where it can be helped. */
  readonly holding: readonly number[];
  /** Height with paddings when set in one piece. */
  readonly need: number;
};

/** The text of a cell. */
export const textIn = ({ paragraphs, style, gap, starts, need }: MeasuredCell): CellText => ({
  lines: linesOf(paragraphs),
  pitch: style.pitch,
  gap,
  starts: gap === 0 ? none : starts,
  holding: holdingIn(paragraphs),
  need,
});

/** What a label says when it is printed again; null where it says the same. `padY` is the space above and below it. */
export function textAgain({ again, style, gap }: MeasuredCell, padY: Length): CellText | null {
  if (again === null) return null;
  const lines = linesOf(again);
  const starts = gap === 0 ? none : startsOf(again);
  const text = { lines, pitch: style.pitch, gap, starts, holding: none, need: 0 };
  return { ...text, need: linesHeight(text, 0, Math.max(1, lines.length)) + 2 * padY };
}

/**
 * The lines that hold the next one: a heading, that is a line before a longer paragraph, and of a paragraph the first line
 * and the last but one, so that neither its first nor its last line stands alone, as in Word.
 */
function holdingIn(paragraphs: readonly MeasuredParagraph[]): readonly number[] {
  if (paragraphs.length === 1) return none;
  const holding: number[] = [];
  let first = 0;
  paragraphs.forEach(({ lines: { length } }, i) => {
    if (length > 1) holding.push(first);
    if (length > 2) holding.push(first + length - 2);
    if (length === 1 && (paragraphs[i + 1]?.lines.length ?? 0) > 1) holding.push(first);
    first += length;
  });
  return holding;
}

const none: readonly number[] = [];

/** Most cells hold one paragraph. */
const linesOf = (paragraphs: readonly MeasuredParagraph[]): readonly Line[] =>
  paragraphs.length === 1 ? (paragraphs[0] as MeasuredParagraph).lines : flatMap(paragraphs, ({ lines }) => lines);

/** The height of the lines `from … to` (half-open) standing together: a gap above the first of them is not taken. */
export function linesHeight({ pitch, gap, starts }: CellText, from: number, to: number): number {
  let height = (to - from) * pitch;
  for (const start of starts) {
    if (start >= to) break;
    if (start > from) height += gap;
  }
  return height;
}

/** How many lines from the line `from` on a height holds, as if there were no end of lines. */
export function linesIn({ pitch, gap, starts }: CellText, from: number, height: number): number {
  let used = 0;
  let line = from;
  for (const start of starts) {
    if (start <= from) continue;
    const end = used + (start - line) * pitch;
    // The line after the gap needs room too: a gap at the end is not taken.
    if (end + gap + pitch > height) break;
    used = end + gap;
    line = start;
  }
  const next = starts.find((start) => start > line) ?? Number.POSITIVE_INFINITY;
  return Math.max(0, Math.min(next, line + Math.floor((height - used) / pitch)) - from);
}

/** Lines that stand without a gap between them; `top` counts from the top of the first line of all. */
export type Stretch = { readonly lines: readonly Line[]; readonly top: number };

/** The lines `from … to`, parted where there is a gap. */
export function stretchesOf(text: CellText, from: number, to: number): Stretch[] {
  if (text.starts.length === 0) return [{ lines: text.lines.slice(from, to), top: 0 }];
  const edges = [from, ...text.starts.filter((start) => start > from && start < to), to];
  return edges.slice(0, -1).map((edge, i) => ({
    lines: text.lines.slice(edge, edges[i + 1]),
    top: i === 0 ? 0 : linesHeight(text, from, edge) + text.gap,
  }));
}
