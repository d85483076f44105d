import { describe, expect, test } from 'vitest';
import { pt } from '../../../src/base/index.ts';
import type { CellSpec, FormDocument } from '../../../src/form/index.ts';
import type { Setup } from '../../../src/measure/index.ts';
import { fakeSetup, fakeTable, paperOf } from '../../support/fake-fonts.ts';
import { picturePages } from '../../support/picture-pages.ts';
import { lineText } from '../../support/set-form.ts';
import { band, cell, formOf, group, header, label, row, table } from '../../support/specs.ts';
import { longText, outline, pagesOf, rows } from './support.ts';

/** What pages say, whether or not a label is broken before what is added to it. */
const saidBy = (form: FormDocument, how?: Setup): string[] =>
  outline(form, how).map((page) => page.replaceAll(' （续）', '（续）'));

const setup = { ...fakeSetup, table: { ...fakeTable, continued: '（续）' } };

describe('a label printed again says so where the form asks for it', () => {
  test('on each further page, with its own lines and the room for them', () => {
    const form = formOf(paperOf(200, 44), table(band([20, 40, 40], group(label('产出'), ...rows(1, 8)))));
    expect(`\n${picturePages(pagesOf(form, setup))}`).toMatchInlineSnapshot(`
      "
      第 1 页
         14 | 产出 | 甲1 | 1
         14 | ^ | 甲2 | 2
         14 | ^ | 甲3 | 3
      第 2 页
         14 | *产出/（续） | 甲4 | 4
         14 | ^ | 甲5 | 5
         14 | ^ | 甲6 | 6
      第 3 页
         15 | *产出/（续） | 甲7 | 7
         15 | ^ | 甲8 | 8"
    `);
  });

  test('a label of one line that needs two when it is printed again grows the rows there', () => {
    const form = formOf(paperOf(200, 44), table(band([13, 43, 44], group(label('产出'), ...rows(1, 4)))));
    expect(`\n${picturePages(pagesOf(form, setup))}`).toMatchInlineSnapshot(`
      "
      第 1 页
         14 | 产出 | 甲1 | 1
         14 | ^ | 甲2 | 2
      第 2 页
         15 | *产出/（续） | 甲3 | 3
         15 | ^ | 甲4 | 4"
    `);
  });

  test('paragraphs of a name stand apart when it is printed again too', () => {
    const gap = pt(6);
    const apart = { ...setup, paragraph: { ...fakeSetup.paragraph, gap } };
    const long = row(cell(['某某', '工程']), cell(longText(9)));
    const form = formOf(paperOf(200, 12 * 6 + 2), table(band([48, 52], long)));
    const places = pagesOf(form, apart).map(({ texts }) =>
      texts.filter(({ line }) => /某某|工程|续/u.test(lineText(line))).map(({ y }) => y),
    );
    expect(places.map(({ length }) => length)).toEqual([2, 3]);
    for (const of of places)
      for (let i = 1; i < of.length; i += 1) expect((of[i] ?? 0) - (of[i - 1] ?? 0)).toBe(pt(12) + gap);
  });

  test('a header printed again stays as it is, and the label beside it does not', () => {
    const form = formOf(
      paperOf(200, 60),
      table(band([30, 35, 35], group(label('绩效'), header(label('名称'), label('数值')), ...rows(1, 5)))),
    );
    expect(saidBy(form, setup)).toEqual(['绩效 名称 数值 甲1 1 甲2 2 甲3 3', '绩效（续） 名称 数值 甲4 4 甲5 5']);
  });

  test('a label of two header rows takes no more room when the header is printed again', () => {
    const head = [header(label('名称数', { rows: 2 }), label('金额')), header(label('总额'))];
    const form = formOf(paperOf(200, 80), table(band([13, 87], ...head, ...rows(1, 5))));
    const heights = pagesOf(form, setup).map(({ boxes }) => boxes[0]?.height);
    expect(heights).toEqual([pt(32), pt(32)]);
  });

  test('a label that is over before the page turn is not printed again', () => {
    const form = formOf(
      paperOf(200, 44),
      table(band([30, 35, 35], group(label('一'), ...rows(1, 3)), group(label('二'), ...rows(4, 6)))),
    );
    expect(saidBy(form, setup)).toEqual(['一 甲1 1 甲2 2 甲3 3', '二 甲4 4 甲5 5 甲6 6']);
  });

  describe('in a row that is broken', () => {
    const said = (...cells: readonly CellSpec[]): string[] =>
      saidBy(formOf(paperOf(400, 12 * 6 + 2), table(band([10, 20, 20, 50], row(...cells)))), setup).map((page) =>
        page.replace(/[一二三四五六七八九十文 ]+$/u, ''),
      );
    const long = cell(longText(18));

    test('the name of the row says so, and neither the number before it nor an amount', () => {
      expect(said(cell('3'), cell('城乡低保'), cell('甲局'), long)).toEqual(['3 城乡低保 甲局', '3 城乡低保（续）']);
      expect(said(cell('城乡低保'), cell('3'), cell('甲局'), long)).toEqual(['城乡 低保 3 甲局', '城乡 低保（续）']);
      expect(said(cell('86.50'), cell('城乡低保'), cell('甲局'), long)).toEqual(['86.50 城乡低保 甲局', '']);
      expect(said(cell('≥90%'), cell('城乡低保'), cell('甲局'), long)).toEqual(['≥90% 城乡低保 甲局', '']);
    });

    test('a label says so, though it stands in this row alone', () => {
      expect(said(label('目标'), cell('3'), cell('城乡低保'), long)).toEqual([
        '目标 3 城乡低保',
        '目标（续） 3 城乡低保（续）',
      ]);
    });
  });

  test('nothing is added where the form does not ask for it', () => {
    const form = formOf(
      paperOf(200, 30),
      table(band([30, 70], group(label('一'), row(cell('甲')), row(cell('乙')), row(cell('丙')), row(cell('丁'))))),
    );
    expect(saidBy(form)).toEqual(['一 甲 乙', '一 丙 丁']);
    expect(saidBy(form, setup)).toEqual(['一 甲 乙', '一（续） 丙 丁']);
  });
});
