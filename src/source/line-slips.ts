import { type Diagnostic, diagnostic } from '../base/index.ts';
import { blockMarkSlip } from './block-marks.ts';
import { bracedValueSlip } from './braced-values.ts';
import { commentedKeySlip } from './commented-keys.ts';
import { withoutComment } from './comments.ts';
import { dashSlip, listWatch } from './dashes.ts';
import { keyBeforeBraces } from './flow-keys.ts';
import { flowSlip } from './flow-slips.ts';
import { leadingItems, leadingWords } from './leading-lines.ts';
import { lineBlankSlip } from './line-blanks.ts';
import { below, endOf, type Line, linesBefore, linesOf, type Scene, saysNothing } from './lines.ts';
import { lostTexts } from './lost-texts.ts';
import { tabWords } from './marks.ts';
import { pastedSlip } from './pasted.ts';
import type { LongSlip, Mendable, Slip } from './slip.ts';
import { MOST_SLIPS } from './telling.ts';
import { outdentedText, unindentedText } from './unindented.ts';

/** A range of a text in which nothing is syntax. */
export type TextRange = { readonly start: number; readonly end: number };

/** A file whose faults are looked at again; `texts` are its block and quoted texts of several lines, in their order. */
export type SourceText = { readonly file: string; readonly text: string; readonly texts: readonly TextRange[] };

/**
 * What a clerk did at or in single lines, in the order of the places; and the lines that YAML reads: all but blank ones,
 * comments, texts, and lines that were meant as texts.
 */
export function lineSlips({ file, text, texts }: SourceText): {
  readonly slips: readonly Slip[];
  readonly syntax: readonly Scene[];
} {
  const lines = linesOf(text);
  const slips: Slip[] = [];
  const syntax: Scene[] = [];
  const listOf = listWatch();
  let range = 0;
  for (let at = 0; at < lines.length && slips.length < MOST_SLIPS; at += 1) {
    const line = lines[at] as Line;
    const scene: Scene = { file, lines, line };
    // A tab in front of a line ends a text, and belongs to it.
    while ((texts[range]?.end ?? Number.POSITIVE_INFINITY) <= line.start + line.depth) range += 1;
    // Other blanks than these are no indentation to YAML: a line of them is looked at.
    if (line.start >= (texts[range]?.start ?? Number.POSITIVE_INFINITY) || /^[ \t]*(?:#|$)/u.test(line.text)) continue;
    const isFirst = syntax.length === 0 && slips.length === 0;
    const leading = isFirst ? (leadingItems(scene) ?? leadingWords(scene)) : undefined;
    const meant = leading ?? meantAsText(scene, text, texts[range - 1]);
    if (meant !== undefined) {
      at = meant.last;
      const start = Math.min(line.start, text.lastIndexOf('\n', meant.told.at.start) + 1);
      slips.push({ ...meant, start, end: endOf(lines[at] as Line) });
      continue;
    }
    if (!saysNothing(line.text)) syntax.push(scene);
    const dash = dashSlip(scene);
    const list = listOf(line, dash);
    // A comment is nobody's slip, whatever marks are in it.
    const said = { ...line, text: withoutComment(line.text) };
    const atKey = dash ?? blockMarkSlip(file, said);
    const inBraces = atKey === undefined ? bracesSlip(file, said) : undefined;
    const mendable = atKey ?? inBraces;
    const told = mendable?.told ?? tabSlip(file, line) ?? lineBlankSlip(file, line.text, line.start);
    if (told === undefined) {
      const key = commentedKeySlip(scene);
      if (key !== undefined) slips.push(key);
      continue;
    }
    // A slip at the start of a line disturbs the lines below that are indented deeper.
    const last = inBraces === undefined ? lastBelow(scene) : line;
    slips.push({ ...mendable, told, start: line.start, end: endOf(last), list });
    // What is indented under a key with its `|` is text, whatever it looks like.
    if (atKey !== undefined && dash === undefined) at = last.at;
  }
  return { slips, syntax };
}

/** A slip that makes lines look like syntax which are none: pasted cells, texts not indented. `before` is the last text above. */
function meantAsText(scene: Scene, text: string, before: TextRange | undefined): LongSlip | undefined {
  const depth = before !== undefined && before.end >= scene.line.start ? firstDepth(text, before) : 0;
  return (
    pastedSlip(scene) ??
    (depth === 0 ? undefined : outdentedText(scene, depth)) ??
    unindentedText(scene) ??
    lostTexts(scene)
  );
}

/** How deep the first line of a text stands. */
const firstDepth = (text: string, { start, end }: TextRange): number =>
  /^(?:[^\S\n]*\n)*(?<blanks> *)/u.exec(text.slice(start, Math.min(end, start + 400)))?.groups?.blanks?.length ?? 0;

const bracesSlip = (file: string, line: Line): Mendable | undefined =>
  /[{｛]/u.test(line.text)
    ? (bracedValueSlip(file, line) ??
      keyBeforeBraces(file, line.text, line.start) ??
      flowSlip(file, line.text, line.start))
    : undefined;

/** S003 at a tab in the indentation of a line; what seems wrong with the lines below follows from it. */
function tabSlip(file: string, line: Line): Diagnostic | undefined {
  const tab = /^ *(?=\t\s*\S)/u.exec(line.text)?.[0].length;
  if (tab === undefined) return undefined;
  const start = line.start + tab;
  return diagnostic({ code: 'S003', at: { file, start, end: start + 1 }, ...tabWords });
}

/** Indentation that YAML does not count: all lines of the group below then seem to stand too deep. */
const isOddlyIndented = (line: string): boolean => /^ *[\t\u3000\u00A0]/u.test(line);

/** The last of the lines below one that are indented deeper; the line itself where none is. */
function lastBelow(scene: Scene): Line {
  const { line } = scene;
  const depth = isOddlyIndented(line.text) ? 0 : line.depth;
  const deeper = linesBefore(below(scene), (one) => one.text.trim() !== '' && one.depth <= depth);
  return deeper.at(-1) ?? line;
}
