import { expect, test } from 'vitest';
import { pt } from '../../../src/base/index.ts';
import { planFlow, type TableFlow } from '../../../src/layout/index.ts';
import { usualForms } from '../../support/arbitrary-papers.ts';
import { everyForm } from '../../support/every-form.ts';
import { runs } from '../../support/runs.ts';
import type { SetForm } from '../../support/set-form.ts';

const EXTRA = pt(3);

const tableOf = ({ measured, paged, block }: SetForm): TableFlow => {
  const table = planFlow(measured, paged, EXTRA)[block]?.table;
  if (table == null) throw new Error('a plan without a table');
  return table;
};

const pagesOf = ({ paged, block }: SetForm) => paged.tables.find((table) => table.block === block)?.pages ?? [];

const isBroken = (set: SetForm): boolean => pagesOf(set).some(({ pieces }) => pieces.some(({ last }) => !last));

/** The height of the lines below the table. */
function tailOf({ measured, block }: SetForm): number {
  const below = measured.sections[0]?.blocks.slice(block + 1) ?? [];
  const end = below.findIndex(({ kind }) => kind !== 'lines');
  const lines = below.slice(0, end === -1 ? undefined : end);
  return lines.reduce((sum, one) => sum + (one.kind === 'lines' ? one.height : 0), 0);
}

/**
 * The first rows of the pages of a reader who takes rows as long as they fit, and kept ones only together; `tail` is kept
 * with a last row that says so.
 */
function readerStarts({ rows, repeated }: TableFlow, rooms: readonly number[], tail: number): number[] {
  const starts = [0];
  const heads = rows.slice(0, repeated).reduce((sum, { height }) => sum + height, 0);
  let used = 0;
  let row = 0;
  while (row < rows.length) {
    let end = row;
    while (rows[end]?.keepNext === true) end += 1;
    const below = end === rows.length ? tail : 0;
    const height = rows.slice(row, end + 1).reduce((sum, one) => sum + one.height, below);
    const room = (rooms[starts.length - 1] ?? rooms.at(-1) ?? 0) + EXTRA;
    if (used > 0 && used + height > room) {
      starts.push(row);
      used = heads;
    }
    used += height;
    row = end + 1;
  }
  return starts;
}

test('a reader who repeats no label and no inner header turns pages at the same rows, as long as none is broken', () => {
  let seen = 0;
  everyForm(
    (set) => {
      const pages = pagesOf(set);
      if (isBroken(set) || pages.length < 2) return;
      seen += 1;
      const starts = pages.map(({ pieces }) => pieces.find(({ repeat }) => !repeat)?.row);
      const rooms = pages.map(({ room }) => room - set.grid.table.rule);
      expect(readerStarts(tableOf(set), rooms, tailOf(set))).toEqual(starts);
    },
    { seed: 31, numRuns: runs(150), from: usualForms },
  );
  expect(seen).toBeGreaterThan(20);
});

test('rows are never lower than on their page, and a broken row has no height of its own', () => {
  everyForm(
    (set) => {
      const { rows } = tableOf(set);
      const pieces = pagesOf(set).flatMap((page) => page.pieces.filter(({ repeat }) => !repeat));
      for (const { row, height } of pieces) {
        const own = pieces.filter((one) => one.row === row);
        if (own.length > 1) expect(rows[row]).toMatchObject({ height: 0, splits: true });
        else expect(rows[row]?.height).toBeGreaterThanOrEqual(height - 1);
      }
      expect(rows).toHaveLength(set.grid.grid.rows);
    },
    { seed: 32 },
  );
});

test('what stands on one page needs no help: its rows are as high as laid out, and the last is kept with what is below', () => {
  everyForm(
    (set) => {
      const pages = pagesOf(set);
      if (pages.length !== 1) return;
      const { rows } = tableOf(set);
      expect(rows.map(({ height }) => height)).toEqual(pages[0]?.pieces.map(({ height }) => height));
      expect(rows.slice(0, -1).some(({ keepNext }) => keepNext)).toBe(false);
      if (rows.at(-1)?.keepNext) expect(tailOf(set)).toBeGreaterThan(0);
    },
    { seed: 33, from: usualForms },
  );
});
