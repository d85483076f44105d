import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pt } from '../../../src/base/index.ts';
import type { BandSpec, ColumnWish, FormDocument, RowSpec } from '../../../src/form/index.ts';
import { settleColumns } from '../../../src/measure/index.ts';
import { cellText, labelText } from '../../support/arbitrary-texts.ts';
import { fakeSetup, paperOf } from '../../support/fake-fonts.ts';
import { setTable, successOf } from '../../support/set-form.ts';
import { cell, formOf, label, placed, row } from '../../support/specs.ts';

const free: ColumnWish = { least: 0, most: 100 };

const bandOf = (columns: readonly ColumnWish[], ...rows: readonly RowSpec[]): BandSpec<ColumnWish> => ({
  columns,
  children: rows,
  at: placed(7),
});

const paper = paperOf(400, 600);

const formWith = (...bands: readonly BandSpec<ColumnWish>[]): FormDocument<ColumnWish> => ({
  ...formOf(paper),
  sections: [{ paper, blocks: [{ kind: 'table', bands, at: placed(0) }] }],
});

const settled = (...bands: readonly BandSpec<ColumnWish>[]) => successOf(settleColumns(formWith(...bands), fakeSetup));

/** The widths given to the columns of each band. */
function widthsOf(...bands: readonly BandSpec<ColumnWish>[]): (readonly number[])[] {
  const [block] = settled(...bands).form.sections[0]?.blocks ?? [];
  return block?.kind === 'table' ? block.bands.map(({ columns }) => columns) : [];
}

const heightOf = (columns: readonly number[], ...rows: readonly RowSpec[]): number => {
  const { pages } = setTable(
    { kind: 'table', bands: [{ columns, children: rows, at: placed(0) }], at: placed(0) },
    {
      ...paper,
      height: pt(20_000),
    },
  );
  return pages.flatMap(({ boxes }) => boxes.map(({ y, height }) => y + height)).reduce((a, b) => Math.max(a, b), 0);
};

test('a column of indented names is wider', () => {
  const widest = (indent: number): number => {
    const rows = ['职业教育', '普通教育'].map((name) => row(cell(name, { indent }), cell(long(90))));
    return widthsOf(bandOf([free, free], ...rows))[0]?.[0] ?? 0;
  };
  expect(widest(4)).toBeGreaterThan(widest(0));
});

test('numbers that cannot all be whole suffer alike', () => {
  const amount = '1,234,567,890.12';
  const six = Array.from({ length: 6 }, () => cell(amount));
  const [columns = []] = widthsOf(
    bandOf(
      Array.from({ length: 7 }, () => free),
      row(cell('某某区民政局'), ...six),
    ),
  );
  const [name = 0, ...amounts] = columns;
  // Two characters and the padding.
  expect(name).toBeGreaterThanOrEqual(6);
  expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(4);
});

const long = (count: number): string => '字'.repeat(count);

const rows = [
  row(label('名称'), label('主要内容'), label('金额')),
  row(cell('甲项目'), cell(long(120)), cell('8,400.00')),
  row(cell('乙项目'), cell(long(90)), cell('120.50')),
];

describe('columns whose widths a template leaves open', () => {
  test('make the table lower than equal ones, and come out as percents that sum to 100', () => {
    const [widths = []] = widthsOf(bandOf([free, free, free], ...rows));
    expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 6);
    expect(widths[1]).toBeGreaterThan(60);
    expect(heightOf(widths, ...rows)).toBeLessThan(heightOf([33, 34, 33], ...rows));
  });

  test('keep numbers whole and labels unbroken where that is possible', () => {
    const [widths = []] = widthsOf(bandOf([free, free, free], ...rows));
    const grid = setTable(
      { kind: 'table', bands: [{ columns: widths, children: rows, at: placed(0) }], at: placed(0) },
      paper,
    );
    const short = grid.grid.cells.filter((_, id) => [0, 1, 2, 5, 8].includes(id));
    expect(short.map(({ lineCount }) => lineCount)).toEqual([1, 1, 1, 1, 1]);
  });

  test('keep the one total of a long list whole, however many lines a narrower column would save', () => {
    const listed = Array.from({ length: 60 }, () => row(cell(long(64)), cell('580,000.00')));
    const [[, amounts = 0] = []] = widthsOf(
      bandOf([free, free], ...listed, row(label('合计'), cell('1,234,567,890.00'))),
    );
    // Sixteen characters of 5 pt and a point on either side, of 400 pt.
    expect(amounts).toBeGreaterThanOrEqual((100 * 82) / 400);
  });

  test('are not narrowed for the sake of one value that is longer than any amount or code', () => {
    const listed = Array.from({ length: 60 }, () => row(cell(long(64)), cell('580,000.00')));
    const [[texts = 0] = []] = widthsOf(bandOf([free, free], ...listed, row(label('合计'), cell('9'.repeat(70)))));
    expect(texts).toBeGreaterThan(40);
  });

  test('stay within their bounds, beside fixed ones', () => {
    const [widths = []] = widthsOf(bandOf([20, { least: 0, most: 45 }, { least: 25, most: 100 }], ...rows));
    expect(widths[0]).toBe(20);
    expect(widths[1]).toBeLessThanOrEqual(45);
    expect(widths[2]).toBeGreaterThanOrEqual(25);
  });

  test('do not move when a few characters change', () => {
    const edited = [rows[0], row(cell('甲项目'), cell(long(123)), cell('8,412.00')), rows[2]] as RowSpec[];
    expect(widthsOf(bandOf([free, free, free], ...edited))).toEqual(widthsOf(bandOf([free, free, free], ...rows)));
  });

  test('have one first column in all bands, the fixed one where there is one', () => {
    const other = row(label('总体目标'), cell(long(200)));
    const found = widthsOf(bandOf([free, free, free], ...rows), bandOf([free, free], other));
    expect(found[0]?.[0]).toBe(found[1]?.[0]);
    const given = widthsOf(bandOf([free, free, free], ...rows), bandOf([17, 83], other));
    expect(given.map(([first]) => first)).toEqual([17, 17]);
  });

  test('are told, with the band that they are for', () => {
    const { found } = settled(bandOf([20, 80], row(label('甲'), cell('乙'))), bandOf([free, free, free], ...rows));
    expect(found).toHaveLength(1);
    expect(found[0]?.at).toEqual(placed(7));
  });
});

