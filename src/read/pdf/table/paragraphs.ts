import { hasRoom, isIndented, type LineRoom, roomFor, roomOf } from './flow.ts';
import type { Habits, Role } from './habits.ts';
import { gapBetween, holds } from './stretches.ts';
import type { CellLine } from './types.ts';

/** What stands of a cell on one page. */
export type Piece = { readonly width: number; readonly lines: readonly CellLine[] };

/** A gap between lines so many times the usual one parts paragraphs. */
const WIDE_GAP = 1.2;
/** In cells narrower than this lines are made even, and so are texts of two lines in cells less than {@link WIDE} (ems). */
const NARROW = 10;
const WIDE = 24;

/**
 * The text of a cell, a break where a new paragraph surely begins: at an indented line beside lines that are not, below a
 * larger gap, and behind a line on which the next stretch had room. Labels and texts in narrow cells are broken early, so
 * that their lines are even; these have a break only where they take more lines than they need.
 */
export function textOfPieces(pieces: readonly Piece[], habits: Habits, role: Role): string {
  const lines = pieces.flatMap((piece) => piece.lines);
  const [first] = lines;
  if (first === undefined) return '';
  if (lines.length === 1) return first.text;
  if (isStacked(lines)) return lines.map(({ text }) => text).join('');
  const outer = pieces.reduce((most, piece) => Math.max(most, piece.width), 0);
  const room = roomOf(lines, outer, habits);
  const pitch = leastPitch(pieces);
  const runs = cut(lines, (line, next) => {
    if (isForced(line, next)) return false;
    if (room.flush && isIndented(next, room.side)) return true;
    return next.y > line.y && next.y - line.y > WIDE_GAP * pitch;
  });
  const even =
    role === 'label' || room.width < NARROW * first.size || (lines.length < 3 && room.width < WIDE * first.size);
  const label = isLabel(lines, room, role);
  const paragraphs = runs.flatMap((run) => paragraphsOf(run, room, { even, label }));
  return paragraphs.map((paragraph) => textOf(paragraph, room, habits)).join('\n');
}

/** In a table of one face centred Han without a mark are taken for a label. */
const isLabel = (lines: readonly CellLine[], { flush }: LineRoom, role: Role): boolean =>
  role === 'label' ||
  (role === 'unknown' && !flush && lines.every(({ text }) => /^\p{Script=Han}+$/u.test(text.trim())));

type Evenness = { readonly even: boolean; readonly label: boolean };

function paragraphsOf(run: readonly CellLine[], room: LineRoom, { even, label }: Evenness): (readonly CellLine[])[] {
  const isEnd = (line: CellLine, next: CellLine): boolean => !isForced(line, next) && hasRoom(line, next, room);
  const ends = run.filter((line, i) => run[i + 1] !== undefined && isEnd(line, run[i + 1] as CellLine)).length;
  // Where most lines are short they are ragged, not ended.
  if (!even && 2 * ends <= run.length - 1) return cut(run, isEnd);
  return cutWhereNeeded(run, room, label ? 1 : 0);
}

/** Parts lines that are more than they need be behind the one that has most room left, and so on. */
function cutWhereNeeded(run: readonly CellLine[], room: LineRoom, allowance: number): (readonly CellLine[])[] {
  if (run.length <= linesNeeded(run, room.width) + allowance) return [run];
  let [end, most] = [-1, 0];
  run.forEach((line, i) => {
    const next = run[i + 1];
    if (next === undefined || isForced(line, next)) return;
    const left = room.width - (line.right - line.left) - roomFor(line, next);
    if (left > most) [end, most] = [i + 1, left];
  });
  if (end === -1) return [run];
  return [...cutWhereNeeded(run.slice(0, end), room, allowance), ...cutWhereNeeded(run.slice(end), room, allowance)];
}

/** Whether a line was broken where no line may break, because nothing else was possible. */
const isForced = (line: CellLine, next: CellLine): boolean => holds(line.text.slice(-1), next.text.slice(0, 1));

const textOf = (lines: readonly CellLine[], { width }: LineRoom, { between }: Habits): string =>
  lines.map((line, i) => (i === 0 ? '' : between(lines[i - 1] as CellLine, line, width)) + line.text).join('');

/** How many lines the text of some lines takes when each takes what it has room for. */
function linesNeeded(run: readonly CellLine[], width: number): number {
  let [count, used] = [1, 0];
  run.forEach((line, i) => {
    const before = run[i - 1];
    const forced = before !== undefined && isForced(before, line);
    if (before !== undefined) used += gapBetween(before.text.slice(-1), line.text.slice(0, 1)) * line.size;
    line.stretches.forEach((stretch, at) => {
      if (used > 0 && (used + stretch.width > width || (forced && at === 0))) {
        count += 1;
        used = 0;
      }
      used += stretch.advance;
    });
  });
  return count;
}

/** Parts lines where a paragraph ends. */
function cut(lines: readonly CellLine[], ends: (line: CellLine, next: CellLine) => boolean): CellLine[][] {
  const runs: CellLine[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before === undefined || ends(before, line)) runs.push([line]);
    else runs.at(-1)?.push(line);
  });
  return runs;
}

/** Vertical text: a character a line, or two or three digits side by side. */
const isStacked = (lines: readonly CellLine[]): boolean =>
  lines.length > 1 && lines.every(({ text, inked }) => inked === 1 || (inked <= 3 && /^\d+$/u.test(text.trim())));

/** The least distance between two lines. */
function leastPitch(pieces: readonly Piece[]): number {
  let least = Infinity;
  for (const { lines } of pieces)
    lines.forEach((line, i) => {
      const before = lines[i - 1];
      if (before !== undefined && line.y > before.y) least = Math.min(least, line.y - before.y);
    });
  return least;
}
