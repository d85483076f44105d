import { gapAbove, type Habits, leastSide } from './habits.ts';
import { gapBetween } from './stretches.ts';
import type { CellLine, RuledCell } from './types.ts';

/** Text that stands nearer to the rule above it than this, more than it must, begins at the top of its cell (points). */
const AT_TOP = 1.8;
/** Less than half the distance of two lines, over the first and below the last, is no room for a line (of that distance). */
const NO_LINE = 0.45;
/** A line whose first character stands further in than this is indented (ems). */
const INDENTED = 0.7;
/** A line further in than any indent stands at the right (ems). */
const DEEP = 3;
/** What a line may fall short of its measure although nothing more had room (ems). */
const SLACK = 0.3;

/** What the lines on both sides of a page turn show of a text that may go on. */
export type Flow = {
  /** Whether the last line above had no room for the first stretch below, which does not begin a paragraph. */
  readonly full: boolean;
  /** Whether the text stands at the top of its cell, above and below: what is finished stands in the middle as a rule. */
  readonly top: readonly [boolean, boolean];
  /** How many lines stand above and below. */
  readonly lines: readonly [number, number];
};

/** Looks at two texts of which the lower one may be what did not fit in the upper one. */
export function flowOf(above: RuledCell, below: RuledCell, habits: Habits): Flow {
  const [last, first] = [above.lines.at(-1), below.lines[0]];
  const room = roomOf([...above.lines, ...below.lines], above.width, habits);
  return {
    full:
      last !== undefined &&
      first !== undefined &&
      !(room.flush && isIndented(first, room.side)) &&
      !hasRoom(last, first, room),
    top: [atTop(above, habits), atTop(below, habits)],
    lines: [above.lines.length, below.lines.length],
  };
}

/** Or in the middle of a cell in which another line would have no room. */
function atTop(cell: RuledCell, { above }: Habits): boolean {
  const [first, second] = cell.lines;
  const pitch = first === undefined || second === undefined ? 0 : second.y - first.y;
  return gapAbove(cell) <= above + Math.max(AT_TOP, NO_LINE * pitch);
}

/** The room of lines: `width` between the sides, and whether they begin at the left `side`. */
export type LineRoom = { readonly width: number; readonly side: number; readonly flush: boolean };

/** The room that lines have in a cell of this `outer` width; it may be wider inside than others. */
export function roomOf(lines: readonly CellLine[], outer: number, habits: Habits): LineRoom {
  const side = Math.min(habits.side, leastSide(lines));
  return { width: outer - 2 * side, side, flush: isFlush(lines, outer, side) };
}

/** Whether lines begin at the left side of their cell of this `width`, rather than stand in its middle or at its right. */
function isFlush(lines: readonly CellLine[], width: number, side: number): boolean {
  let votes = 0;
  let begins = false;
  for (const { left, right, size } of lines) {
    const [before, after] = [left - side, width - side - right];
    const near = before <= INDENTED * size;
    begins ||= near;
    if (near && before < after - INDENTED * size) votes += 1;
    else if (!near && Math.abs(before - after) < INDENTED * size) votes -= 1;
    else if (before > DEEP * size && after < INDENTED * size) votes -= 1;
  }
  return begins && votes >= 0;
}

export const isIndented = ({ left, size }: CellLine, side: number): boolean => left > side + INDENTED * size;

/** Whether the first stretch of the next line would have had room on a line, so that the line was ended on purpose. */
export function hasRoom(line: CellLine, next: CellLine, { width, side, flush }: LineRoom): boolean {
  const used = flush ? line.right - side : line.right - line.left;
  return used + roomFor(line, next) <= width - SLACK * Math.max(line.size, next.size);
}

/** The room that the first stretch of the next line would take behind a line. */
export const roomFor = (line: CellLine, next: CellLine): number =>
  (next.stretches[0]?.width ?? 0) + gapBetween(line.text.slice(-1), next.text.slice(0, 1)) * next.size;
