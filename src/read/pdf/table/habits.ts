import { mostOf } from './faces.ts';
import type { RuledCell, RuledPart } from './types.ts';

/** What is learned of a table from all its cells; lengths in points. */
export type Habits = {
  /** The least distance of ink from the rules at its sides, and of a character's square from the rule above it. */
  readonly side: number;
  readonly above: number;
  /** Whether a cell is set in the face of the table's longer texts, or in another one; unknown where all are in one face. */
  readonly roleOf: (cell: RuledCell) => Role;
};

export type Role = 'label' | 'value' | 'unknown';

/** The top of a character's square is so many ems above its baseline. */
const ASCENT = 0.88;
/** A text of at least so many lines is prose, of which values are made and labels are not. */
const PROSE = 3;

export function habitsOf(parts: readonly RuledPart[]): Habits {
  const cells = parts.flatMap((part) => part.cells).filter(({ lines }) => lines.length > 0);
  let [side, above] = [Infinity, Infinity];
  for (const cell of cells) {
    above = Math.min(above, Math.max(0, gapAbove(cell)));
    for (const { text, left } of cell.lines) if (/^[\p{L}\d]/u.test(text)) side = Math.min(side, Math.max(0, left));
  }
  return { side: finite(side), above: finite(above), roleOf: rolesIn(cells) };
}

/** How far the first line's characters are from the rule above them. */
export const gapAbove = ({ lines: [first] }: RuledCell): number => (first ? first.y - ASCENT * first.size : 0);

const finite = (length: number): number => (Number.isFinite(length) ? length : 0);

function rolesIn(cells: readonly RuledCell[]): Habits['roleOf'] {
  const inkOf = ({ lines }: RuledCell): number => lines.reduce((sum, { inked }) => sum + inked, 0);
  const prose = cells.filter(({ lines }) => lines.length >= PROSE);
  const body = mostOf((prose.length > 0 ? prose : cells).map((cell) => [cell.face, inkOf(cell)]));
  const isHan = ({ text }: RuledCell): boolean => /\p{Script=Han}/u.test(text);
  const others = cells.filter((cell) => cell.face !== body && isHan(cell)).length;
  const own = cells.filter((cell) => cell.face === body && isHan(cell)).length;
  if (others < 2 || own < 2) return () => 'unknown';
  return (cell) => {
    if (cell.text === '') return 'unknown';
    if (cell.face === body) return 'value';
    return isHan(cell) ? 'label' : 'unknown';
  };
}
