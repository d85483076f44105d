import { describe, expect, test } from 'vitest';
import type { ColumnWish, FormDocument } from '../../../src/form/index.ts';
import { settleColumns } from '../../../src/measure/index.ts';
import { fakeSetup, paperOf } from '../../support/fake-fonts.ts';
import { successOf } from '../../support/set-form.ts';
import { cell, formOf, placed, row } from '../../support/specs.ts';

const free: ColumnWish = { least: 0, most: 100 };
const paper = paperOf(400, 600);

/** Bands of open columns, each with rows of texts of many lengths. */
function openForm({
  bands,
  columns,
  rows,
}: Readonly<Record<'bands' | 'columns' | 'rows', number>>): FormDocument<ColumnWish> {
  const text = (a: number, b: number): string => '字'.repeat((a * 7 + b * 13) % 30);
  const band = (i: number) => ({
    columns: new Array<ColumnWish>(columns).fill(free),
    children: Array.from({ length: rows }, (_, y) =>
      row(...Array.from({ length: columns }, (_, x) => cell(text(i + x, y)))),
    ),
    at: placed(i),
  });
  const table = { kind: 'table', bands: Array.from({ length: bands }, (_, i) => band(i)), at: placed(0) } as const;
  return { ...formOf(paper), sections: [{ paper, blocks: [table] }] };
}

describe('the search for widths', () => {
  test.each([
    { bands: 8, columns: 12, rows: 30, times: 2 },
    { bands: 1, columns: 20, rows: 200, times: 1 },
  ])(
    'of $bands bands of $columns columns and $rows rows ends soon, with widths that sum to 100, alike each time',
    (size) => {
      const find = () => successOf(settleColumns(openForm(size), fakeSetup)).found;
      const [found = [], ...again] = Array.from({ length: size.times }, find);
      expect(found).toHaveLength(size.bands);
      for (const { columns } of found) expect(columns.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 6);
      for (const other of again) expect(other).toEqual(found);
    },
    60_000,
  );
});
