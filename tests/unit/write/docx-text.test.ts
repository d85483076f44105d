import { describe, expect, test } from 'vitest';
import { pt } from '../../../src/base/index.ts';
import type { CellSpec, TableSpec } from '../../../src/form/index.ts';
import type { Setup } from '../../../src/measure/index.ts';
import { writeDocx } from '../../../src/write/flow/docx/index.ts';
import { fakeSetup, paperOf } from '../../support/fake-fonts.ts';
import { lineText, setForm } from '../../support/set-form.ts';
import { band, cell, formOf, label, row, table, title } from '../../support/specs.ts';
import { all, type Element, own, parse, textOf, unzipped, val } from './docx-reading.ts';

const fakeFaces = new Map([['假', { files: [], deskName: '宋体' }]]);

/** A cell of so many ems of 10 pt, in a table of two columns that is 400 pt wide. */
const inWidth = (ems: number, one: CellSpec, beside: CellSpec): TableSpec => {
  const wide = ((ems * 10 + 4) / 400) * 100;
  return table(band([wide, 100 - wide], row(one, beside)));
};

async function cellOf(ems: number, one: CellSpec, setup: Setup = fakeSetup, beside = cell()): Promise<Element> {
  const set = setForm(formOf(paperOf(400, 400), inWidth(ems, one, beside)), setup);
  const parts = unzipped(await writeDocx(set.measured, set.paged, fakeFaces));
  return all(parse(parts['word/document.xml'] ?? ''), 'w:tc')[0] as Element;
}

/** Each run with its space between characters in twips. */
const runsOf = (one: Element): [string, number][] =>
  all(one, 'w:r').map((run) => [textOf(run), Number(val(all(run, 'w:spacing')[0]) ?? 0)]);

describe('lines of a paragraph', () => {
  test('text that was squeezed into its lines is set closer, so that no reader needs one more', async () => {
    // 11 characters: two marks side by side took 1½ em, a mark at the end half, so that 10 ems held them.
    const [[, space] = ['', 0]] = runsOf(await cellOf(10, cell('一二三四五六七（八），')));
    expect(space).toBeLessThan(0);
    expect(space).toBeGreaterThanOrEqual(-Math.floor(200 / 12));
  });

  test('text that fits as it is keeps its own width', async () => {
    expect(runsOf(await cellOf(10, cell('一二三四五六七八九十')))).toEqual([['一二三四五六七八九十', 0]]);
    expect(runsOf(await cellOf(10, cell('一二三四五六七八九十一二三')))).toEqual([['一二三四五六七八九十一二三', 0]]);
  });

  test('where setting it closer is not enough, text reaches into the padding, never to the rule', async () => {
    const wide = { ...fakeSetup, table: { ...fakeSetup.table, padX: pt(4) } };
    // 6 characters in 5.2 ems: three halves of marks were squeezed out.
    const [indent] = all(await cellOf(5.6, cell('“一”“二”', { align: 'center' }), wide), 'w:ind');
    const beyond = Number(indent?.attributes['w:left']);
    expect(beyond).toBeLessThan(0);
    expect(beyond).toBeGreaterThan(-80);
    expect(Number(indent?.attributes['w:right'])).toBe(beyond);
  });

  describe('with padding to reach into', () => {
    const padded = { ...fakeSetup, table: { ...fakeSetup.table, padX: pt(4) } };
    const indentOf = async (ems: number, one: CellSpec, beside?: CellSpec): Promise<readonly number[]> => {
      const [indent] = all(await cellOf(ems, one, padded, beside), 'w:ind');
      return [Number(indent?.attributes['w:left'] ?? 0), Number(indent?.attributes['w:right'] ?? 0)];
    };

    test('keeps the edge that stands in line with other cells', async () => {
      const [left, right] = await indentOf(5.8, cell('“一”“二”', { align: 'left' }));
      expect(left).toBe(0);
      expect(right).toBeLessThan(0);
      const [begin, end] = await indentOf(5.8, cell('“一”“二”', { align: 'right' }));
      expect(begin).toBeLessThan(0);
      expect(end).toBe(0);
    });

    test('stays inside where its row has room for another line', async () => {
      expect(await indentOf(5.8, cell('“一”“二”', { align: 'center' }))).not.toEqual([0, 0]);
      const beside = cell('一'.repeat(200));
      expect(await indentOf(5.8, cell('“一”“二”', { align: 'center' }), beside)).toEqual([0, 0]);
    });

    test('stays inside where reaching out is not enough', async () => {
      expect(await indentOf(7, cell('“一”“二”“三”', { align: 'left' }))).toEqual([0, 0]);
    });
  });

  test('a cell is indented with all its lines', async () => {
    const one = await cellOf(9, cell('一'.repeat(12), { align: 'left', indent: 2 }));
    expect(all(one, 'w:ind').map(({ attributes }) => [attributes['w:left'], attributes['w:firstLine']])).toEqual([
      ['400', undefined],
    ]);
  });

  test('a name is spread by the same space behind all characters but the last', async () => {
    expect(runsOf(await cellOf(8, label('名称', { spread: 4 })))).toEqual([
      ['名', 400],
      ['称', 0],
    ]);
  });

  test('long text is justified, with its first-line indent and the gap between paragraphs', async () => {
    const setup: Setup = { ...fakeSetup, paragraph: { indent: 2, gap: pt(3), level: 'gb' } };
    const one = await cellOf(20, cell(['一'.repeat(45), '二'.repeat(45)], { align: 'justify' }), setup);
    expect(all(one, 'w:jc')).toHaveLength(0);
    expect(all(one, 'w:ind').map(({ attributes }) => attributes['w:firstLine'])).toEqual(['400', '400']);
    expect(all(one, 'w:spacing').map(({ attributes }) => attributes['w:after'])).toEqual(['60']);
    const ragged = await cellOf(4, cell('一'.repeat(45), { align: 'justify' }));
    expect(all(ragged, 'w:jc').map(val)).toEqual(['left']);
  });
});

