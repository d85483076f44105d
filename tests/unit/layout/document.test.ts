import { describe, expect, test } from 'vitest';
import { mm, type Paper, pt } from '../../../src/base/index.ts';
import type { FormDocument } from '../../../src/form/index.ts';
import { buildGrids } from '../../../src/grid/index.ts';
import { layoutDocument, type Page, type TextItem } from '../../../src/layout/index.ts';
import { measureDocument } from '../../../src/measure/index.ts';
import { fakeFonts, fakeSetup, paperOf } from '../../support/fake-fonts.ts';
import { lineText, setTable, successOf } from '../../support/set-form.ts';
import { band, cell, formOf, header, label, lines, placed, row, table, title } from '../../support/specs.ts';

const pagesOf = (form: FormDocument): readonly Page[] =>
  successOf(layoutDocument(successOf(measureDocument(successOf(buildGrids(form)), fakeSetup)), fakeFonts)).pages;

const textOf = ({ line }: TextItem): string => lineText(line);

const oneRow = (text: string) => table(band([100], row(cell(text))));

describe('page numbers', () => {
  const a4: Paper = {
    width: mm(210),
    height: mm(297),
    top: mm(37),
    bottom: mm(35),
    left: mm(28),
    right: mm(26),
    mirrored: false,
    folio: 'gbt9704',
  };
  const rows = Array.from({ length: 80 }, (_, i) => row(cell(`${i}`)));
  const folios = pagesOf(formOf(a4, table(band([100], ...rows)))).map(({ texts }) => texts.at(-1));

  test('count from 1 with a dash on each side, and are no text of the document', () => {
    expect(folios.map((item) => item && textOf(item))).toEqual(['— 1 —', '— 2 —']);
    expect(folios.every((item) => item?.owner.kind === 'folio' && item.repeat)).toBe(true);
  });

  test('stand one character in from the right on odd pages, from the left on even ones (GB/T 9704-2012 7.5)', () => {
    const [odd, even] = folios;
    expect((odd?.x ?? 0) + (odd?.line.width ?? 0)).toBe(a4.width - a4.right - pt(14));
    expect(even?.x).toBe(a4.left + pt(14));
  });

  test('stand 7 mm below the type area', () => {
    const top = a4.height - a4.bottom + mm(7);
    for (const item of folios) expect((item?.y ?? 0) - pt(14) * 0.88).toBeCloseTo(top, -1);
  });

  test('go on through the sections of a document', () => {
    const paper = paperOf(200, 60, 'gbt9704');
    const form = formOf(paper, oneRow('甲'));
    const [section] = form.sections;
    const pages = pagesOf({ ...form, sections: section ? [section, section] : [] });
    expect(pages.map(({ texts }) => texts.map(textOf))).toEqual([
      ['甲', '— 1 —'],
      ['甲', '— 2 —'],
    ]);
  });
});

describe('text in a cell', () => {
  const placeOf = (changes: Parameters<typeof cell>[1]) => {
    const tall = cell(['一', '二', '三']);
    const [page] = setTable(table(band([50, 50], row(cell('字', changes), tall))), paperOf(200, 200)).pages;
    const item = page?.texts.find((one) => textOf(one) === '字');
    // From the upper left corner of the cell; the baseline is 9.8 pt below the top of a line of 12 pt.
    return [(item?.x ?? 0) - pt(40), (item?.y ?? 0) - pt(40)];
  };

  test('stands left, in the middle or right between the paddings', () => {
    expect(placeOf({ align: 'left' })[0]).toBe(pt(2));
    expect(placeOf({ align: 'center' })[0]).toBe(pt(45));
    expect(placeOf({ align: 'right' })[0]).toBe(pt(88));
  });

  test('stands at the top, in the middle or at the bottom', () => {
    expect(placeOf({ valign: 'top' })[1]).toBe(pt(1 + 9.8));
    expect(placeOf({ valign: 'middle' })[1]).toBe(pt(1 + 12 + 9.8));
    expect(placeOf({ valign: 'bottom' })[1]).toBe(pt(1 + 24 + 9.8));
  });
});

describe('blocks one below the other', () => {
  const below = lines([50, 50], cell('填表人', { align: 'left' }), cell('日期', { align: 'right' }));

  test('headings are centred, lines stand side by side, and the table follows', () => {
    const [page] = pagesOf(formOf(paperOf(200, 200), title('标题'), below, oneRow('甲'), below));
    expect(page?.texts.map((item) => [textOf(item), item.x - pt(40)])).toEqual([
      ['标题', pt(80)],
      ['填表人', 0],
      ['日期', pt(180)],
      ['甲', pt(95)],
      ['填表人', 0],
      ['日期', pt(180)],
    ]);
    expect(page?.boxes.map(({ y }) => y - pt(40))).toEqual([pt(24 + 6 + 12 + 3)]);
  });

  test('lines that have no room below the table stand on the next page', () => {
    const pages = pagesOf(formOf(paperOf(200, 60), oneRow('甲'.repeat(70)), below));
    expect(pages.map(({ texts }) => texts.length)).toEqual([4, 2]);
  });

  test('two tables stand one below the other, each cell known by its block', () => {
    const [page] = pagesOf(formOf(paperOf(200, 200), oneRow('甲'), oneRow('乙')));
    expect(page?.texts.map(({ owner }) => owner)).toEqual([
      { kind: 'cell', block: 0, cell: 0 },
      { kind: 'cell', block: 1, cell: 0 },
    ]);
  });
});

describe('what cannot be printed well', () => {
  test('a label taller than a page is broken', () => {
    const long = label('字'.repeat(60), { at: placed(5) });
    const { pages } = setTable(table(band([20, 80], row(long, cell('一')))), paperOf(200, 60));
    expect(pages.length).toBeGreaterThan(1);
  });

  test('L002 says which row has no room for a line on an empty page', () => {
    const spec = table(band([100], row(cell('甲')), row(label('乙', { at: placed(7) }))));
    const measured = successOf(measureDocument(successOf(buildGrids(formOf(paperOf(200, 15), spec))), fakeSetup));
    const laid = layoutDocument(measured, fakeFonts);
    expect(laid.ok ? [] : laid.problems.map(({ code, at }) => [code, at.start])).toContainEqual(['L002', 7]);
  });

  test('a header taller than a page is broken like any row', () => {
    const spec = table(band([100], header(cell('字'.repeat(120))), row(cell('一'))));
    const { pages } = setTable(spec, paperOf(200, 60));
    expect(
      pages
        .flatMap(({ texts }) => texts)
        .map(textOf)
        .join(''),
    ).toBe(`${'字'.repeat(120)}一`);
  });
});
