import { type Between, blanksOf } from './blanks.ts';
import { mostOf } from './faces.ts';
import { hasHan } from './han.ts';
import type { CellLine, RuledCell, RuledPart } from './types.ts';

/** What is learned of a table from all its cells; lengths in points. */
export type Habits = {
  /** The distance of text from the rules at its sides as a rule; the least one of a character's square from the rule above. */
  readonly side: number;
  readonly above: number;
  /** What stood between two lines of a paragraph. */
  readonly between: Between;
  /** Whether a cell is set in the face of the table's longer texts, or in another one; unknown where all are in one face. */
  readonly roleOf: (cell: RuledCell) => Role;
};

export type Role = 'label' | 'value' | 'unknown';

/** The top of a character's square is so many ems above its baseline. */
const ASCENT = 0.88;
/** A text of at least so many lines is prose, of which values are made and labels are not. */
const PROSE = 5;

/** What begins with a mark may have its blank half outside of the cell. */
const BEGINS_AT_EDGE = /^[\p{L}\d]/u;
/** Sides are the same within this (points); fewer than one in 20 cells are few, one in 10 are many. */
const SAME_SIDE = 0.5;
const FEW = 20;
const MANY = 10;

/** `headers` tells for each part how many of its first rows are printed again. */
export function habitsOf(parts: readonly RuledPart[], headers: readonly number[]): Habits {
  const cells = parts.flatMap((part) => part.cells).filter(({ lines }) => lines.length > 0);
  const above = cells.reduce((least, cell) => Math.min(least, Math.max(0, gapAbove(cell))), Infinity);
  const sides = cells.map(({ lines }) => leastSide(lines)).filter(Number.isFinite);
  return { side: commonSide(sides), above: finite(above), between: blanksOf(cells), roleOf: rolesIn(parts, headers) };
}

/** The least distance of lines from the rule at their left; infinite where none begins with a letter, Han or digit. */
export const leastSide = (lines: readonly CellLine[]): number =>
  lines.reduce(
    (least, { text, left }) => (BEGINS_AT_EDGE.test(text) ? Math.min(least, Math.max(0, left)) : least),
    Infinity,
  );

/**
 * The least distance, but for the few cells that may have sides of their own: those nearer than one that many others
 * have as well.
 */
function commonSide(sides: readonly number[]): number {
  const sorted = sides.toSorted((a, b) => a - b);
  const [least, common] = [sorted[0] ?? 0, sorted[Math.floor(sorted.length / FEW)] ?? 0];
  const alike = sorted.filter((side) => Math.abs(side - common) < SAME_SIDE).length;
  return alike >= sorted.length / MANY ? Math.min(...sorted.filter((side) => side > common - SAME_SIDE)) : least;
}

/** How far the first line's characters are from the rule above them. */
export const gapAbove = ({ lines: [first] }: RuledCell): number => (first ? first.y - ASCENT * first.size : 0);

const finite = (length: number): number => (Number.isFinite(length) ? length : 0);

/**
 * Labels are set in a face of their own as a rule. It is the one in which stand what is printed again and what is first
 * in its row, above all where it has several rows to its right, but not long texts.
 */
function rolesIn(parts: readonly RuledPart[], headers: readonly number[]): Habits['roleOf'] {
  const signs: [number, number][] = [];
  const ink: [number, number][] = [];
  parts.forEach((part, i) => {
    for (const cell of part.cells.filter(({ text }) => hasHan(text))) {
      const again = cell.y + cell.rows <= (headers[i] ?? 0) ? 3 : 0;
      const first = cell.x === 0 ? Math.min(cell.rows, 3) : 0;
      const prose = cell.lines.length >= PROSE && cell.rows === 1 ? cell.lines.length : 0;
      signs.push([cell.face, again + first - prose]);
      ink.push([cell.face, cell.lines.reduce((sum, { inked }) => sum + inked, 0)]);
    }
  });
  const label = mostOf(signs);
  const value = mostOf(ink.filter(([face]) => face !== label));
  if (value === -1) return () => 'unknown';
  return (cell) => {
    if (cell.text === '' || (cell.face !== value && !hasHan(cell.text))) return 'unknown';
    if (cell.face === label) return 'label';
    return cell.face === value ? 'value' : 'unknown';
  };
}
