import { type Length, mpt, ZERO } from '../base/index.ts';
import { type Breakable, type LineRange, widthOf } from './breakable.ts';
import { Place } from './breaks.ts';
import { breakClass } from './classes.ts';
import { fillLines } from './fill.ts';
import { type LabelWords, wordBreaks } from './words.ts';

/** A paragraph, with other break places if it is broken between words, the width at which its lines balance, and these lines. */
export type Balanced = { readonly paragraph: Breakable; readonly width: Length; readonly ranges: readonly LineRange[] };

/** A label may take so many lines more to be broken between words: 年度/重点/工作/任务 rather than 年度重/点工作/任务. */
const FOR_WORDS = 1;

/**
 * Makes the lines of a label about equally long (基本/信息): sets it at the narrowest width at which it takes no more lines
 * than at the full `width`, where they are `lines`. It is broken between words where it can be, and a label of two lines
 * before its bracket: 预算金额/(万元).
 */
export function balance(
  paragraph: Breakable,
  lines: readonly LineRange[],
  { width, words }: { readonly width: Length; readonly words: LabelWords },
): Balanced {
  if (lines.length < 2) return { paragraph, width, ranges: lines };
  const worded = { ...paragraph, places: wordBreaks(paragraph.shaped.codePoints, paragraph.places, words) };
  const wordLines = labelLines(worded, width);
  const [chosen, taken] = keepsWhole(worded, wordLines, lines.length + FOR_WORDS)
    ? [worded, wordLines]
    : [paragraph, lines];
  const balanced = balancedWidth(chosen, width, taken);
  return { paragraph: chosen, width: balanced, ranges: labelLines(chosen, balanced) };
}

function balancedWidth(paragraph: Breakable, width: Length, lines: readonly LineRange[]): Length {
  const bracketed = bracketWidth(paragraph, width);
  if (bracketed !== null) return bracketed;
  let low = 0;
  let high: number = width;
  while (high - low > 100) {
    const middle = Math.floor((low + high) / 2);
    if (keepsWhole(paragraph, labelLines(paragraph, mpt(middle)), lines.length)) high = middle;
    else low = middle;
  }
  return mpt(high);
}

/** The lines of a label: ragged, not squeezed. */
export const labelLines = (paragraph: Breakable, width: Length): LineRange[] =>
  fillLines(paragraph, { width, indent: ZERO, elastic: false });

/** No more lines than before, and none broken at a forbidden place. */
const keepsWhole = ({ places }: Breakable, lines: readonly LineRange[], count: number): boolean =>
  lines.length <= count && lines.every(({ start }) => start === 0 || places[start] === Place.good);

/** The width at which a label takes two lines and the second begins with its bracket; null where there is none. */
function bracketWidth(paragraph: Breakable, width: Length): Length | null {
  const { shaped } = paragraph;
  const bracket = shaped.codePoints.findIndex((codePoint, i) => i > 0 && breakClass(codePoint) === 'open');
  if (bracket === -1) return null;
  const head = widthOf(paragraph, 0, bracket);
  const tail = widthOf(paragraph, bracket, shaped.codePoints.length);
  const wide = mpt(Math.max(head, tail));
  if (wide > width) return null;
  const lines = labelLines(paragraph, wide);
  return lines.length === 2 && lines[0]?.next === bracket ? wide : null;
}
