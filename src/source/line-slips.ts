import { type Diagnostic, diagnostic, lastUpTo } from '../base/index.ts';
import { blockMarkSlip } from './block-marks.ts';
import { dashSlip, listWatch } from './dashes.ts';
import { keyBeforeBraces } from './flow-keys.ts';
import { flowSlip } from './flow-slips.ts';
import { depthOf } from './indent.ts';
import { lineBlankSlip } from './line-blanks.ts';
import type { Level } from './list-keys.ts';
import { listLines } from './list-lines.ts';
import { tabWords } from './marks.ts';
import type { Mend } from './mends.ts';
import { outdentWatch } from './outdented.ts';
import { isPasted, pastedSlip } from './pasted.ts';
import { MOST_FAULTS } from './slips.ts';
import { dashedStartSlip, deepStartSlip, tooDeepSlip } from './too-deep.ts';
import { outdentedText, unindentedText } from './unindented.ts';

/** A range of a text in which nothing is syntax. */
export type TextRange = { readonly start: number; readonly end: number };

/** A file whose faults are looked at again; `texts` are its block and quoted texts of several lines, in their order. */
export type SlipScene = { readonly file: string; readonly text: string; readonly texts: readonly TextRange[] };

/** What a clerk did on a line, and how far the faults that follow from it reach. */
type Slip = {
  readonly told: Diagnostic;
  readonly start: number;
  readonly end: number;
  /** How to write it, where that is known to the letter. */
  readonly mends?: readonly Mend[];
  /** The list that the line would be an item of, by its number or its key. */
  readonly list?: number | Level;
};

/** A slip with the letters that mend it. */
export type Mendable = { readonly told: Diagnostic; readonly mends: readonly Mend[] };

/** What is left to tell: slips that can be mended, behind which other faults may hide, and all else. */
type Explained = { readonly problems: readonly Diagnostic[]; readonly mendable: readonly Mendable[] };

/** Codes of faults that may only follow from a slip; pasted cells also hold tabs (S008). */
const followers = new Set(['S002', 'S003', 'S006', 'S008']);

/**
 * Faults with those replaced that a slip on their line, or on a line above that they are indented under, explains: to
 * YAML `-名称: 甲` is a key, and it complains about the lines below.
 */
export function explainedBySlips(scene: SlipScene, faults: readonly Diagnostic[]): Explained {
  if (faults.length === 0) return { problems: [], mendable: [] };
  const kinds = slipsOf(scene);
  const told = new Set<Slip>();
  const others = faults.filter((fault) => {
    const slip = kinds.map((some) => slipAround(some, fault.at.start)).find((one) => one !== undefined);
    // What a slip hides is read again when it is mended; else only what is sure to follow from it is left out.
    if (slip?.mends === undefined && !followers.has(fault.code)) return true;
    if (slip !== undefined) told.add(slip);
    return slip === undefined;
  });
  const lists = new Set([...told].map(({ list }) => list).filter((list) => list !== undefined));
  for (const slip of kinds.flat()) if (slip.list !== undefined && lists.has(slip.list)) told.add(slip);
  const mendable = [...told].flatMap(({ told: fault, mends }) => (mends === undefined ? [] : [{ told: fault, mends }]));
  const rest = [...told].flatMap(({ told: fault, mends }) => (mends === undefined ? [fault] : []));
  return { problems: [...others, ...rest], mendable };
}

/** The last slip whose range holds an offset. */
function slipAround(slips: readonly Slip[], offset: number): Slip | undefined {
  const slip = lastUpTo(slips, offset);
  return slip !== undefined && offset <= slip.end ? slip : undefined;
}

/**
 * What a clerk did in a file, kind by kind, each in the order of the places. Of kinds that explain one fault the first is
 * right: slips at or in a line, items that begin a list too deep, what else is wrong with lists, lines too far left, lines
 * too deep.
 */