describe('lines of a label', () => {
  test('sides are drawn in until the longest line just fits, and a hair of space holds the shorter one', async () => {
    const one = await cellOf(6, label('可持续影响指标', { align: 'center' }), {
      ...fakeSetup,
      labelWords: new Set(['可持续', '影响', '指标']),
    });
    const [indent] = all(one, 'w:ind');
    // 6 ems less the 4 of 影响指标 are 20 pt, of which a little is left free.
    expect(indent?.attributes['w:left']).toBe(indent?.attributes['w:right']);
    expect(Number(indent?.attributes['w:left'])).toBe(190);
    const runs = runsOf(one);
    expect(runs.map(([text]) => text)).toEqual(['可持', '续', '影响指标']);
    // Less than half an em to the side, and more than the room left for 影.
    expect(runs[1]?.[1]).toBeGreaterThan(20);
    expect(runs[1]?.[1]).toBeLessThan(200);
  });

  test('a first line more than a character shorter is held by space before it and behind it', async () => {
    const one = await cellOf(5, label('年度计划投资', { align: 'center' }), {
      ...fakeSetup,
      labelWords: new Set(['年度', '计划投资']),
    });
    const [indent] = all(one, 'w:ind');
    const first = Number(indent?.attributes['w:firstLine']);
    expect(runsOf(one).map(([text]) => text)).toEqual(['年', '度', '计划投资']);
    const behind = runsOf(one)[1]?.[1] ?? 0;
    // 计 would have an em of 200 twips left.
    expect(first + behind).toBeGreaterThan(200);
    // In the middle within a third of an em, whether a reader counts the space behind a line or not.
    expect(first / 2).toBeLessThan(66);
    expect((behind - first) / 2).toBeLessThan(66);
    expect(all(one, 'w:br')).toHaveLength(0);
  });

  test('lines that a reader breaks there by himself are one run', async () => {
    const one = await cellOf(3, label('产出指标', { align: 'center' }));
    expect(runsOf(one)).toHaveLength(1 + runsOf(one).filter(([, space]) => space !== 0).length * 2);
    expect(textOf(one)).toBe('产出指标');
  });

  test('text of several runs reads back as it was typed, also with characters beyond the basic plane', async () => {
    for (const text of ['可持续影响指标', '𠮷田𠮷田𠮷田𠮷', '预算金额(万元)']) {
      for (const ems of [2, 3, 4, 5, 6]) expect(textOf(await cellOf(ems, label(text, { align: 'center' })))).toBe(text);
    }
  });
});

describe('a title of several lines', () => {
  const words = '云澜区二〇二五年百千万工程典型镇村培育整治进度表';
  const titled = async (text: string, wide = 320) => {
    const body = table(band([100], row(cell('甲'))));
    const set = setForm(formOf(paperOf(wide, 400), title(text), body), {
      ...fakeSetup,
      labelWords: new Set(['云澜区', '百千万工程', '典型镇村培育', '整治进度表']),
    });
    const parts = unzipped(await writeDocx(set.measured, set.paged, fakeFaces));
    const paragraph = all(parse(parts['word/document.xml'] ?? ''), 'w:p')[0] as Element;
    const [heading] = set.measured.sections[0]?.blocks ?? [];
    const lines = heading?.kind === 'heading' ? heading.paragraphs.flatMap((one) => one.lines.map(lineText)) : [];
    return { paragraph, lines };
  };

  test('breaks where it was measured, also where one line is much shorter than another', async () => {
    for (const wide of [200, 240, 280, 320]) {
      const { paragraph, lines } = await titled(words, wide);
      const runs = all(paragraph, 'w:r');
      expect(runs.map(textOf)).toEqual(lines);
      expect(runs.map((run) => own(run, 'w:br') !== undefined)).toEqual(lines.map((_, i) => i > 0));
      expect(all(paragraph, 'w:ind')).toHaveLength(0);
    }
  });

  test('has no break mark where a blank before it would be lost', async () => {
    const { paragraph, lines } = await titled('百千万工程 典型镇村培育', 200);
    expect(lines[0]).toMatch(/ $/);
    expect(all(paragraph, 'w:br')).toHaveLength(0);
  });
});
