import { hasHan } from './han.ts';
import type { CellLine, RuledCell } from './types.ts';

/** What stood between two lines of a paragraph in a cell with so much room for lines: a blank that was not drawn, or nothing. */
export type Between = (line: CellLine, next: CellLine, width: number) => '' | ' ';

/** A blank and the narrow character behind it take no more than this (ems). */
const BLANK_AND_MORE = 0.9;
/** So many blanks behind a mark are a habit, where none is missing. */
const HABIT = 2;

/**
 * Some programs draw no blank at which they break a line. There was one between letters or digits of which one more had
 * room on the upper line, as a word that is too long is broken where the line is full; and behind a mark that is followed
 * by a blank within lines of this table wherever Han follow it. A program that draws a blank at the end of any line draws
 * all.
 */
export function blanksOf(cells: readonly RuledCell[]): Between {
  if (cells.some(({ lines }) => lines.slice(0, -1).some(({ text }) => text.endsWith(' ')))) return () => '';
  const spaced = spacedMarks(cells);
  return (line, next, width) => {
    const [before, after] = [line.text.slice(-1), next.text.slice(0, 1)];
    if (hasHan(after)) return spaced.has(before) ? ' ' : '';
    return isLetter(before) && isLetter(after) && hasRoom(line, width) ? ' ' : '';
  };
}

const hasRoom = ({ natural, size }: CellLine, width: number): boolean => natural + BLANK_AND_MORE * size <= width;

function spacedMarks(cells: readonly RuledCell[]): ReadonlySet<string> {
  const [blanks, none] = [new Map<string, number>(), new Set<string>()];
  for (const { lines } of cells)
    for (const { text } of lines)
      for (const [, mark = '', blank] of text.matchAll(/([,.;:!?])( ?)(?=\p{Script=Han})/gu)) {
        if (blank === '') none.add(mark);
        else blanks.set(mark, (blanks.get(mark) ?? 0) + 1);
      }
  return new Set([...blanks].flatMap(([mark, count]) => (count >= HABIT && !none.has(mark) ? [mark] : [])));
}

const isLetter = (text: string): boolean => /[\p{Script=Latin}\d]/u.test(text);
