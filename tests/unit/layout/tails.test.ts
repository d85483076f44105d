import { describe, expect, test } from 'vitest';
import { paperOf } from '../../support/fake-fonts.ts';
import { band, cell, formOf, header, label, lines, row, table, title } from '../../support/specs.ts';
import { longText, outline, rows } from './support.ts';

/** 6 pt clear of the table and a line of 12 pt; a second block below it takes 12 pt. */
const SIGNATURE = 18;
const signature = lines([100], cell('签字', { align: 'left' }));

const paper = (rowsOf14: number, more = 0) => paperOf(200, rowsOf14 * 14 + more);

describe('lines below a table', () => {
  test('stand on its last page where they have room', () => {
    const form = formOf(paper(4, SIGNATURE), table(band([50, 50], ...rows(1, 4))), signature);
    expect(outline(form)).toEqual(['甲1 1 甲2 2 甲3 3 甲4 4 签字']);
  });

  test('take the last two rows with them where they have none, so that no short row stands alone', () => {
    const form = formOf(paper(4, SIGNATURE - 1), table(band([50, 50], ...rows(1, 4))), signature);
    expect(outline(form)).toEqual(['甲1 1 甲2 2', '甲3 3 甲4 4 签字']);
  });

  test('take the header along where there is one', () => {
    const form = formOf(
      paper(4, 16 + SIGNATURE - 1),
      table(band([50, 50], header(label('名'), label('数')), ...rows(1, 4))),
      signature,
    );
    expect(outline(form)).toEqual(['名 数 甲1 1 甲2 2', '名 数 甲3 3 甲4 4 签字']);
  });

  test('take the end of a long last row with them', () => {
    const form = formOf(paperOf(104, 130), table(band([100], row(cell(longText(10))))), signature);
    const [first, second] = outline(form);
    expect(first?.split(' ')).toHaveLength(6);
    expect(second).toMatch(/^七\S* 八\S* 九\S* 十\S* 签字$/);
  });

  test('of several blocks go together, as far as a page has the room', () => {
    const on = (room: number): string[] =>
      outline(formOf(paperOf(200, room), table(band([50, 50], ...rows(1, 4))), signature, signature));
    expect(on(14 * 2 + SIGNATURE + 12)).toEqual(['甲1 1 甲2 2', '甲3 3 甲4 4 签字 签字']);
    // The last two rows have no room with both blocks, so only the last one goes with them.
    expect(on(14 * 2 + SIGNATURE + 11)).toEqual(['甲1 1 甲2 2 甲3 3', '甲4 4 签字 签字']);
    expect(on(14 + SIGNATURE + 11)).toEqual(['甲1 1 甲2 2 甲3 3', '甲4 4 签字', '签字']);
  });

  test('too tall for a page with a row of the table stand alone, and break nothing off it', () => {
    const tall = lines([100], cell(['一', '二', '三', '四']));
    expect(outline(formOf(paper(4), table(band([50, 50], ...rows(1, 4))), tall))).toEqual([
      '甲1 1 甲2 2 甲3 3 甲4 4',
      '一 二 三 四',
    ]);
  });

  test('below a table of one row stand alone rather than send its title away', () => {
    const form = formOf(paperOf(200, 58), title('题'), table(band([50, 50], ...rows(1, 1))), signature);
    expect(outline(form)).toEqual(['题 甲1 1', '签字']);
  });

  test('take a small table along to the next page, with its title', () => {
    const before = table(band([50, 50], ...rows(1, 2)));
    const form = formOf(paperOf(200, 80), before, title('题'), table(band([50, 50], ...rows(3, 3))), signature);
    expect(outline(form)).toEqual(['甲1 1 甲2 2', '题 甲3 3 签字']);
  });

  test('that are to be kept with the next table go with it to its page', () => {
    const form = formOf(
      paper(3, SIGNATURE + 3),
      table(band([50, 50], ...rows(1, 2))),
      { ...signature, keep: 'next' },
      table(band([100], row(cell(['一', '二', '三'])))),
    );
    expect(outline(form)).toEqual(['甲1 1 甲2 2', '签字 一 二 三']);
  });

  test('belong to the table above them, not to the next one', () => {
    const form = formOf(
      paper(3, SIGNATURE + 3),
      table(band([50, 50], ...rows(1, 3))),
      signature,
      table(band([50, 50], ...rows(4, 6))),
    );
    expect(outline(form)).toEqual(['甲1 1 甲2 2 甲3 3 签字', '甲4 4 甲5 5 甲6 6']);
  });
});
