import type { ReadTable } from '../../types.ts';
import type { PdfPage } from '../types.ts';
import { chainParts } from './chain.ts';
import { tablesOn } from './parts.ts';
import { rebuild } from './rebuild.ts';

/**
 * The tables of pages, rebuilt from ruled lines and the places of glyphs. A page turn hides what was one cell; it is
 * decided by what the whole table shows:
 * - A table goes on where the next page begins with one of the same width and no text stands between ({@link chainParts}).
 * - Rows at the top that repeat rows of the page before are a header printed again, unless values stand in them.
 * - A cell goes on only into one of the same columns. A label does so where its text is printed again (or, in tables that
 *   repeat nothing, where an empty cell stands below it), everything left of it goes on too or it has several rows; a
 *   value never does for being equal to the one below. Labels are told from values by their face.
 * - A row is broken where all of its cells go on: text flows from full lines or at the top of its cells, in eight lines
 *   or more with two on either side, and a label or the row's name is printed again.
 *
 * Ink cannot tell two equal labels one below the other from one, an empty cell below a text that ended from the rest of
 * that text's cell, a row that ends with the page from one broken between two paragraphs, edges at which no cell ends,
 * and a blank that was not drawn at the end of a full line. Paragraphs part at an indented line, a larger gap and a line
 * left short without need; blanks that a program leaves out where it breaks a line come back as `blanks.ts` tells.
 */
export const tablesByRules = (pages: readonly PdfPage[]): ReadTable[] => chainParts(pages.map(tablesOn)).map(rebuild);
