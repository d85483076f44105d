import { test } from 'vitest';
import type { HeaderScope } from '../../src/grid/index.ts';
import type { MeasuredGrid } from '../../src/measure/index.ts';
import { everyForm, everyRowSeen, isWholeLabel, rowsOn } from '../support/every-form.ts';
import type { SetForm } from '../support/set-form.ts';

test('a page that begins inside the scope of a header begins with that header, unless the row below needs its room', () => {
  everyForm(
    (set) => {
      const { headers } = set.grid.grid;
      // A header taller than that may itself be broken.
      if (!everyRowSeen(set) || headers.some((scope) => headerHeight(set, scope) > set.room / 2)) return;
      set.pages.forEach((page, number) => {
        if (number === 0) return;
        const { own, again } = rowsOn(set, page);
        const first = own[0] ?? 0;
        const scope = headers.find(({ end, until }) => first >= end && first < until);
        const rows = scope === undefined ? [] : own.filter((row) => row >= scope.first && row < scope.end);
        if (scope === undefined || rows.length > 0) {
          if (again.length > 0) throw new Error(`page ${number + 1} repeats a header of no row on it`);
          return;
        }
        if (!isFirstPrint(set, number, first) && again.length === 0 && !tooTall(set, scope, first)) {
          throw new Error(`page ${number + 1} begins in row ${first} without its header`);
        }
        if (again.some((row) => row < scope.first || row >= scope.end)) throw new Error('a foreign header');
      });
    },
    { seed: 31 },
  );
});

/** The grid itself may begin on a later page than its title. */
const isFirstPrint = ({ pages }: SetForm, number: number, row: number): boolean =>
  row === 0 && pages.slice(0, number).every(({ boxes }) => boxes.length === 0);

/** What a header needs: its rows, and what cells of several header rows lack in them. */
function headerHeight({ grid }: SetForm, { first, end }: HeaderScope): number {
  let height = 0;
  for (let row = first; row < end; row += 1) height += tallest(grid, row, 1);
  const inside = grid.grid.cells.flatMap((cell, id) =>
    cell.y >= first && cell.y + cell.height <= end && cell.height > 1 ? [grid.cells[id]?.need ?? 0] : [],
  );
  return height + inside.reduce((lack, need) => lack + Math.max(0, need - height), 0);
}

/** The tallest need among the cells that stand in a row and cover at most so many rows. */
const tallest = ({ grid, cells }: MeasuredGrid, row: number, rows: number): number =>
  Math.max(
    0,
    ...grid.cells.map(({ y, height }, id) =>
      row >= y && row < y + height && height <= rows ? (cells[id]?.need ?? 0) : 0,
    ),
  );

/** The least that a row may be given: its labels whole, of all other cells one line. */
function leastHeight(set: SetForm, row: number): number {
  const { grid, cells, table } = set.grid;
  return Math.max(
    ...grid.cells.map(({ y, height }, id) => {
      if (row < y || row >= y + height) return 0;
      return isWholeLabel(set, id) ? (cells[id]?.need ?? 0) : (cells[id]?.style.pitch ?? 0) + 2 * table.padY;
    }),
  );
}

/** Whether a header and the row below it cannot stand on one page. */
const tooTall = (set: SetForm, scope: HeaderScope, row: number): boolean =>
  headerHeight(set, scope) + leastHeight(set, row) > set.room;

test('no page ends with a header', () => {
  everyForm(
    (set) => {
      if (!everyRowSeen(set)) return;
      set.pages.forEach((page, number) => {
        const last = rowsOn(set, page).own.at(-1) ?? -1;
        const scope = set.grid.grid.headers.find(({ first, end }) => last >= first && last < end);
        if (scope === undefined || scope.end === scope.until || tooTall(set, scope, scope.end)) return;
        throw new Error(`page ${number + 1} ends with header row ${last}`);
      });
    },
    { seed: 32 },
  );
});
