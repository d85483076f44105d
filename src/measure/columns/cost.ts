import type { Length } from '../../base/index.ts';
import type { PlacedCell } from '../../grid/index.ts';
import {
  type Breakable,
  balance,
  breakLines,
  codePointsOf,
  forcedBreaks,
  isDigit,
  type LineRange,
  labelLines,
  stretchAround,
  widthOf,
} from '../../text/index.ts';
import { indentOf, isWhole, reachOf } from '../cells.ts';
import type { Prepared, Typesetter } from '../paragraphs.ts';
import type { Setup } from '../setup.ts';

// What harm counts, in lines of text.
/** Each line of a label but the first. */
const LABEL_LINE = 0.5;
/** A label that is not broken between its words. */
const LABEL_WORD = 8;
/** A word or a number that is broken inside. */
const TORN = 12;
/** What more a broken number counts for each of its widths that it lacks. */
const STARVED = 40;
/** A line of one character that is not the last. */
const LONE = 6;
/** An amount that reaches into the padding. */
const IN_PADDING = 1;

/** A cell of a band whose text is ready to be set at any inner width: how high it is then, and what it suffers, in mpt. */
export type CostedCell = PlacedCell & {
  readonly heightAt: (width: number) => number;
  readonly harmAt: (width: number) => number;
  /** Of a value that cannot be parted, such as an amount, the harm of being torn, which is not in `harmAt`. */
  readonly tornAt: (width: number) => number;
};

/** What a search for widths may still cost: cells looked at, and characters set at a width for the first time. */
export type Effort = { left: number };

export type Costing = { readonly setup: Setup; readonly typesetter: Typesetter; readonly effort: Effort };

/** Prepares a cell so that its height at any width can be asked for again and again. */
export function costCell(cell: PlacedCell, { setup, typesetter, effort }: Costing): CostedCell {
  const { spec } = cell;
  const style = setup.styles[spec.role];
  const prepared = spec.paragraphs.map((paragraph) => typesetter.prepare(paragraph, style));
  const characters = lengthOf(cell);
  const known = new Map<number, Fit>();
  const fitAt = (width: number): Fit => {
    const key = Math.round(width - indentOf(spec, width as Length, style));
    const before = known.get(key);
    if (before !== undefined) return before;
    effort.left -= characters;
    const fit = fitIn(prepared, key as Length, { cell, setup });
    known.set(key, fit);
    return fit;
  };
  const gaps = Math.max(0, prepared.length - 1) * setup.paragraph.gap;
  return {
    ...cell,
    heightAt: (width) => Math.max(1, fitAt(width).lines) * style.pitch + gaps + 2 * setup.table.padY,
    harmAt: (width) => fitAt(width).harm * style.pitch,
    tornAt: (width) => fitAt(width).torn * style.pitch,
  };
}

/** How many characters stand in a cell. */
const lengthOf = ({ spec }: PlacedCell): number =>
  spec.paragraphs.reduce((sum, { runs }) => sum + runs.reduce((a, run) => a + run.text.length, 0), 0);

/** What the text of a cell takes on one line, in ems: letters and digits half of one. */
export const emsOf = ({ spec }: PlacedCell): number => {
  let halves = 0;
  for (const { runs } of spec.paragraphs)
    for (const { text } of runs)
      for (let i = 0; i < text.length; i += 1) halves += text.charCodeAt(i) < FIRST_SQUARE ? 1 : 2;
  return halves / 2;
};
/** From here on nearly all characters take a square. */
const FIRST_SQUARE = 0x2000;

/** Amounts and codes are no longer, in characters; a column is not widened at the cost of all others for what is. */
const LONGEST_VALUE = 32;

/** Whether a text is an amount or a code. */
const isValue = (breakable: Breakable): boolean => breakable.blank.length <= LONGEST_VALUE && isWhole(breakable);

/** A cell's text at a width: how many lines it takes, and what it suffers, in lines. */
type Fit = { readonly lines: number; readonly harm: number; readonly torn: number };

