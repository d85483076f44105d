import { expect, test } from 'vitest';
import { usualForms } from '../../support/arbitrary-papers.ts';
import { everyForm } from '../../support/every-form.ts';
import { paperOf } from '../../support/fake-fonts.ts';
import { runs } from '../../support/runs.ts';
import { setForm } from '../../support/set-form.ts';
import { band, cell, formOf, header, label, lines, table } from '../../support/specs.ts';
import { isBroken, laidOutStarts, pagesOf, readerStarts, tableOf, tailOf } from './flow-reader.ts';
import { rows } from './support.ts';

test('a reader who repeats no label and no inner header turns pages at the same rows, as long as none is broken', () => {
  let seen = 0;
  everyForm(
    (set) => {
      const pages = pagesOf(set);
      if (isBroken(set) || pages.length < 2) return;
      seen += 1;
      expect(readerStarts(set)).toEqual(laidOutStarts(set));
    },
    { seed: 31, numRuns: runs(150), from: usualForms },
  );
  expect(seen).toBeGreaterThan(20);
});

test('where rows are broken, he turns nearly all pages where they were laid out', () => {
  let [agreeing, seen] = [0, 0];
  everyForm(
    (set) => {
      if (!isBroken(set)) return;
      seen += 1;
      if (JSON.stringify(readerStarts(set)) === JSON.stringify(laidOutStarts(set))) agreeing += 1;
    },
    { seed: 31, numRuns: runs(300), from: usualForms },
  );
  expect(seen).toBeGreaterThan(100);
  expect(agreeing / seen).toBeGreaterThan(0.9);
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

test('a header that he repeats is no higher than laid out: the rows below it take the room of those that go over', () => {
  const listed = table(band([50, 50], header(label('名'), label('数')), ...rows(1, 4)));
  const signature = lines([100], cell(['签', '字', '盖', '章']));
  const set = setForm(formOf(paperOf(200, 16 + 14 * 4 + 50), listed, signature));
  const { rows: planned, repeated } = tableOf(set);
  const [head, first] = pagesOf(set)[0]?.pieces ?? [];
  expect([repeated, planned[0]?.height]).toEqual([1, head?.height]);
  expect(planned[1]?.height).toBeGreaterThan(first?.height ?? 0);
  expect(readerStarts(set)).toEqual(laidOutStarts(set));
});
