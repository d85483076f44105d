import { describe, expect, test } from 'vitest';
import type { FormDocument } from '../../../src/form/index.ts';
import { writeDocx } from '../../../src/write/flow/docx/index.ts';
import { paperOf } from '../../support/fake-fonts.ts';
import { setForm } from '../../support/set-form.ts';
import { band, cell, formOf, group, header, kept, label, lines, row, table, title } from '../../support/specs.ts';
import { all, type Element, own, parse, textOf, unzipped, val } from './docx-reading.ts';

const fakeFaces = new Map([['假', { files: [], deskName: '宋体' }]]);

async function bodyOf(form: FormDocument): Promise<Element> {
  const set = setForm(form);
  const parts = unzipped(await writeDocx(set.measured, set.paged, fakeFaces));
  return own(parse(parts['word/document.xml'] ?? '').children[0], 'w:body') as Element;
}

const rowsOf = (body: Element) =>
  all(body, 'w:tr').map((one) => ({
    height: Number(val(all(one, 'w:trHeight')[0]) ?? 0),
    splits: all(one, 'w:cantSplit').length === 0,
    kept: all(one, 'w:keepNext').length,
    paragraphs: all(one, 'w:p').length,
  }));

const short = (count: number) => Array.from({ length: count }, (_, i) => row(cell(`第${i}行`)));

