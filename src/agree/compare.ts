import { sameInk } from './ink.ts';
import type { Print, PrintedCell, PrintedTable } from './types.ts';

/** What is printed otherwise than it should be; `table` counts tables from 0, `cell` the cells of the expected table. */
export type Difference =
  /** A cell with another text; `onlyBlanks`: they differ in nothing but white space. */
  | {
      readonly kind: 'cell';
      readonly table: number;
      readonly cell: number;
      readonly printed: string;
      readonly onlyBlanks: boolean;
    }
  /** A cell that covers other columns or rows, or is not there at all (null). */
  | { readonly kind: 'span'; readonly table: number; readonly cell: number; readonly printed: PrintedCell | null }
  /** A cell where there should be none. */
  | { readonly kind: 'extra'; readonly table: number; readonly printed: PrintedCell }
  /** Rows that should not be there (`count` > 0), or are not there (`count` < 0), from a row counted from 0. */
  | { readonly kind: 'rows'; readonly table: number; readonly row: number; readonly count: number }
  | { readonly kind: 'tables'; readonly printed: number; readonly expected: number }
  /** The headings and lines at a place among the texts between tables, counted from 0. */
  | { readonly kind: 'text'; readonly place: number; readonly printed: string; readonly expected: string };

/** How texts are compared: `exact` where the document tells white space and paragraphs, else by their ink. */
export type Comparing = { readonly exact: boolean };

/** What `printed` has otherwise than `expected`, in reading order; nothing where they agree. */
export function differencesOf(expected: Print, printed: Print, comparing: Comparing): readonly Difference[] {
  const wanted = expected.filter((block) => block.kind === 'table');
  const found = printed.filter((block) => block.kind === 'table');
  if (wanted.length !== found.length)
    return [...textDifferences(expected, printed), { kind: 'tables', printed: found.length, expected: wanted.length }];
  return [
    ...textDifferences(expected, printed),
    ...wanted.flatMap((table, i) => tableDifferences(table, found[i] as PrintedTable, { ...comparing, table: i })),
  ];
}

/** Texts before the first table, between tables and after the last, by their places. */
function textDifferences(expected: Print, printed: Print): readonly Difference[] {
  const [wanted, found] = [textsOf(expected), textsOf(printed)];
  const places = Math.max(wanted.length, found.length);
  return Array.from({ length: places }, (_, place) => place).flatMap((place): Difference[] => {
    const [should, is] = [wanted[place] ?? '', found[place] ?? ''];
    return sameInk(should, is) ? [] : [{ kind: 'text', place, printed: is, expected: should }];
  });
}

/** The text before each table, and last that after them all. */
function textsOf(print: Print): readonly string[] {
  const texts = [''];
  for (const block of print) {
    if (block.kind === 'table') texts.push('');
    else texts[texts.length - 1] = block.text;
  }
  return texts;
}

function tableDifferences(
  expected: PrintedTable,
  printed: PrintedTable,
  { exact, table }: Comparing & { readonly table: number },
): readonly Difference[] {
  const shift = rowShift(expected, printed);
  const found = new Map(printed.cells.map((cell) => [`${cell.y} ${cell.x}`, cell]));
  const all: Difference[] = shift.count === 0 ? [] : [{ kind: 'rows', table, row: shift.row, count: shift.count }];
  for (const [index, cell] of expected.cells.entries()) {
    const y = shift.at(cell.y);
    if (y === null) continue;
    const place = `${y} ${cell.x}`;
    const is = found.get(place);
    found.delete(place);
    // A cell over several rows is as much taller as there are rows more beside it.
    const height = shift.count === 0 ? cell.height : is?.height;
    if (is === undefined || is.width !== cell.width || is.height !== height)
      all.push({ kind: 'span', table, cell: index, printed: is ?? null });
    if (is === undefined || is.text === cell.text) continue;
    const onlyBlanks = sameInk(is.text, cell.text);
    if (exact || !onlyBlanks) all.push({ kind: 'cell', table, cell: index, printed: is.text, onlyBlanks });
  }
  const rest = [...found.values()].filter(({ y }) => !shift.isNew(y));
  return [...all, ...rest.map((cell): Difference => ({ kind: 'extra', table, printed: cell }))];
}

/** How rows of two tables belong together where one has rows more than the other. */
type Shift = {
  readonly row: number;
  /** How many rows the printed table has more. */
  readonly count: number;
  /** Where an expected row is printed; null: it is not there. */
  readonly at: (row: number) => number | null;
  /** Whether a printed row is one of those that should not be there. */
  readonly isNew: (row: number) => boolean;
};

/** Rows come or go at one place: where most of them then have the same texts, above and below. */
function rowShift(expected: PrintedTable, printed: PrintedTable): Shift {
  const count = printed.rows - expected.rows;
  const [wanted, found] = [rowTexts(expected), rowTexts(printed)];
  const fewer = Math.min(expected.rows, printed.rows);
  const [gone, added] = [Math.max(0, -count), Math.max(0, count)];
  // With the place one row further down, one row more is above it, and one less below.
  let score = 0;
  let best = 0;
  let row = 0;
  for (let place = 0; place < fewer; place += 1) {
    if (wanted[place] === found[place]) score += 1;
    if (wanted[place + gone] === found[place + added]) score -= 1;
    if (score >= best) [best, row] = [score, place + 1];
  }
  return {
    row,
    count,
    at: (y) => (y < row ? y : y >= row + gone ? y + count : null),
    isNew: (y) => y >= row && y < row + added,
  };
}

function rowTexts({ rows, cells }: PrintedTable): readonly string[] {
  const texts = Array.from({ length: rows }, () => '');
  for (const { x, y, text } of cells) texts[y] += `${x}\0${text}\0`;
  return texts;
}
