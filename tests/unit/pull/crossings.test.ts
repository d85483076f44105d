import { expect, test } from 'vitest';
import type { Field } from '../../../src/blueprint/index.ts';
import type { Context } from '../../../src/pull/wishes/context.ts';
import { joinCrossings } from '../../../src/pull/wishes/crossings.ts';
import { type ItemWish, same } from '../../../src/pull/wishes/types.ts';

type Cells = readonly [columns: string, name: string, rest: string];
const LONG = '一段长得认得出来的话，不止十二个字';

const fields = new Map(['甲', '乙'].map((name) => [name, { kind: 'text', name } as Field]));

/** For each new row the number of the row that is gone and came there; null: none. */
function joined(gone: readonly Cells[], fresh: readonly Cells[]): (number | null)[] {
  const rowOf = ([columns, name, rest]: Cells) => ({
    columns: fields.get(columns) as Field,
    row: { kind: 'row', row: { name }, rest } as const,
  });
  const nodes = gone.map(() => ({}) as NonNullable<ItemWish['from']>);
  const items = fresh.map((): ItemWish => ({ from: null, wish: same }));
  joinCrossings({
    lone: {
      gone: gone.map((cells, i) => ({ ...rowOf(cells), of: nodes[i], again: () => same })),
      fresh: fresh.map((cells, i) => ({ ...rowOf(cells), of: items[i], instance: {} })),
    },
  } as unknown as Context);
  return items.map(({ from }) => (from === null ? null : nodes.indexOf(from)));
}

test('rows that are wholly equal are joined in their order', () => {
  const row: Cells = ['甲', '数量', '5'];
  expect(joined([row, row], [row, row, row])).toEqual([0, 1, null]);
  expect(joined([['甲', '', LONG]], [['甲', '', LONG]])).toEqual([0]);
});

test('else rows by a name that is there once on either side', () => {
  expect(joined([['甲', '数量', '5']], [['甲', '数量', '6']])).toEqual([0]);
  const twice: readonly Cells[] = [5, 6].map((n) => ['甲', '数量', `${n}`]);
  expect(joined(twice, [['甲', '数量', '7']])).toEqual([null]);
  expect(joined([['甲', '数量', '7']], twice)).toEqual([null, null]);
  expect(joined([['甲', '数量', '5'], ...twice], [['甲', '数量', '7'], ...twice])).toEqual([1, 0, 2]);
});

test('rows of other columns, and those without a name that say little, are not', () => {
  expect(joined([['甲', '数量', '5']], [['乙', '数量', '5']])).toEqual([null]);
  expect(joined([['甲', '', '5']], [['甲', '', '5']])).toEqual([null]);
});

// A quadratic step would not come to an end within the time limit of a test.
test('many are joined in proportion to their number', () => {
  const rows = Array.from({ length: 20_000 }, (_, i): Cells => ['甲', `数量${i}`, '5']);
  const changed = rows.map(([columns, name]): Cells => [columns, name, '6']);
  expect(joined(rows, rows.toReversed()).at(0)).toBe(rows.length - 1);
  expect(joined(rows, changed).at(-1)).toBe(rows.length - 1);
});
