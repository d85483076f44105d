import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../src/read/index.ts';
import { type Box, box, contentOf, label, line, page, tables } from './support/ruled.ts';
import { codesOf } from './support/word.ts';

/** A label over the rows of a page, and rows of a name and a value at its right. */
function rowsBeside(name: string, rows: readonly (readonly [string, string])[]): Box[] {
  const cells = rows.flatMap(([first, second], i) => [
    box(100, 40 + i * 25, 100, 25, first),
    box(200, 40 + i * 25, 100, 25, second),
  ]);
  return [label(20, 40, 80, rows.length * 25, name), ...cells];
}

describe('a table by its rules', () => {
  it('has a cell for each closed rectangle, with what stands in it', () => {
    const boxes = [
      label(20, 40, 80, 50, '栏目'),
      box(100, 40, 200, 25, '甲'),
      box(100, 65, 50, 25),
      box(150, 65, 150, 25, '乙'),
    ];
    expect(tables(page(boxes))).toEqual([['栏目\t甲', '^\t\t乙']]);
  });

  it('is a table of its own where it does not touch another', () => {
    expect(tables(page([box(20, 40, 80, 25, '甲'), box(20, 90, 80, 25, '乙')]))).toEqual([['甲'], ['乙']]);
  });

  it('is not the frame around a page', () => {
    expect(tables(page([box(5, 5, 390, 390), box(20, 40, 80, 25, '甲')]))).toEqual([['甲']]);
  });

  it('goes on over the page turn, whatever page numbers and running heads stand between', () => {
    const one = page([box(20, 40, 80, 25, '甲')], line('表头', 20, 20), line('—1—', 20, 390));
    const two = page([box(30, 40, 80, 25, '乙')], line('表头', 20, 20), line('—2—', 20, 390));
    expect(tables(one, two)).toEqual([['甲', '乙']]);
  });

  it.each([
    [
      'text stands below it',
      page([box(20, 40, 80, 25, '甲')], line('填表人', 20, 200)),
      page([box(20, 40, 80, 25, '乙')]),
    ],
    [
      'a title stands over the next',
      page([box(20, 40, 80, 25, '甲')]),
      page([box(20, 40, 80, 25, '乙')], line('另一张', 20, 20)),
    ],
    ['the next is less wide', page([box(20, 40, 80, 25, '甲')]), page([box(20, 40, 70, 25, '乙')])],
  ])('ends where %s', (_, one, two) => {
    expect(tables(one, two)).toEqual([['甲'], ['乙']]);
  });

  it('is said to be missing where nothing is ruled', () => {
    expect(codesOf(tablesOf(contentOf(page([], line('正文', 20, 50))), 'a.pdf'))).toEqual(['D009']);
  });
});

