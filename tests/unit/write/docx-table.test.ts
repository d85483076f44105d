import { describe, expect, test } from 'vitest';
import { mpt } from '../../../src/base/index.ts';
import { edges, heading, measured, measuredGrid, nested, paragraph, whole } from './docx-fixture.ts';
import { all, bodyOf, type Element, own, textOf, val } from './docx-reading.ts';

describe('blocks', () => {
  test('two tables never touch, and nothing follows a table but a paragraph', async () => {
    const body = own((await bodyOf(whole)).children[0], 'w:body') as Element;
    expect(body.children.map((child) => child.name).join(' ')).toBe('w:p w:p w:p w:tbl w:p w:tbl w:p w:sectPr');
  });

  test('only the last paragraph of a heading has the space below', async () => {
    const [first, second] = all(await bodyOf(whole), 'w:p');
    expect(all(first as Element, 'w:spacing')).toHaveLength(0);
    expect(all(second as Element, 'w:spacing')[0]?.attributes).toEqual({ 'w:after': '120' });
  });

  test('lines of one line each are one paragraph with tab stops, kept with the table below', async () => {
    const [, , lines] = all(await bodyOf(whole), 'w:p') as [Element, Element, Element];
    expect(textOf(lines)).toBe('填报单位（盖章）：单位：万元');
    const [stop, ...more] = all(own(own(lines, 'w:pPr') as Element, 'w:tabs') as Element, 'w:tab');
    expect(stop?.attributes).toEqual({ 'w:val': 'right', 'w:pos': '8844' });
    expect(more).toEqual([]);
    expect(all(lines, 'w:keepNext')).toHaveLength(1);
    expect(all(lines, 'w:spacing')[0]?.attributes).toMatchObject({ 'w:before': '0', 'w:after': '40' });
  });

  test('longer lines stand side by side over the type area without rules', async () => {
    const [, lines] = all(await bodyOf(whole), 'w:tbl');
    expect(all(lines as Element, 'w:tblBorders')).toHaveLength(0);
    expect(all(lines as Element, 'w:gridCol').map((one) => Number(one.attributes['w:w']))).toEqual([4600, 8844 - 4600]);
    expect(all(lines as Element, 'w:ind').map((one) => one.attributes['w:right'])).toEqual(['200']);
    expect(all(lines as Element, 'w:tc').map(textOf)).toEqual(['填表人：', '2025年']);
  });

  test('they stand as far below the table as laid out, the joint between them counted in', async () => {
    const [, below] = all(await bodyOf(whole), 'w:tbl');
    const margins = all(below as Element, 'w:tcMar').map((margin) => own(margin, 'w:top')?.attributes['w:w']);
    expect(margins).toEqual(['100', '100']);
    expect(all(below as Element, 'w:trHeight').map(val)).toEqual(['380']);
  });

  test('text is written exactly, whatever it looks like', async () => {
    const odd = ['<p>{{x}}</p>', '&amp;', '"quoted" \'single\'', '  两 端  ', ']]>', '𠮷田'];
    const grid = measuredGrid({
      edges: edges(1, 1),
      cells: [
        { place: [0, 0], text: odd },
        { place: [1, 0], text: '' },
      ],
    });
    const body = await bodyOf(measured([grid]));
    expect(all(body, 'w:t').map((one) => one.text)).toEqual(odd);
    expect(all(body, 'w:t').every((one) => one.attributes['xml:space'] === 'preserve')).toBe(true);
  });

  test('runs of several origins are one text', async () => {
    const { source } = paragraph('一');
    const title = {
      ...heading('title', ''),
      paragraphs: [{ ...paragraph(''), source: { runs: [...source.runs, ...source.runs] } }],
    };
    expect(textOf(await bodyOf(measured([title])))).toBe('一一');
  });
});

