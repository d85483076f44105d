import { describe, expect, test } from 'vitest';
import { pt } from '../../../src/base/index.ts';
import type { BandSpec, CellSpec } from '../../../src/form/index.ts';
import type { MeasuredCell, Setup } from '../../../src/measure/index.ts';
import { fakeSetup, paperOf } from '../../support/fake-fonts.ts';
import { linesOf, lineText, setForm, setTable } from '../../support/set-form.ts';
import { band, cell, formOf, group, label, row, table } from '../../support/specs.ts';

const paper = paperOf(400, 400);

/** The cells of a column of 240 pt, one below the other; beside each stands an empty one. */
function column(...cells: readonly CellSpec[]): readonly MeasuredCell[] {
  const rows = cells.map((one) => row(one, cell('', { align: 'right', role: 'label' })));
  return setTable(table(band([60, 40], ...rows)), paper).grid.cells.filter((_, id) => id % 2 === 0);
}

const alignsOf = (cells: readonly MeasuredCell[]): string[] => cells.map(({ align }) => align);

describe('running text', () => {
  const long = '推进志愿服务工作（共12项），助力基层社会治理。'.repeat(4);

  test('fills its lines from one end to the other, but for the last of each paragraph', () => {
    const [one] = column(cell([long, long]));
    expect(one?.paragraphs.map(({ justified }) => justified)).toEqual([true, true]);
    for (const { lines } of one?.paragraphs ?? [])
      for (const line of lines.slice(0, -1)) expect(line.width).toBe(one?.width);
  });

  test('that stands at the right or in the middle is not stretched', () => {
    for (const align of ['left', 'right', 'center'] as const) {
      const [one] = column(cell('字'.repeat(30), { align }));
      expect(one?.paragraphs.map(({ justified }) => justified)).toEqual([false]);
      expect(one && linesOf(one).map(({ width }) => width)).toEqual([pt(230), pt(70)]);
    }
  });

  test('stays ragged where a line would be torn apart, and in a narrow cell', () => {
    const torn = '一二三四五六七八九十一二三四五六1234567890123.50万元一二三四五六七八'.repeat(2);
    expect(column(cell(torn)).flatMap(({ paragraphs }) => paragraphs.map(({ justified }) => justified))).toEqual([
      false,
    ]);
    const [narrow] = setTable(table(band([20, 80], row(cell(long), cell()))), paper).grid.cells;
    expect(narrow?.paragraphs[0]?.justified).toBe(false);
    expect(narrow?.align).toBe('left');
  });

  test('is squeezed at marks to take one more character, which may save a line', () => {
    // 23.6 squares for 22 and two marks inside that give a quarter each: the 24th fits only squeezed.
    const squeezed = `${'字'.repeat(10)}，${'字'.repeat(5)}，${'字'.repeat(7)}`;
    expect(column(cell(squeezed)).map(({ lineCount }) => lineCount)).toEqual([1]);
    expect(column(cell('字'.repeat(24))).map(({ lineCount }) => lineCount)).toEqual([2]);
  });
});

describe('a column of cells', () => {
  const long = '字'.repeat(50);

  test('leaves a cell where its form puts it', () => {
    expect(alignsOf(column(cell('字'), cell('字'), cell('字', { align: 'right' })))).toEqual([
      'center',
      'center',
      'right',
    ]);
    expect(alignsOf(column(cell(long), cell(long), cell('字', { align: 'center' })))).toEqual([
      'justify',
      'justify',
      'center',
    ]);
  });

  test('is not ruled by the cells that its form puts somewhere', () => {
    const right = Array.from({ length: 3 }, () => cell(long, { align: 'right' }));
    expect(alignsOf(column(cell('字'), ...right))).toEqual(['center', 'right', 'right', 'right']);
  });

  test('with as many long values as short ones is one of values, which are centred', () => {
    expect(alignsOf(column(cell('字'), cell(long)))).toEqual(['center', 'center']);
  });
});

describe('what reaches into the padding', () => {
  const beyondOf = (text: string | readonly string[]) =>
    setTable(table(band([12, 88], row(cell(text), cell('甲')))), paper).grid.cells[0]?.beyond;

  test('is one value by itself, not a text that may be parted nor one of several', () => {
    expect(beyondOf('123456789')).toBe(pt(0.5));
    expect(beyondOf('汉汉汉汉:')).toBe(0);
    expect(beyondOf(['123456789', '甲'])).toBe(0);
  });
});