describe('a page turn', () => {
  const rows = (from: number, count: number): [string, string][] =>
    Array.from({ length: count }, (_, i) => [`名${'甲乙丙丁戊己庚辛'[from + i]}`, '一样']);

  it('joins a label that is printed again, but not values that are equal', () => {
    const found = tables(page(rowsBeside('栏目', rows(0, 2))), page(rowsBeside('栏目', rows(2, 2))));
    expect(found).toEqual([['栏目\t名甲\t一样', '^\t名乙\t一样', '^\t名丙\t一样', '^\t名丁\t一样']]);
  });

  it('joins a label that leaves an empty cell, where a table prints nothing again', () => {
    const found = tables(page(rowsBeside('栏目', rows(0, 2))), page(rowsBeside('', rows(2, 2))));
    expect(found).toEqual([['栏目\t名甲\t一样', '^\t名乙\t一样', '^\t名丙\t一样', '^\t名丁\t一样']]);
  });

  it('joins only labels with the word that says so, where one has it', () => {
    const word = page(rowsBeside('栏目/（续）', rows(2, 2)));
    const other = page(rowsBeside('栏目', rows(4, 2)));
    expect(tables(page(rowsBeside('栏目', rows(0, 2))), word, other)).toEqual([
      ['栏目\t名甲\t一样', '^\t名乙\t一样', '^\t名丙\t一样', '^\t名丁\t一样', '栏目\t名戊\t一样', '^\t名己\t一样'],
    ]);
  });

  it('drops a header that is printed again, and the empty corner beside it', () => {
    const head = (y: number) => [label(100, y, 100, 25, '名称'), label(200, y, 100, 25, '数量')];
    const row = (y: number, name: string) => [box(100, y, 100, 25, name), box(200, y, 100, 25, '一')];
    const one = page([label(20, 40, 80, 75, '产出'), ...head(40), ...row(65, '甲'), ...row(90, '乙')]);
    const two = page([
      box(20, 40, 80, 25),
      ...head(40),
      label(20, 65, 80, 50, '效益'),
      ...row(65, '丙'),
      ...row(90, '丁'),
    ]);
    expect(tables(one, two)).toEqual([['产出\t名称\t数量', '^\t甲\t一', '^\t乙\t一', '效益\t丙\t一', '^\t丁\t一']]);
  });

  const full = (from: number, count: number): string =>
    Array.from(
      { length: count },
      (_, i) => '一二三四五六七八九十'.slice(from + i) + '文字文字文字文字文字'.slice(0, from + i),
    ).join('/');

  it('between rows leaves two amounts two cells, however full those beside them are', () => {
    const [one, two] = [[full(0, 6), '0.11'] as const, [`${full(6, 3)}/完。`, '99,999.87'] as const].map(
      ([text, amount]) =>
        page([
          label(20, 40, 80, 96, '目标'),
          box(100, 40, 108, 96, text, { top: true }),
          box(208, 40, 100, 96, amount, { top: true }),
        ]),
    );
    const texts = [full(0, 6), `${full(6, 3)}完。`].map((text) => text.replaceAll('/', ''));
    expect(tables(one as never, two as never)).toEqual([[`目标\t${texts[0]}\t0.11`, `^\t${texts[1]}\t99,999.87`]]);
  });

  it.each([
    ['at its top', 96, true],
    ['in its middle where another line has no room', 106, false],
  ])('inside a row joins all of its cells, and text flows on that stands in a cell %s', (_, height, top) => {
    const one = page([label(20, 40, 80, height, '目标'), box(100, 40, 108, height, full(0, 6), { top })]);
    const two = page([
      label(20, 40, 80, 96, '目标'),
      box(100, 40, 108, 96, `${full(6, 3)}/完。`, { top: true }),
      label(20, 136, 80, 25, '备注'),
      box(100, 136, 108, 25, '无'),
    ]);
    const text = `${full(0, 9)}/完。`.replaceAll('/', '');
    expect(tables(one, two)).toEqual([[`目标\t${text}`, '备注\t无']]);
  });
});

describe('the text of a cell', () => {
  it('has a break where a line is indented and where one is left short', () => {
    const wide = (text: string) => tables(page([box(20, 40, 308, 200, text, { top: true })]))[0]?.[0];
    const full = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十';
    expect(wide(`${full}/${full}/短句。/${full}/${full}`)).toBe(`${full}${full}短句。\\n${full}${full}`);
    expect(wide(`${full}/${full}/　　${full.slice(2)}/${full}`)).toBe(`${full}${full}\\n　　${full.slice(2)}${full}`);
  });

  it('is read from left to right and from the top, in whatever order it was drawn', () => {
    const drawn = page([box(20, 40, 100, 60)], line('丙丁', 24, 80), line('乙', 34, 60), line('甲', 24, 60));
    expect(tables(drawn)).toEqual([['甲乙\\n丙丁']]);
  });

  it('of vertical labels has no breaks', () => {
    expect(tables(page([label(20, 40, 60, 100, '绩/效/指/标')]))).toEqual([['绩效指标']]);
  });
});
