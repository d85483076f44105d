import { inked } from './ink.ts';
import type { Print } from './types.ts';

/**
 * The one text of what is printed, whose SHA-256 (as UTF-8) is the digest of a print. Another program can make it from
 * the text and the tables of a PDF or DOCX:
 *
 * - the first line is `biaoli-print 1`;
 * - what stands between two tables, before the first or after the last, is one line `T <text>`: all headings and lines in
 *   reading order, without anything between them; left out where there is no ink;
 * - a table is a line `G <columns> <rows>`, and after it for each cell in reading order (by first row, then by first
 *   column) a line `C <row> <column> <rows> <columns> <text>`: its first row and column counted from 1, and how many of
 *   each it covers; all numbers are decimal, and a cell without ink ends after the last of them with one space;
 * - of every text all white space is left out (what ECMAScript calls `\s`: spaces, full-width ones too, tabs, line ends, U+FEFF),
 *   and nothing else is changed;
 * - each line ends with U+000A.
 *
 * Not part of it are page numbers, labels and headers printed again after a page turn, and all looks.
 */
export const canonicalText = (print: Print): string => `biaoli-print 1\n${print.map(linesOf).join('')}`;

function linesOf(block: Print[number]): string {
  if (block.kind === 'text') return `T ${inked(block.text)}\n`;
  let lines = `G ${block.columns} ${block.rows}\n`;
  for (const { x, y, width, height, text } of block.cells.toSorted((a, b) => a.y - b.y || a.x - b.x))
    lines += `C ${y + 1} ${x + 1} ${height} ${width} ${inked(text)}\n`;
  return lines;
}
