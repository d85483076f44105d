import { describe, expect, it } from 'vitest';
import { IDENTITY } from '../../../src/read/pdf/matrix.ts';
import { type ShownGlyph, show, type TextState } from '../../../src/read/pdf/show.ts';
import { handmadePage, readKit } from './support/pdf.ts';

/** Glyphs as `text@x,y`, rounded to hundredths. */
const placed = async (content: string, form = ''): Promise<string[]> =>
  (await handmadePage(content, form)).glyphs.map(({ text, x, y }) => `${text}@${round(x)},${round(y)}`);
const round = (value: number): number => Math.round(value * 100) / 100;

// Helvetica: A is 667 wide, B 667, a space 278.
describe('glyphs of a page', () => {
  it('stand where Td, T*, TD and Tm put them, measured from the top left', async () => {
    expect(await placed('BT /F 10 Tf 20 70 Td (A) Tj 0 -12 TD (B) Tj T* (A) Tj ET')).toEqual([
      'A@20,30',
      'B@20,42',
      'A@20,54',
    ]);
    expect(await placed('BT /F 10 Tf 2 0 0 2 30 60 Tm (AB) Tj 5 0 Td (A) Tj ET')).toEqual([
      'A@30,40',
      'B@43.34,40',
      'A@40,40',
    ]);
  });

  it('are moved by kerning, spacing, word spacing, horizontal scale and rise', async () => {
    expect(await placed('BT /F 10 Tf [(A) -500 (B)] TJ ET')).toEqual(['A@0,100', 'B@11.67,100']);
    expect(await placed('BT /F 10 Tf 3 Tc (AB) Tj ET')).toEqual(['A@0,100', 'B@9.67,100']);
    expect(await placed('BT /F 10 Tf 4 Tw (A B) Tj ET')).toEqual(['A@0,100', ' @6.67,100', 'B@13.45,100']);
    expect(await placed('BT /F 10 Tf 50 Tz 2 Tc (AB) Tj ET')).toEqual(['A@0,100', 'B@4.34,100']);
    expect(await placed('BT /F 10 Tf 5 Ts (A) Tj ET')).toEqual(['A@0,95']);
  });

  it('follow the graphics matrix, which q and Q keep', async () => {
    expect(await placed('q 2 0 0 2 10 10 cm BT /F 10 Tf 5 5 Td (A) Tj ET Q BT /F 10 Tf 5 5 Td (A) Tj ET')).toEqual([
      'A@20,80',
      'A@5,95',
    ]);
  });

  it('of a form stand by its matrix and leave the page as it was', async () => {
    const form = '2 0 0 2 0 0 cm BT /F 10 Tf (B) Tj ET';
    expect(await placed('/X Do BT /F 10 Tf (A) Tj ET', form)).toEqual(['B@10,80', 'A@0,100']);
  });

  it('take font and size from a graphics state too', async () => {
    const { glyphs } = await handmadePage('/G gs BT (A) Tj ET');
    expect(glyphs).toMatchObject([{ text: 'A', size: 20 }]);
  });

  it('know their size and width on the page', async () => {
    const { glyphs } = await handmadePage('2 0 0 3 0 0 cm BT /F 10 Tf (A) Tj ET');
    expect(glyphs[0]?.size).toBeCloseTo(30);
    expect(glyphs[0]?.width).toBeCloseTo(13.34);
  });

  it('are not those that a clip cuts off, until the state before it comes back', async () => {
    const clipped = 'q 0 40 100 40 re W n BT /F 10 Tf 10 50 Td (A) Tj 0 -40 Td (B) Tj ET Q';
    expect(await placed(`${clipped} BT /F 10 Tf 10 10 Td (C) Tj ET`)).toEqual(['A@10,50', 'C@10,90']);
    expect(
      await placed('q 0 0 100 60 re W n 0 40 100 60 re W* n BT /F 10 Tf 10 70 Td (A) Tj 0 -20 Td (B) Tj ET Q'),
    ).toEqual(['B@10,50']);
  });
});

describe('fonts of a page', () => {
  it('that have one name count as one', async () => {
    const { glyphs } = await handmadePage('BT /F 10 Tf (A) Tj /H 10 Tf (B) Tj ET');
    expect(glyphs.map(({ text, font }) => `${text} ${font}`)).toEqual(['A 0', 'B 0']);
  });
});

describe('a PDF with embedded Han', () => {
  it('gives back each character at its place, in the order of drawing', async () => {
    const text = '部门整体≥90%（万元）';
    const content = await readKit((pen) => {
      pen.text(text, 100, 200, { lineBreak: false });
    });
    const glyphs = content.pages[0]?.glyphs ?? [];
    expect(glyphs.map((glyph) => glyph.text).join('')).toBe(text);
    expect(glyphs[1]?.x).toBeCloseTo(110, 2);
    expect(content.pages[0]).toMatchObject({ width: 595.28, height: 841.89 });
  });

  it('tells its title, author, language and fonts', async () => {
    const content = await readKit((pen) => {
      pen.text('甲', 50, 50);
      pen.font('Helvetica').text('A', 50, 80);
    });
    expect(content.info).toEqual({ title: '绩效目标表', author: '民政局', language: 'zh-CN' });
    expect(content.fonts.map((font) => font.embedded)).toEqual([true, false]);
    expect(content.fonts[0]?.name).toMatch(/^NotoSerif/);
    expect(content.fonts[1]?.name).toBe('Helvetica');
    expect(content.pages[0]?.glyphs.map((glyph) => glyph.font)).toEqual([0, 1]);
  });
});

const font = { index: 0, unit: 0.001, vertical: false, defaultVmetric: undefined };
const state: TextState = {
  ...{ font, size: 10, characterSpacing: 0, wordSpacing: 0, horizontalScale: 1, leading: 0, rise: 0 },
  ...{ matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 },
};
const glyph = (unicode: string, width: number): ShownGlyph => ({ unicode, width, isSpace: false });
const shown = (...items: readonly (ShownGlyph | number)[]) => {
  const { glyphs, forward } = show(items, state, { page: IDENTITY, mark: null });
  return [...glyphs.map(({ text, x, width, middle }) => `${text}@${x}+${width}, ${middle[0]}`), forward];
};

describe('Han to which a file gives no width', () => {
  it('are an em wide, and stand side by side where nothing else tells their places', () => {
    expect(shown(glyph('年', 0), glyph('度', 0), glyph('总', 1000))).toEqual([
      '年@0+10, 5',
      '度@10+10, 15',
      '总@20+10, 25',
      30,
    ]);
  });

  it('stand where they are put', () => {
    expect(shown(glyph('年', 0), -1000, glyph('度', 0))).toEqual(['年@0+10, 5', '度@10+10, 15', 10]);
  });

  it('are not other characters without width', () => {
    expect(shown(glyph('\u0301', 0), glyph('A', 600))).toEqual(['\u0301@0+0, 0', 'A@0+6, 3', 6]);
  });
});

describe('a glyph of which a file says nothing', () => {
  it('is a blank', () => {
    expect(shown(glyph('年', 1000), glyph('\u0001', 250))).toEqual(['年@0+10, 5', ' @10+2.5, 11.25', 12.5]);
  });
});
