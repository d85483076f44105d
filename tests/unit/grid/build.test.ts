import { describe, expect, test } from 'vitest';
import { pt } from '../../../src/base/index.ts';
import type { TableSpec } from '../../../src/form/index.ts';
import { buildGrid, type Grid } from '../../../src/grid/index.ts';
import { pictureGrid } from '../../support/picture-grid.ts';
import { successOf } from '../../support/set-form.ts';
import { band, cell, group, header, label, row, table } from '../../support/specs.ts';

const gridOf = (...bands: TableSpec['bands']): Grid => successOf(buildGrid(table(...bands), pt(400)));

describe('columns', () => {
  test('bands with other columns share one set of edges', () => {
    const grid = gridOf(band([50, 50], row(cell('甲'), cell('乙'))), band([25, 50, 25], row(cell(), cell(), cell())));
    expect(grid.edges).toEqual([0, pt(100), pt(200), pt(300), pt(400)]);
    expect(pictureGrid(grid)).toBe(['  甲 | < | 乙 | <', '   |  | < |'].join('\n'));
  });

  test('edges within a point are one edge, the first of them', () => {
    const grid = gridOf(band([50, 50], row(cell(), cell())), band([50.2, 49.8], row(cell(), cell())));
    expect(grid.edges).toEqual([0, pt(200), pt(400)]);
  });

  test('edges further apart than a point stay two', () => {
    const grid = gridOf(band([50, 50], row(cell(), cell())), band([50.3, 49.7], row(cell(), cell())));
    expect(grid.edges).toEqual([0, pt(200), pt(201.2), pt(400)]);
  });

  test('columns that sum to a little less still reach the right edge', () => {
    const grid = gridOf(band([33.33, 33.33, 33.33], row(cell(), cell(), cell())));
    expect(grid.edges.at(-1)).toBe(pt(400));
  });

  test('columns of more than two points never fall together, whatever other bands say', () => {
    const narrow = band([40, 0.51, 0.51, 58.98], row(cell(), cell(), cell(), cell()));
    const others = [39.76, 40.27, 40.52, 40.78, 41.26].map((at) => band([at, 100 - at], row(cell(), cell())));
    const grid = gridOf(narrow, ...others);
    for (const { width } of grid.cells) expect(width).toBeGreaterThan(0);
  });
});

describe('groups', () => {
  test('a label covers all rows of its group, and nested labels theirs', () => {
    const grid = gridOf(
      band(
        [20, 20, 60],
        group(
          label('产出'),
          group(label('数量'), row(cell('一')), row(cell('二'))),
          group(label('质量'), row(cell('三'))),
        ),
        row(label('备注', { span: 2 }), cell('四')),
      ),
    );
    expect(`\n${pictureGrid(grid)}`).toBe(`
  产出 | 数量 | 一
  ^ | ^ | 二
  ^ | 质量 | 三
  备注 | < | 四`);
  });

  test('a cell of several rows pushes the cells below it to the right', () => {
    const grid = gridOf(band([30, 70], row(label('甲', { rows: 2 }), cell('一')), row(cell('二'))));
    expect(pictureGrid(grid)).toBe('  甲 | 一\n  ^ | 二');
  });
});

describe('headers', () => {
  test('a header serves the rows up to the next header or the end of its band', () => {
    const grid = gridOf(
      band([100], row(cell()), header(label('甲')), row(cell()), row(cell()), header(label('乙')), row(cell())),
      band([100], row(cell())),
    );
    expect(grid.headers).toEqual([
      { first: 1, end: 2, until: 4 },
      { first: 4, end: 5, until: 6 },
    ]);
  });

  test('all rows of a header group are one header', () => {
    const head = { ...group(label('甲'), row(label('一')), row(label('二'))), header: true };
    const grid = gridOf(band([50, 50], head, row(cell(), cell())));
    expect(grid.headers).toEqual([{ first: 0, end: 2, until: 3 }]);
    expect(pictureGrid(grid)).toBe('# 甲 | 一\n# ^ | 二\n   |');
  });

  test('a header inside a group serves the rows of its band, not only those of the group', () => {
    const grid = gridOf(band([50, 50], group(label('组'), header(label('头')), row(cell())), row(label('又'), cell())));
    expect(grid.headers).toEqual([{ first: 0, end: 1, until: 3 }]);
  });
});

describe('rows kept together', () => {
  const rows = (count: number) => Array.from({ length: count }, () => row(cell()));

  test('a row or group kept whole is a range of its own rows', () => {
    const kept = { ...group(label('组'), ...rows(3)), keep: 'whole' as const };
    const one = { ...row(cell('一', { span: 2 })), keep: 'whole' as const };
    expect(gridOf(band([50, 50], one, kept)).keeps).toEqual([
      { first: 0, end: 1 },
      { first: 1, end: 4 },
    ]);
  });

  test('a row kept with the next is a range of the two, and a group is kept by its last row', () => {
    const next = { ...row(cell('一', { span: 2 })), keep: 'next' as const };
    const kept = { ...group(label('组'), ...rows(2)), keep: 'next' as const };
    expect(gridOf(band([50, 50], next, kept, row(cell(), cell()))).keeps).toEqual([
      { first: 0, end: 2 },
      { first: 2, end: 4 },
    ]);
  });

  test('rows are counted through all bands, and the last of one is kept with the first of the next', () => {
    const next = { ...row(cell()), keep: 'next' as const };
    expect(gridOf(band([100], ...rows(2), next), band([100], ...rows(1))).keeps).toEqual([{ first: 2, end: 4 }]);
  });

  test('the last row of a table has none to be kept with', () => {
    expect(gridOf(band([100], ...rows(1), { ...row(cell()), keep: 'next' as const })).keeps).toEqual([]);
  });

  test('marks inside marked groups stand for themselves', () => {
    const inner = { ...group(label('内'), ...rows(2)), keep: 'whole' as const };
    const outer = { ...group(label('外'), inner, row(cell('末', { span: 2 }))), keep: 'whole' as const };
    expect(gridOf(band([30, 30, 40], outer)).keeps).toEqual([
      { first: 0, end: 2 },
      { first: 0, end: 3 },
    ]);
  });
});

test('a long text is cut in the picture of a grid, and paragraphs are joined by \\n', () => {
  const grid = gridOf(band([50, 50], row(cell('一二三四五六七八九十一二三'), cell(['甲', '乙']))));
  expect(pictureGrid(grid)).toBe('  一二三四五六七八九十一… | 甲\\n乙');
});