describe('a table', () => {
  const tableOf = async (grid = nested) => all(await bodyOf(measured([grid])), 'w:tbl')[0] as Element;

  test('columns are fixed, and their widths add up to the type area', async () => {
    const table = await tableOf();
    const widths = all(table, 'w:gridCol').map((one) => Number(one.attributes['w:w']));
    expect(widths).toHaveLength(5);
    expect(widths.reduce((a, b) => a + b, 0)).toBe(8844);
    expect(all(table, 'w:tblW')[0]?.attributes).toEqual({ 'w:w': '8844', 'w:type': 'dxa' });
    expect(all(table, 'w:tblLayout')[0]?.attributes['w:type']).toBe('fixed');
  });

  test('each row covers every column once, with the widths of the grid', async () => {
    const table = await tableOf();
    const widths = all(table, 'w:gridCol').map((one) => Number(one.attributes['w:w']));
    for (const row of all(table, 'w:tr')) {
      let x = 0;
      for (const cell of all(row, 'w:tc')) {
        const span = Number(val(all(cell, 'w:gridSpan')[0]) ?? 1);
        const width = widths.slice(x, x + span).reduce((a, b) => a + b, 0);
        expect(Number(all(cell, 'w:tcW')[0]?.attributes['w:w'])).toBe(width);
        x += span;
      }
      expect(x).toBe(widths.length);
    }
  });

  test('a span begins once and goes on in each further row of its column, with no text of its own', async () => {
    const open = new Map<number, string>();
    const merged: string[] = [];
    for (const row of all(await tableOf(), 'w:tr')) {
      let x = 0;
      for (const cell of all(row, 'w:tc')) {
        const merge = all(cell, 'w:vMerge')[0];
        if (merge === undefined) open.delete(x);
        else if (val(merge) === 'restart') open.set(x, textOf(cell));
        else {
          expect(textOf(cell)).toBe('');
          merged.push(open.get(x) ?? 'no beginning');
        }
        expect(cell.children.at(-1)?.name).toBe('w:p');
        x += Number(val(all(cell, 'w:gridSpan')[0]) ?? 1);
      }
    }
    const times = (text: string) => merged.filter((one) => one === text).length;
    expect(['绩效指标', '产出指标', '跨两行', '效益指标', '末两行'].map(times)).toEqual([4, 1, 1, 2, 1]);
    expect(merged).toHaveLength(9);
  });

  test('rows are as high as on the pages laid out, also where a span needs more than they do', async () => {
    const grid = measuredGrid({
      edges: edges(1, 9),
      cells: [
        { place: [0, 0, 1, 3], text: '一二三四五六七八九十一二', role: 'label' },
        { place: [1, 0], text: '甲' },
        { place: [1, 1], text: '乙' },
        { place: [1, 2], text: '丙' },
      ],
    });
    const need = (grid.cells[0]?.need ?? 0) / 50;
    const heights = all(await tableOf(grid), 'w:trHeight').map((one) => Number(val(one)));
    expect(heights.reduce((a, b) => a + b, 0)).toBe(Math.floor(need / 3) * 3);
    expect(heights.every((height) => height > 380)).toBe(true);
  });

  test('a row of long text may break across pages, a short one may not', async () => {
    const splittable = all(await tableOf(), 'w:tr').map((row) => all(row, 'w:cantSplit').length === 0);
    expect(splittable).toEqual([false, false, false, true, false, false]);
  });

  test('Word repeats a header at the top whose scope is the table, and no other', async () => {
    const rows = async (grid = nested) =>
      (await all(await tableOf(grid), 'w:tr')).map((row) => all(row, 'w:tblHeader').length);
    expect(await rows()).toEqual([1, 0, 0, 0, 0, 0]);
    const withHeaders = (first: number, end: number, until: number) => ({
      ...nested,
      grid: { ...nested.grid, headers: [{ first, end, until }] },
    });
    expect(await rows(withHeaders(0, 1, 3))).not.toContain(1);
    expect(await rows(withHeaders(1, 2, 6))).not.toContain(1);
    expect(await rows(withHeaders(0, 2, 6))).not.toContain(1);
  });

  test('upright Han in a vertical label, its text placed by the sides of the cell', async () => {
    const cell = all(await tableOf(), 'w:tc')[1] as Element;
    expect(textOf(cell)).toBe('绩效指标');
    expect(val(all(cell, 'w:textDirection')[0])).toBe('tbRlV');
    const topRight = measuredGrid({
      edges: edges(1),
      cells: [
        { place: [0, 0], text: '竖', role: 'label', direction: 'vertical', valign: 'top', align: 'left', inset: 9000 },
      ],
    });
    const table = await tableOf(topRight);
    expect(val(all(table, 'w:vAlign')[0])).toBe('bottom');
    expect(val(all(table, 'w:jc')[0])).toBe('left');
    expect(all(table, 'w:ind')).toHaveLength(0);
  });

  test('a paragraph is formatted directly only where it differs from its style', async () => {
    const table = await tableOf();
    const cell = (text: string) => all(table, 'w:tc').find((one) => textOf(one) === text) as Element;
    expect(all(cell('效益指标'), 'w:pPr')[0]?.children.map((child) => child.name)).toEqual(['w:pStyle']);
    // Ragged though justified was asked for: no line of it needs stretching.
    expect(all(cell('甲乙'), 'w:jc').map(val)).toEqual(['left', 'left']);
    expect(all(cell('3,109.75'), 'w:jc').map(val)).toEqual(['right']);
    expect(all(cell('小字'), 'w:rPr')).toHaveLength(2);
    expect(all(cell('小字'), 'w:sz').map(val)).toEqual(['18', '18']);
    expect(all(cell('小字'), 'w:spacing')[0]?.attributes).toEqual({ 'w:line': '260', 'w:lineRule': 'exact' });
    expect(all(cell('小字'), 'w:rFonts')[0]?.attributes['w:eastAsia']).toBe('宋体');
  });

  test('margins never take more than the padding, as a reader may count the rule into the cell', async () => {
    const [padding] = all(await tableOf(), 'w:tblCellMar');
    expect(padding?.children.map((side) => [side.name, side.attributes['w:w']])).toEqual([
      ['w:top', '35'],
      ['w:left', '55'],
      ['w:bottom', '35'],
      ['w:right', '55'],
    ]);
  });

  test('rules have the thickness of the form', async () => {
    const thick = { ...nested, table: { ...nested.table, rule: mpt(1000) } };
    const sizes = (table: Element) => all(table, 'w:tblBorders')[0]?.children.map((side) => side.attributes['w:sz']);
    expect(sizes(await tableOf())).toEqual(['4', '4', '4', '4', '4', '4']);
    expect(sizes(await tableOf(thick))).toEqual(['8', '8', '8', '8', '8', '8']);
  });
});