describe('bounds that cannot be held are told at the band', () => {
  test.each<[string, readonly ColumnWish[], string]>([
    ['too much', [60, { least: 50, most: 100 }], '这一段的栏宽最窄合起来也有 110，凑不成 100'],
    ['too little', [20, { least: 0, most: 30 }], '这一段的栏宽最宽合起来只有 50，凑不成 100'],
  ])('%s', (_, columns, message) => {
    const outcome = settleColumns(formWith(bandOf(columns, row(label('甲'), cell('乙')))), fakeSetup);
    expect(outcome.ok ? [] : outcome.problems).toMatchObject([{ code: 'G001', message, at: placed(7) }]);
  });
});

test('whatever the texts and bounds, widths sum to 100, keep the bounds and are found again', () => {
  const wish = fc.oneof(
    fc.constant<ColumnWish>(free),
    fc.integer({ min: 5, max: 20 }),
    fc.record({ least: fc.integer({ min: 0, max: 15 }), most: fc.integer({ min: 20, max: 100 }) }),
  );
  const band = fc
    .tuple(fc.array(wish, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([wishes, count]) => {
      const columns = [...wishes, free];
      const one = fc.oneof(
        cellText.map((text) => cell(text)),
        labelText.map((text) => label(text)),
      );
      return fc
        .array(fc.array(one, { minLength: columns.length, maxLength: columns.length }), {
          minLength: count,
          maxLength: count,
        })
        .map((all) => bandOf(columns, ...all.map((cells) => row(...cells))));
    });
  fc.assert(
    fc.property(band, (one) => {
      const [widths = []] = widthsOf(one);
      expect(Math.abs(widths.reduce((a, b) => a + b, 0) - 100)).toBeLessThan(0.05);
      one.columns.forEach((column, i) => {
        const width = widths[i] as number;
        if (typeof column === 'number') expect(width).toBe(column);
        else {
          expect(width).toBeGreaterThanOrEqual(column.least);
          expect(width).toBeLessThanOrEqual(column.most);
        }
      });
      expect(widthsOf(one)).toEqual([widths]);
    }),
    { seed: 90, numRuns: 60 },
  );
});

describe('columns that share the width with fixed ones, or with many', () => {
  test('share the first column of a fixed band only where the others still have room', () => {
    const filled = row(cell('甲'), cell('乙'), cell('丙'));
    const [, widths = []] = widthsOf(
      bandOf([80, 20], row(cell('甲'), cell('乙'))),
      bandOf([free, { least: 30, most: 100 }, free], filled),
    );
    expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 6);
    expect(widths[1]).toBeGreaterThanOrEqual(30);
    const many = row(...Array.from({ length: 8 }, () => cell('甲')));
    for (const first of [80, 50]) {
      const [, beside = []] = widthsOf(
        bandOf([first, 100 - first], row(cell('甲'), cell('乙'))),
        bandOf([free, ...new Array<ColumnWish>(7).fill(free)], many),
      );
      expect(beside.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 6);
    }
  });

  test('have four percents at least, and half of an even share where all would take half of the sheet', () => {
    const leastOf = (count: number): number => {
      const cells = Array.from({ length: count }, (_, x) => cell(x === 0 ? '1' : '12345.00'));
      return widthsOf(bandOf(new Array<ColumnWish>(count).fill(free), row(...cells)))[0]?.[0] ?? 0;
    };
    expect(leastOf(12)).toBeGreaterThanOrEqual(4);
    // Numbers of twenty columns get the room that one digit does not need.
    expect(leastOf(20)).toBeGreaterThanOrEqual(100 / 20 / 2);
    expect(leastOf(20)).toBeLessThan(4);
    expect(leastOf(30)).toBeGreaterThanOrEqual(100 / 30 / 2);
  });

  test('may have bounds that leave no choice, and miss the whole by a few hundredths', () => {
    const two = row(cell('甲'), cell('乙'));
    expect(widthsOf(bandOf([40, { least: 60, most: 100 }], two))).toEqual([[40, 60]]);
    const [thirds = []] = widthsOf(bandOf([33.33, 33.33, { least: 0, most: 33.33 }], row(...two.cells, cell('丙'))));
    expect(thirds).toEqual([33.33, 33.33, 33.33]);
  });

  test('are narrower than usual where there are many, and are refused where nothing is left for them', () => {
    const cells = (count: number) => row(...Array.from({ length: count }, () => cell('甲')));
    const [widths = []] = widthsOf(bandOf(new Array<ColumnWish>(60).fill(free), cells(60)));
    expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 6);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(0.5);
    const [asked = []] = widthsOf(bandOf([{ least: 2, most: 2 }, free], row(cell('甲'), cell('乙'))));
    expect(asked[0]).toBe(2);
    const outcome = settleColumns(formWith(bandOf([99, free, free], cells(3))), fakeSetup);
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ code: 'G001', message: '这一段的栏宽写死的和下限合起来已有 99，其余 2 栏只剩 1，凑不成 100' }],
    });
  });
});
