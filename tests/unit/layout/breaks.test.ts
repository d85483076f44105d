import { describe, expect, test } from 'vitest';
import { paperOf } from '../../support/fake-fonts.ts';
import { band, cell, formOf, group, header, label, row, table } from '../../support/specs.ts';
import { longText, outline, rows } from './support.ts';

/** The first characters of the lines of each page. */
const heads = (pages: readonly string[]): string[] =>
  pages.map((page) =>
    page
      .split(' ')
      .map((line) => line[0])
      .join(''),
  );

/** Rows of 14 pt and long rows of 12 pt a line and 2 pt more, in a column of ten Han. */
const short = (...texts: readonly string[]) => texts.map((text) => row(cell(text)));
const onPages = (room: number, ...parts: readonly ReturnType<typeof row>[]): string[] =>
  heads(outline(formOf(paperOf(104, room), table(band([100], ...parts)))));

describe('few lines without a name', () => {
  test('do not stand alone at the head of a page where the row can be broken a little earlier', () => {
    expect(onPages(160, row(cell(longText(14))), ...short('甲', '乙', '丙'))).toEqual([
      '一二三四五六七八九十',
      '一二三四甲乙丙',
    ]);
  });

  test('do not stand alone at the foot of a page where the row can go to the next one', () => {
    const parts = [...short('甲', '乙', '丙', '丁', '戊', '己'), row(cell(longText(9)))];
    expect(onPages(14 * 6 + 26, ...parts)[0]).toBe('甲乙丙丁戊己');
    expect(onPages(14 * 6 + 38, ...parts)[0]).toBe('甲乙丙丁戊己一二三');
  });

  test('stand there when a page would be left more than a quarter empty for it', () => {
    const parts = [...short('甲'), row(label('目标')), row(cell(longText(9)))];
    // Two lines have room below the labels; without them 26 of 56 pt would be empty.
    expect(onPages(14 + 16 + 26, ...parts)[0]).toBe('甲目一二');
  });

  test('may stand at the head of a page beside the label that is printed again', () => {
    const spec = table(band([30, 70], row(label('目标'), cell(longText(10))), row(label('乙'), cell('二'))));
    expect(heads(outline(formOf(paperOf(152, 112), spec)))).toEqual(['目一二三四五六七八', '目九十乙二']);
  });

  test('may stand there beside the name that is printed again: the page before is not left emptier for them', () => {
    const named = row(cell('某事'), cell(longText(8)), cell(longText(7)));
    const pages = outline(
      formOf(paperOf(256, 12 * 7 + 2), table(band([18, 41, 41], named, row(cell('末', { span: 3 }))))),
    );
    expect(pages.map((page) => page.split(' ').length)).toEqual([1 + 6 + 7, 1 + 2 + 1]);
  });
});

describe('a paragraph of one line before a longer one', () => {
  const text = [
    '甲、标题',
    '一二三四五六七八九十十一十二十三十四十五十六十七',
    '乙、标题',
    '一二三四五六七八九十十一十二十三十四十五十六十七',
  ];

  test('is taken over with it rather than left at the foot of a page', () => {
    const [first, second] = onPages(12 * 5 + 2, row(cell([...text, ...text])));
    expect(first).toHaveLength(4);
    expect(second?.[0]).toBe('乙');
  });
});

describe('the first and the last line of one of several paragraphs', () => {
  const text = [longText(4), longText(4)];

  test('stand with another line of it on either side of a break', () => {
    expect(onPages(12 * 5 + 2, row(cell(text)))).toEqual(['一二三四', '一二三四']);
    expect(onPages(12 * 3 + 2, row(cell(text)))[0]).toBe('一二');
  });

  test('may be the same line: of paragraphs of one line as many stand on a page as it holds', () => {
    expect(onPages(12 * 5 + 2, row(cell([...'甲乙丙丁戊己庚辛'])))).toEqual(['甲乙丙丁戊', '己庚辛']);
  });

  test('may stand alone where fewer than two lines of the row would be left on a page', () => {
    expect(onPages(12 * 2 + 2, row(cell([longText(3), longText(6)])))[0]).toBe('一二');
  });
});

describe('the last row below a header', () => {
  test('does not stand alone below the header printed again when another one can join it', () => {
    const head = header(label('名'), label('数'));
    const last = row(cell('合计'), cell('6'));
    const spec = table(band([50, 50], head, ...rows(1, 9), last), band([100], ...short('甲', '乙', '丙', '丁')));
    const [first, second] = outline(formOf(paperOf(200, 16 + 14 * 9), spec));
    expect(first).toBe('名 数 甲1 1 甲2 2 甲3 3 甲4 4 甲5 5 甲6 6 甲7 7 甲8 8');
    expect(second).toBe('名 数 甲9 9 合计 6 甲 乙 丙 丁');
  });
});

describe('the last row', () => {
  test('is not alone on a page when the row before it can join it', () => {
    expect(onPages(14 * 4, ...short('甲', '乙', '丙', '丁', '末'))).toEqual(['甲乙丙', '丁末']);
  });

  test('may be alone when it is long itself', () => {
    // 98 of 426 pt, and one of its lines would have had room.
    const before = Array.from({ length: 29 }, () => '甲');
    const pages = onPages(14 * 29 + 20, ...short(...before), row(cell(longText(8))));
    expect(pages).toEqual(['甲'.repeat(29), '一二三四五六七八']);
  });

  test('may be alone when it is taller than a quarter of a page', () => {
    expect(onPages(14 * 4, ...short('甲', '乙', '丙', '丁'), row(cell(['末', '尾'])))).toEqual(['甲乙丙丁', '末尾']);
  });

  test('is joined by the end of a long row before it', () => {
    const [first, second] = onPages(146, row(cell(longText(12))), ...short('末'));
    expect(`${first}|${second}`).toBe('一二三四五六七八|九十一二末');
  });
});

describe('labels that span three and more pages', () => {
  test('are printed on each of them, whatever stands between', () => {
    const inner = group(label('内'), ...rows(3, 9));
    const spec = table(
      band(
        [16, 16, 34, 34],
        group(label('外'), group(label('头'), ...rows(1, 2)), inner),
        row(cell('末', { span: 4 })),
      ),
    );
    expect(outline(formOf(paperOf(200, 60), spec))).toEqual([
      '外 头 甲1 1 甲2 2 内 甲3 3 甲4 4',
      '外 内 甲5 5 甲6 6 甲7 7 甲8 8',
      '外 内 甲9 9 末',
    ]);
  });
});

test('a row that only cells of several rows cross has room for a line', () => {
  const spec = table(
    band([50, 50], row(cell('甲', { rows: 2 }), cell('乙', { rows: 2 })), row(), row(cell('丙'), cell('丁'))),
  );
  expect(outline(formOf(paperOf(200, 42), spec))).toEqual(['甲 乙 丙 丁']);
  expect(outline(formOf(paperOf(200, 41), spec))).toHaveLength(2);
});
