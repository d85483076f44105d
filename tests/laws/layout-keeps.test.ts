import { expect, test } from 'vitest';
import type { KeepRange } from '../../src/grid/index.ts';
import { formsWithTails, keptForms } from '../support/arbitrary-papers.ts';
import { everyForm, isHeaderRow, rowsOn } from '../support/every-form.ts';
import { runs } from '../support/runs.ts';
import type { SetForm } from '../support/set-form.ts';

/** More than rows can need: the tallest cell of each of them, and every cell of several rows that crosses them. */
function mostHeight({ grid }: SetForm, { first, end }: KeepRange): number {
  let height = 0;
  for (let row = first; row < end; row += 1)
    height += Math.max(0, ...needs(grid, ({ y, height: rows }) => rows === 1 && y === row));
  const spanning = needs(grid, ({ y, height: rows }) => rows > 1 && y < end && y + rows > first);
  return spanning.reduce((sum, need) => sum + need, height);
}

/** Whether a row has a cell that stands in it alone, so that boxes tell where it is. */
const isSeen = ({ grid: { grid } }: SetForm, row: number): boolean =>
  grid.cells.some(({ y, height }) => y === row && height === 1);

type Place = SetForm['grid']['grid']['cells'][number];

const needs = ({ grid, cells }: SetForm['grid'], chosen: (cell: Place) => boolean): number[] =>
  grid.cells.flatMap((cell, id) => (chosen(cell) ? [cells[id]?.need ?? 0] : []));

/** The height of the header above a row, in whose scope it stands or which it follows. */
function headerAbove(set: SetForm, row: number): number {
  const scope = set.grid.grid.headers.find(({ end, until }) => row >= end && row < until);
  return scope === undefined ? 0 : mostHeight(set, scope);
}

/** Rows with the header right above them, which does not stand alone either. */
function withHeader({ grid }: SetForm, { first, end }: KeepRange): KeepRange {
  const scope = grid.grid.headers.find((one) => one.end === first);
  return { first: scope?.first ?? first, end };
}

const overlaps = (a: KeepRange, b: KeepRange): boolean => a.first < b.end && b.first < a.end;

test('rows that belong together stand on one page where an empty one surely holds them', () => {
  let checked = 0;
  everyForm(
    (set) => {
      const { keeps } = set.grid.grid;
      const pagesOfRow = (row: number): number[] =>
        set.pages.flatMap((page, number) => (rowsOn(set, page).own.includes(row) ? [number] : []));
      for (const range of keeps) {
        const whole = withHeader(set, range);
        if (keeps.some((other) => other !== range && overlaps(whole, other))) continue;
        const rows = Array.from({ length: range.end - range.first }, (_, i) => range.first + i);
        if (rows.some((row) => isHeaderRow(set.grid.grid, row) || !isSeen(set, row))) continue;
        if (mostHeight(set, range) + headerAbove(set, range.first) > set.room) continue;
        // A title is not left alone for it.
        const start = pagesOfRow(range.first)[0] ?? 0;
        if (set.block > 0 && start === pagesOfRow(0)[0]) continue;
        checked += 1;
        const pages = [...new Set(rows.flatMap(pagesOfRow))];
        if (pages.length > 1)
          throw new Error(`rows ${range.first} to ${range.end} stand on pages ${pages.join(' and ')}`);
      }
    },
    { seed: 61, numRuns: runs(150), from: keptForms },
  );
  expect(checked).toBeGreaterThan(50);
});

test('lines below a table never stand on a page without a row of it where the last one can go with them', () => {
  let checked = 0;
  everyForm(
    (set) => {
      const { grid } = set.grid;
      const last = grid.rows - 1;
      const tail = set.measured.sections[0]?.blocks.slice(set.block + 1) ?? [];
      const height = tail.reduce((sum, block) => sum + (block.kind === 'lines' ? block.height : 0), 0);
      const kept = grid.keeps.some(({ first, end }) => first < last && end > last);
      if (last < 1 || kept || isHeaderRow(grid, last - 1) || isHeaderRow(grid, last)) return;
      if (mostHeight(set, { first: last, end: last + 1 }) + headerAbove(set, last) + height > set.room) return;
      checked += 1;
      const pages = set.pages.filter(({ texts }) =>
        texts.some(({ owner }) => owner.kind === 'block' && owner.block > set.block),
      );
      expect(pages).toHaveLength(1);
      expect(pages[0]?.boxes.length).toBeGreaterThan(0);
    },
    { seed: 62, numRuns: runs(150), from: formsWithTails },
  );
  expect(checked).toBeGreaterThan(50);
});
