import { type BreakLevel, ShortTexts, type TextStyle } from '../base/index.ts';
import { type Breakable, type FontSet, makeBreakable, shape, type TextRun } from '../text/index.ts';

/** For each style; a few hundred kilobytes at most. */
const MOST_RECENT = 500;

type Recent = { readonly fonts: FontSet; readonly level: BreakLevel; readonly texts: ShortTexts<Breakable> };
const recent = new WeakMap<TextStyle, Recent>();

/** A paragraph as glyphs, ready to be broken. A short text that was made ready of late is not made ready again. */
export function makeReady(runs: readonly TextRun[], style: TextStyle, fonts: FontSet, level: BreakLevel): Breakable {
  const [run] = runs;
  if (run === undefined || runs.length > 1) return makeBreakable(shape(runs, style, fonts), level);
  const texts = textsIn(style, fonts, level);
  const known = texts.get(run.text);
  if (known !== undefined) return from(known, runs);
  const made = makeBreakable(shape(runs, style, fonts), level);
  // What is missing is told of the run that it is missing in.
  if (made.shaped.missing.length === 0 && comesAgain(run)) texts.add(run.text, from(made, []));
  return made;
}

/** Whether a text is likely to stand in the next record too: what only one record says is not worth being kept. */
const comesAgain = ({ text, origin }: TextRun): boolean => origin.kind !== 'value' || text.length <= LIKELY;

const LIKELY = 6;

function textsIn(style: TextStyle, fonts: FontSet, level: BreakLevel): ShortTexts<Breakable> {
  const known = recent.get(style);
  if (known?.fonts === fonts && known.level === level) return known.texts;
  const texts = new ShortTexts<Breakable>(MOST_RECENT);
  recent.set(style, { fonts, level, texts });
  return texts;
}

/** The same text as another run says it; field by field, which costs a tenth of spreading. */
function from({ shaped, places, blank, spacing, stretch }: Breakable, runs: readonly TextRun[]): Breakable {
  const { style, codePoints, glyphs, advances, starts, missing } = shaped;
  return {
    shaped: { runs, style, codePoints, glyphs, advances, starts, missing },
    places,
    blank,
    spacing,
    stretch,
  };
}