describe('page turns', () => {
  test('a page has a little more room than was laid out, and rows as high as they stand there', async () => {
    const body = await bodyOf(formOf(paperOf(100, 100), table(band([100], ...short(12)))));
    expect(all(body, 'w:pgMar')[0]?.attributes).toMatchObject({ 'w:top': '800', 'w:bottom': '740' });
    expect(
      rowsOf(body)
        .slice(0, 3)
        .map(({ height }) => height),
    ).toEqual([280, 280, 280]);
  });

  test('the room of headers that are not repeated is dealt to the rows of their page', async () => {
    const spanned = group(label('甲'), header(label('乙')), ...short(20));
    const rows = rowsOf(await bodyOf(formOf(paperOf(100, 100), table(band([30, 70], spanned)))));
    // Page 1: the header of 16 pt and six rows; page 2: the header again and six rows in 100 pt.
    const [, first = 0] = rows.map(({ height }) => height);
    const second = rows[8]?.height ?? 0;
    expect(first).toBe(280);
    expect(second).toBeGreaterThan(first);
    expect(second - first).toBeLessThanOrEqual(60);
  });

  test('a row that is broken has no height of its own and may split; its neighbours stay whole', async () => {
    const long = row(cell('一'.repeat(150)));
    const rows = rowsOf(await bodyOf(formOf(paperOf(104, 100), table(band([100], ...short(2), long, ...short(2))))));
    expect(rows.map(({ splits }) => splits)).toEqual([false, false, true, false, false]);
    expect(rows[2]?.height).toBe(0);
    expect(rows[1]?.height).toBeGreaterThan(0);
  });

  test('vertical text beside a broken row is stacked by indents: LibreOffice breaks no row beside vertical text', async () => {
    const long = row(
      { ...label('竖排栏目'), direction: 'vertical' },
      { ...cell('竖排'), direction: 'vertical' },
      cell('一'.repeat(150)),
    );
    const whole = row({ ...label('竖'), direction: 'vertical' }, cell('行'), cell('行'));
    const body = await bodyOf(formOf(paperOf(204, 100), table(band([25, 25, 50], long, whole))));
    const cells = all(body, 'w:tc');
    expect(cells.map((one) => all(one, 'w:textDirection').length)).toEqual([0, 0, 0, 1, 0, 0]);
    expect(all(cells[0] as Element, 'w:br')).toHaveLength(0);
    for (const one of cells.slice(0, 2)) {
      const { 'w:left': left, 'w:right': right } = all(one, 'w:ind')[0]?.attributes ?? {};
      // Of a cell of 51 pt there is left what one character of 10 pt takes, but not two.
      const room = 51 - (Number(left) + Number(right)) / 20;
      expect(room).toBeGreaterThan(10);
      expect(room).toBeLessThan(20);
    }
  });

  test('a row that would move up is kept with the rows below it until they have no room together', async () => {
    const together = kept('whole', group(label('组'), ...short(4)));
    const before = Array.from({ length: 4 }, () => row(cell('前'), cell('行')));
    const form = formOf(paperOf(100, 100), table(band([30, 70], ...before, together)));
    const rows = rowsOf(await bodyOf(form));
    expect(rows.map(({ kept: count }) => count > 0)).toEqual([false, false, false, false, true, true, true, false]);
    // Every paragraph of such a row says so: readers look at different ones.
    for (const one of rows.filter(({ kept: count }) => count > 0)) expect(one.kept).toBe(one.paragraphs);
  });

  test('the last row is kept with the lines below the table, and these with each other', async () => {
    const spec = table(band([50, 50], row(label('名称'), cell('甲')), row(label('金额'), cell('一'))));
    const signed = [lines([50, 50], cell('负责人：'), cell(['电话：', '日期：'])), lines([100], cell('盖章：'))];
    const body = await bodyOf(formOf(paperOf(100, 100), spec, ...signed));
    expect(rowsOf(body).map(({ kept: count, paragraphs }) => [count, paragraphs])).toEqual([
      [0, 2],
      [2, 2],
      [3, 3],
    ]);
    // The joint between both tables, and the last line, which takes the last joint along: alone it would be a blank page.
    const outside = body.children.filter(({ name }) => name === 'w:p');
    expect(outside.map((one) => all(one, 'w:keepNext').length)).toEqual([1, 1, 0]);
    expect(rowsOf(await bodyOf(formOf(paperOf(100, 100), spec))).map(({ kept: count }) => count)).toEqual([0, 0]);
  });

  test('rows that go over with the lines below the table are kept together, so that those before are stretched little', async () => {
    const spec = table(band([100], ...short(6)));
    const signed = [lines([100], cell('负责人：')), lines([100], cell('盖章：'))];
    const rows = rowsOf(await bodyOf(formOf(paperOf(100, 100), spec, ...signed)));
    expect(rows.map(({ kept: count }) => count)).toEqual([0, 0, 0, 0, 1, 1]);
    const all = rows.reduce((sum, { height }) => sum + height, 0);
    // A page of 100 pt, and 3 more: both rows have no room together, and one of them would.
    expect(all).toBeGreaterThan(2060);
    expect(all).toBeLessThan(2060 + 40);
  });

  test('a note of several lines is a paragraph, which is kept with what follows', async () => {
    const form = formOf(
      paperOf(100, 200),
      table(band([100], ...short(2))),
      lines([100], cell('注：本表一式三份，申报单位、主管部门各存一份。')),
      lines([100], cell('盖章：')),
    );
    const below = (await bodyOf(form)).children.filter(({ name }) => name === 'w:p');
    expect(textOf(below[0] as Element)).toMatch(/^注：.*。$/);
    expect(below.map((one) => all(one, 'w:keepNext').length)).toEqual([1, 1, 0]);
  });

  test('a line has a stop for each of its cells, also where one begins where another ends', async () => {
    const name = lines([40, 60], cell('部门：', { align: 'right' }), cell('甲局', { align: 'left' }));
    const stops = all(await bodyOf(formOf(paperOf(200, 100), name, table(band([100], ...short(1))))), 'w:tab').flatMap(
      ({ attributes }) => ('w:pos' in attributes ? Number(attributes['w:pos']) : []),
    );
    expect(stops).toEqual([1600, 1610]);
  });

  test('a heading that begins a page says so, and a table without one has a paragraph that does', async () => {
    const spec = table(band([100], ...short(5)));
    const body = await bodyOf(formOf(paperOf(100, 100), spec, title('第二张'), spec));
    const breaks = body.children.flatMap((one, i) => (all(one, 'w:pageBreakBefore').length > 0 ? i : []));
    expect(breaks).toHaveLength(1);
    expect(body.children[breaks[0] as number]?.name).toBe('w:p');
  });
});
