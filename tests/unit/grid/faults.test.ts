import { describe, expect, test } from 'vitest';
import { pt } from '../../../src/base/index.ts';
import type { TableSpec } from '../../../src/form/index.ts';
import { buildGrid, buildGrids } from '../../../src/grid/index.ts';
import { paperOf } from '../../support/fake-fonts.ts';
import { successOf } from '../../support/set-form.ts';
import { band, cell, formOf, group, label, lines, placed, row, table, title } from '../../support/specs.ts';

/** Code and place of each problem of a table. */
const faultsOf = (...bands: TableSpec['bands']): readonly string[] => {
  const grid = buildGrid({ ...table(...bands), at: placed(900) }, pt(400));
  return grid.ok ? [] : grid.problems.map(({ code, at }) => `${code} ${at.start}`);
};

const marked = (start: number) => ({ at: placed(start) });

describe('G001', () => {
  test('columns that do not sum to 100 are reported at their band', () => {
    expect(faultsOf({ ...band([50, 40], row(cell(), cell())), at: placed(7) })).toEqual(['G001 7']);
  });

  test('a column too narrow to be told from its neighbour is reported', () => {
    expect(faultsOf({ ...band([0.5, 99.5], row(cell(), cell())), at: placed(7) })).toEqual(['G001 7']);
    expect(faultsOf({ ...band([-10, 110], row(cell(), cell())), at: placed(7) })).toEqual(['G001 7']);
  });

  test('a few hundredths off are forgiven', () => {
    expect(faultsOf(band([33.33, 33.33, 33.34], row(cell(), cell(), cell())))).toEqual([]);
    expect(faultsOf(band([33.33, 33.33, 33.33], row(cell(), cell(), cell())))).toEqual([]);
    expect(faultsOf(band(new Array<number>(7).fill(14.29), row(cell('', { span: 7 }))))).toEqual([]);
  });
});

describe('G002', () => {
  test('a cell that reaches over the right edge is reported where it stands', () => {
    expect(faultsOf(band([50, 50], row(cell('甲'), cell('乙', { span: 2, ...marked(5) }))))).toEqual(['G002 5']);
  });

  test('a cell more than there are columns is reported where it stands', () => {
    expect(faultsOf(band([50, 50], row(cell(), cell(), cell('丙', marked(6)))))).toEqual(['G002 6']);
  });

  test('a label that leaves no column for its rows makes them overflow', () => {
    const spec = band([50, 50], group(label('组', { span: 2 }), row(cell('甲', marked(8)))));
    expect(faultsOf(spec)).toEqual(['G002 8']);
  });

  test('a cell that reaches below the last row of its band is reported where it stands', () => {
    const first = band([50, 50], row(cell(), cell('乙', { rows: 2, ...marked(9) })));
    expect(faultsOf(first, band([100], row(cell())))).toEqual(['G002 9']);
  });
});

describe('G003', () => {
  test('a cell that runs into one from above is reported with the place of the other', () => {
    const spec = band(
      [30, 40, 30],
      row(cell('甲'), cell('乙', { rows: 2, ...marked(10) }), cell('丙')),
      row(cell('丁', { span: 2, ...marked(11) }), cell('戊')),
    );
    const grid = buildGrid(table(spec), pt(400));
    const first = grid.ok ? undefined : grid.problems[0];
    expect([first?.code, first?.at.start, first?.related.map(({ at }) => at.start)]).toEqual(['G003', 11, [10]]);
  });
});

describe('G004', () => {
  test('a row with an empty slot is reported at the row', () => {
    const hole = { ...row(cell('甲')), at: placed(12) };
    expect(faultsOf(band([50, 50], row(cell(), cell()), hole))).toEqual(['G004 12']);
  });

  test('a slot left free below a cell of several rows is reported at its row', () => {
    const spec = band([50, 50], row(cell('甲', { rows: 2 }), cell('乙')), { ...row(), at: placed(13) });
    expect(faultsOf(spec)).toEqual(['G004 13']);
  });
});