describe('first lines', () => {
  const indentsOf = (
    text: string | readonly string[],
    width: number,
    indent: Setup['paragraph']['indent'] = 'auto',
  ) => {
    const setup = { ...fakeSetup, paragraph: { ...fakeSetup.paragraph, indent } };
    const form = formOf(paperOf(width, 400), table(band([100], row(cell(text, { align: 'justify' })))));
    return setForm(form, setup).grid.cells[0]?.paragraphs.map((one) => one.indent);
  };
  const squares = (count: number) => '字'.repeat(count);

  test('are indented by two characters where the measure is 24 wide, a single paragraph from three lines on', () => {
    expect(indentsOf(squares(72), 244)).toEqual([pt(20)]);
    expect(indentsOf(squares(48), 244)).toEqual([0]);
    expect(indentsOf(squares(72), 243)).toEqual([0]);
  });

  test('of several paragraphs are indented by one character where it is narrower, which tells them apart', () => {
    expect(indentsOf([squares(30), squares(5)], 200)).toEqual([pt(10), pt(10)]);
    expect(indentsOf([squares(30), squares(5)], 244)).toEqual([pt(20), pt(20)]);
  });

  test('of values of one line each are not indented, before there are three of them, which are a text', () => {
    expect(indentsOf([squares(5), squares(5)], 244)).toEqual([0, 0]);
    expect(indentsOf([squares(5), squares(5), squares(5)], 244)).toEqual([pt(20), pt(20), pt(20)]);
    expect(indentsOf([squares(5), squares(5), squares(5)], 200)).toEqual([0, 0, 0]);
  });

  test('leave half of a narrow measure to the text, however much a form asks for', () => {
    expect(indentsOf(squares(60), 104, 8)).toEqual([pt(50)]);
    expect(indentsOf(squares(60), 204, 8)).toEqual([pt(80)]);
  });

  test('of an empty paragraph between two others have no indent', () => {
    expect(indentsOf([squares(30), '', squares(30)], 244)).toEqual([pt(20), 0, pt(20)]);
  });
});

describe('paragraphs of a label', () => {
  test('have no space between them, as those of a cell have', () => {
    const setup = { ...fakeSetup, paragraph: { ...fakeSetup.paragraph, gap: pt(3) } };
    const form = formOf(paper, table(band([50, 50], row(label(['甲', '乙']), cell(['甲', '乙'])))));
    const needs = setForm(form, setup).grid.cells.map(({ gap, need }) => [gap, need]);
    expect(needs).toEqual([
      [0, pt(2 * 14 + 2)],
      [pt(3), pt(2 * 12 + 3 + 2)],
    ]);
  });
});

describe('what says that it goes on where it is printed again', () => {
  const setup = { ...fakeSetup, table: { ...fakeSetup.table, continued: '（续）' } };
  /** The texts of the cells that have one for further pages, as they are printed there. */
  const againIn = (...bands: readonly BandSpec[]) =>
    setForm(formOf(paper, table(...bands)), setup).grid.cells.flatMap(({ again }) =>
      again === null ? [] : again.flatMap(({ lines }) => lines.map(lineText)).join(''),
    );

  const long = cell('民'.repeat(60));

  test('is a label, and the name of a row that may be broken: the first cell that stands in it alone', () => {
    const rows = [row(cell('甲项目'), long), row(cell('乙项目'), cell('9'))];
    expect(againIn(band([10, 45, 45], group(label('指标'), ...rows)))).toEqual(['指标（续）', '甲项目（续）']);
    expect(againIn(band([50, 50], row(label('名称'), long)))).toEqual(['名称（续）']);
  });

  test('is no cell of several rows, which names none of them', () => {
    expect(againIn(band([50, 50], row(cell('甲', { rows: 2 }), cell('乙')), row(long)))).toEqual([]);
  });
});

describe('names that are spread', () => {
  const widthsOf = (spec: CellSpec) => column(spec).flatMap((one) => linesOf(one).map(({ width }) => width));

  test('have one paragraph: several are set as they are', () => {
    expect(widthsOf(label(['名称', '数'], { spread: 4 }))).toEqual([pt(20), pt(10)]);
    expect(widthsOf(label('名称', { spread: 4 }))).toEqual([pt(40)]);
  });

  test('are cells too', () => {
    expect(widthsOf(cell('名称', { spread: 4 }))).toEqual([pt(40)]);
    expect(widthsOf(cell('主要内容', { spread: 3 }))).toEqual([pt(40)]);
  });
});

describe('cells that are indented', () => {
  test('have all their lines in what is left of the width, of which an indent takes half at most', () => {
    const cells = column(
      cell('字'.repeat(30), { align: 'justify', indent: 3 }),
      label('字'.repeat(12), { align: 'left', indent: 12 }),
      cell('字'.repeat(5), { direction: 'vertical', indent: 3 }),
    );
    expect(cells.map(({ left, width }) => [left, width])).toEqual([
      [pt(30), pt(206)],
      [pt(118), pt(118)],
      [0, pt(236)],
    ]);
    expect(cells.map((one) => linesOf(one).length)).toEqual([2, 2, 5]);
  });

  test('stand further to the right on the page', () => {
    const starts = [0, 2].map((indent) => {
      const spec = cell('字'.repeat(30), { align: 'left', indent });
      const { pages } = setTable(table(band([60, 40], row(spec, cell('')))), paper);
      return [...new Set(pages.flatMap(({ texts }) => texts.map(({ x }) => x)))];
    });
    expect(starts).toEqual([[pt(42)], [pt(62)]]);
  });
});