function slipsOf({ file, text, texts }: SlipScene): readonly (readonly Slip[])[] {
  const lines = text.split('\n');
  const slips: Slip[] = [];
  const ofLists: Slip[] = [];
  const firstItems: Slip[] = [];
  const deep: Slip[] = [];
  let deepUpTo = -1;
  let above = '';
  const watch = outdentWatch(file);
  const listSlip = listLines(file, lines);
  const listOf = listWatch();
  let start = 0;
  let range = 0;
  for (let i = 0; i < lines.length && slips.length < MOST_FAULTS; i += 1) {
    const line = (lines[i] as string).replace(/\r$/u, '');
    const lineStart = start;
    start += (lines[i] as string).length + 1;
    // A tab in front of a line ends a text, and belongs to it.
    while ((texts[range]?.end ?? Number.POSITIVE_INFINITY) <= lineStart + depthOf(line)) range += 1;
    if (lineStart >= (texts[range]?.start ?? Number.POSITIVE_INFINITY) || /^[ \t]*(?:#|$)/u.test(line)) continue;
    if (isPasted(line)) {
      const pasted = [lines[i] as string];
      while (isPasted(lines[i + 1] ?? '')) {
        i += 1;
        pasted.push(lines[i] as string);
        start += (lines[i] as string).length + 1;
      }
      // As comments, they hide nothing of what is wrong elsewhere.
      slips.push({ ...pastedSlip(file, pasted, lineStart), start: lineStart, end: start - 1 });
      continue;
    }
    const behind = texts[range - 1];
    const depth = behind !== undefined && behind.end >= lineStart ? firstDepth(text, behind) : 0;
    const torn = depth === 0 ? undefined : outdentedText(file, lines, { at: i, start: lineStart, depth });
    if (torn !== undefined) {
      slips.push({ ...torn, start: lineStart });
      for (; i + 1 < lines.length && start <= torn.end; i += 1) start += (lines[i + 1] as string).length + 1;
      continue;
    }
    const loose = unindentedText(file, lines, { at: i, start: lineStart });
    if (loose !== undefined) {
      for (const last = i + loose.length - 1; i < last; i += 1) start += (lines[i + 1] as string).length + 1;
      slips.push({ told: loose.told, mends: loose.mends, start: lineStart, end: start - 1 });
      continue;
    }
    watch.see(line, lineStart, start);
    const scene = { file, lines, at: i, start: lineStart };
    const inList = listSlip(i, lineStart);
    if (inList !== undefined && ofLists.length < MOST_FAULTS) ofLists.push(inList);
    const atStart = deepStartSlip(scene, above) ?? (above === '' ? dashedStartSlip(scene) : undefined);
    if (atStart !== undefined && /^ *-/u.test(line) && firstItems.length < MOST_FAULTS) firstItems.push(atStart);
    const tooDeep = i > deepUpTo && deep.length < MOST_FAULTS ? (tooDeepSlip(scene, above) ?? atStart) : undefined;
    if (tooDeep !== undefined) {
      deep.push(tooDeep);
      deepUpTo = tooDeep.last;
    }
    above = line;
    const dash = dashSlip(file, lines, { at: i, start: lineStart });
    const list = listOf(line, dash);
    const below = (): number => linesBelow(lines, i, isOddlyIndented(line) ? 0 : depthOf(line));
    if (dash !== undefined) {
      slips.push({ told: dash.told, start: lineStart, end: start - 1 + below(), mends: dash.mends, list });
      continue;
    }
    const mark = blockMarkSlip(file, line, lineStart);
    if (mark !== undefined) {
      const text = below();
      slips.push({ ...mark, start: lineStart, end: start - 1 + text });
      // What is indented under it is text, whatever it looks like.
      for (const end = start + text; i + 1 < lines.length && start < end; i += 1)
        start += (lines[i + 1] as string).length + 1;
      continue;
    }
    const inBraces = /[{｛]/u.test(line)
      ? (keyBeforeBraces(file, line, lineStart) ?? flowSlip(file, line, lineStart))
      : undefined;
    const told = inBraces ?? tabSlip(file, line, lineStart) ?? lineBlankSlip(file, line, lineStart);
    if (told === undefined) continue;
    // A slip at the start of a line disturbs the lines below that are indented deeper.
    slips.push({ told, start: lineStart, end: start - 1 + (inBraces === undefined ? below() : 0) });
  }
  return [slips, firstItems, ofLists, watch.found(), deep];
}

/** How deep the first line of a text stands. */
const firstDepth = (text: string, { start, end }: TextRange): number =>
  /^(?:[^\S\n]*\n)*(?<blanks> *)/u.exec(text.slice(start, Math.min(end, start + 400)))?.groups?.blanks?.length ?? 0;

/** S003 at a tab in the indentation of a line; what seems wrong with the lines below follows from it. */
function tabSlip(file: string, line: string, lineStart: number): Diagnostic | undefined {
  const tab = /^ *(?=\t\s*\S)/u.exec(line)?.[0].length;
  if (tab === undefined) return undefined;
  const start = lineStart + tab;
  return diagnostic({ code: 'S003', at: { file, start, end: start + 1 }, ...tabWords });
}

/** Indentation that YAML does not count: all lines of the group below then seem to stand too deep. */
const isOddlyIndented = (line: string): boolean => /^ *[\t\u3000\u00A0]/u.test(line);

/** The length of the lines below a line that are indented deeper than `depth`, up to the next slip at a line's start. */
function linesBelow(lines: readonly string[], at: number, depth: number): number {
  let length = 0;
  for (let i = at + 1; i < lines.length && i <= at + MOST_FAULTS; i += 1) {
    const line = lines[i] as string;
    if (line.trim() !== '' && depthOf(line) <= depth) break;
    length += line.length + 1;
  }
  return length;
}