function fitIn(
  prepared: readonly Prepared[],
  width: Length,
  { cell: { spec }, setup }: { readonly cell: PlacedCell; readonly setup: Setup },
): Fit {
  const { size } = setup.styles[spec.role];
  const isInPadding = spec.role === 'cell' && reachOf(prepared, width, setup.table.padX) > 0;
  if (isInPadding) return { lines: 1, harm: IN_PADDING, torn: 0 };
  let lines = 0;
  let harm = 0;
  let torn = 0;
  for (const { breakable } of prepared) {
    if (spec.direction === 'vertical') {
      lines += breakable.blank.length;
      if (width < size) harm += TORN;
    } else if (spec.role === 'label') {
      const filled = labelLines(breakable, width);
      const { paragraph } = balance(breakable, filled, { width, words: setup.labelWords });
      const worded = paragraph !== breakable || filled.length === 1;
      lines += filled.length;
      harm += LABEL_LINE * (filled.length - 1) + (worded ? 0 : LABEL_WORD) + tears(breakable, filled, width);
    } else {
      const { ranges } = breakLines(breakable, { width, indent: 0 as Length, elastic: true });
      lines += ranges.length;
      harm += LONE * ranges.slice(0, -1).filter(isLone).length;
      if (prepared.length === 1 && isValue(breakable)) torn = tears(breakable, ranges, width);
      else harm += tears(breakable, ranges, width);
    }
  }
  return { lines, harm, torn };
}

/**
 * The harm of forced breaks, in lines: a word counts at each of them; a number counts once, and the more the narrower it is
 * set. That grows faster and faster, so that a search gives room bit by bit and does not starve one number for another.
 */
function tears(breakable: Breakable, lines: readonly LineRange[], width: number): number {
  const { codePoints } = breakable.shaped;
  let harm = 0;
  let stretch = { end: 0, isNumber: false };
  for (const at of forcedBreaks(breakable, lines)) {
    const isNew = at >= stretch.end;
    if (isNew) {
      const { start, end } = stretchAround(breakable, at);
      stretch = { end, isNumber: codePoints.slice(start, end).every(isOfNumber) };
      const over = stretch.isNumber ? Math.max(0, widthOf(breakable, start, end) / Math.max(1, width) - 1) : 0;
      harm += STARVED * (over + 2 * over ** 2);
    }
    if (isNew || !stretch.isNumber) harm += TORN;
  }
  return harm;
}

const isLone = ({ start, end }: LineRange): boolean => end - start === 1;

const NUMERAL = codePointsOf('.,-+%‰~～≥≤<>＜＞＝=');
const isOfNumber = (codePoint: number): boolean => isDigit(codePoint) || NUMERAL.has(codePoint);

/**
 * The height of a band's rows at some column edges and what its cells suffer, together, in mpt. A torn value counts as if
 * its whole column were torn: else a long table would break its one total to save a line in some of its rows.
 */
export function costOfBand(
  cells: readonly CostedCell[],
  { rows, edges, padX }: { readonly rows: number; readonly edges: readonly number[]; readonly padX: number },
): number {
  const heights = new Array<number>(rows).fill(0);
  const spanning: CostedCell[] = [];
  const innerOf = ({ x, width }: CostedCell): number => (edges[x + width] as number) - (edges[x] as number) - 2 * padX;
  const torn = new Array<number>(edges.length).fill(0);
  let harm = 0;
  for (const cell of cells) {
    const inner = innerOf(cell);
    harm += cell.harmAt(inner);
    torn[cell.x] = Math.max(torn[cell.x] as number, cell.tornAt(inner));
    if (cell.height > 1) spanning.push(cell);
    else heights[cell.y] = Math.max(heights[cell.y] as number, cell.heightAt(inner));
  }
  for (const cell of spanning.toSorted((a, b) => a.height - b.height)) {
    let given = 0;
    for (let y = cell.y; y < cell.y + cell.height; y += 1) given += heights[y] as number;
    const lack = cell.heightAt(innerOf(cell)) - given;
    const last = cell.y + cell.height - 1;
    if (lack > 0) heights[last] = (heights[last] as number) + lack;
  }
  const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
  return sum(heights) + harm + rows * sum(torn);
}
