import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forms, usualForms } from '../support/arbitrary-papers.ts';
import { boxOf, everyForm, inkedLines, isHeaderRow, isWholeLabel, textsOf } from '../support/every-form.ts';
import { type SetForm, setForm } from '../support/set-form.ts';

/** A row whose cells have no more lines than this is not broken. */
const SHORT = 7;

test('on a sheet of usual size a row is broken with at least two lines of a long cell on either side', () => {
  everyForm(
    (set) => {
      if (hasTallHeader(set)) return;
      set.grid.grid.cells.forEach((cell, id) => {
        if (cell.height > 1 || isWholeLabel(set, id) || inkedLines(set, id).length < 4) return;
        const parts = set.pages.map((page) => textsOf(page, id).filter(({ repeat }) => !repeat).length);
        const printed = parts.filter((lines) => lines > 0);
        if (printed.length > 1) expect(Math.min(...printed)).toBeGreaterThanOrEqual(2);
      });
    },
    { seed: 51, from: usualForms },
  );
});

test('on a sheet of usual size a short row stands on one page', () => {
  everyForm(
    (set) => {
      if (hasTallHeader(set)) return;
      for (let row = 0; row < set.grid.grid.rows; row += 1) {
        const cells = cellsIn(set, row);
        const short = cells.every((id) => isWholeLabel(set, id) || inkedLines(set, id).length <= SHORT);
        const [single] = cells.filter((id) => set.grid.grid.cells[id]?.height === 1);
        if (!short || single === undefined) continue;
        const own = set.pages.filter((page) => boxOf(page, single)?.repeat === false);
        expect(own).toHaveLength(1);
      }
    },
    { seed: 52, from: usualForms },
  );
});

/** Such a header is broken itself, or breaks a short row below it so as not to stand alone. */
const hasTallHeader = ({ grid, room }: SetForm): boolean =>
  grid.cells.some(({ need }, id) => isHeaderRow(grid.grid, grid.grid.cells[id]?.y ?? 0) && need * 2 > room);

const cellsIn = ({ grid }: SetForm, row: number): number[] => [...new Set(grid.grid.slots[row])];

test('a form set twice gives the same pages', () => {
  fc.assert(
    fc.property(forms, (form) => {
      expect(setForm(form).pages).toEqual(setForm(structuredClone(form)).pages);
    }),
    { seed: 53, numRuns: 20 },
  );
});