describe('a fault says in the form’s own numbers what is wrong', () => {
  const saidOf = (...bands: TableSpec['bands']): string => {
    const grid = buildGrid(table(...bands), pt(400));
    return grid.ok ? '' : grid.problems.map(({ message }) => message).join('\n');
  };

  test.each<[string, TableSpec['bands'][number], string]>([
    ['a sum', band([50, 40], row(cell(), cell())), '这一段的栏宽之和是 90，不是 100'],
    ['a narrow column', band([0.4, 99.6], row(cell(), cell())), '这一段有一栏太窄，和旁边的栏合成了一条线'],
    [
      'too many columns',
      band([50, 50], row(cell(), cell('', { span: 2 }))),
      '这个格子要占第 2 到第 3 栏，这一段只有 2 栏',
    ],
    [
      'too many rows',
      band([50, 50], row(cell(), cell()), row(cell(), label('甲', { rows: 3 }))),
      '这个栏目要占 3 行，这一段从这里起只剩 1 行',
    ],
    [
      'two in a place',
      band([30, 40, 30], row(cell(), label('甲', { rows: 2 }), cell()), row(cell('', { span: 2 }), cell())),
      '这个格子和另一个格子重叠',
    ],
    ['a hole', band([30, 30, 40], row(cell(), cell())), '这一行没有排满：第 3 栏是空洞（这一段有 3 栏）'],
    ['no row', band([100]), '这张表一行也没有'],
  ])('%s', (_, one, said) => {
    expect(saidOf(one).split('\n')[0]).toBe(said);
  });

  test('of a hole below cells of several rows, it may be theirs', () => {
    const adviceOf = (rows: number) => {
      const grid = buildGrid(
        table(band([50, 50], row(label('甲', { rows }), cell()), row(...(rows === 2 ? [] : [cell()])))),
        pt(400),
      );
      return grid.ok ? [] : grid.problems.map(({ advice }) => advice);
    };
    expect(adviceOf(1)).toEqual(['补上格子（空格子写 <cell></cell>），或加大某一格的 span。']);
    expect(adviceOf(2)).toEqual([
      '补上格子（空格子写 <cell></cell>），或加大某一格的 span；上面跨行的格子该占到这里的，加大它的 rows。',
    ]);
  });

  test('of a cell that runs into another the other is told too', () => {
    const other = label('甲', { rows: 2, ...marked(3) });
    const spec = band([30, 40, 30], row(cell(), other, cell()), row(cell('', { span: 2 }), cell()));
    const grid = buildGrid(table(spec), pt(400));
    expect(grid.ok ? [] : grid.problems[0]?.related).toEqual([{ at: placed(3), message: '先占了这个位置的格子' }]);
  });
});

test('headings and lines beside a table are not touched', () => {
  const blocks = [title('标题'), lines([100], cell('注')), table(band([100], row(cell('甲'))))] as const;
  const document = successOf(buildGrids(formOf(paperOf(400, 400), ...blocks)));
  expect(document.sections[0]?.blocks.slice(0, 2)).toEqual(blocks.slice(0, 2));
  expect(document.sections[0]?.blocks[2]?.kind).toBe('grid');
});

describe('G005', () => {
  test('a table without a row is reported at the table', () => {
    expect(faultsOf(band([100]))).toEqual(['G005 900']);
    expect(faultsOf()).toEqual(['G005 900']);
  });
});

test('the faults of all tables of a document are reported at once, in the order of their places', () => {
  const paper = paperOf(400, 400);
  const first = table(band([100], row(cell(), cell('乙', marked(30)))));
  const second = table(band([100], row(cell('甲', { span: 2, ...marked(20) }))));
  const grids = buildGrids(formOf(paper, first, second));
  expect(grids.ok ? [] : grids.problems.map(({ at }) => at.start)).toEqual([20, 30]);
});
