import { describe, expect, it } from 'vitest';
import { boxesOf, type PdfGlyph, type PdfPage, type PdfRule } from '../../../src/read/index.ts';

const level = (y: number, from: number, to: number): PdfRule => ({
  x: from,
  y: y - 0.25,
  width: to - from,
  height: 0.5,
});
const upright = (x: number, from: number, to: number): PdfRule => ({
  x: x - 0.25,
  y: from,
  width: 0.5,
  height: to - from,
});
const glyphs = (text: string, x: number, y: number): PdfGlyph[] =>
  [...text].map((one, i) => ({
    text: one,
    x: x + i * 10,
    y,
    middle: [x + i * 10 + 5, y - 3.8],
    size: 10,
    width: 10,
    font: 0,
    mark: null,
  }));
const page = (rules: readonly PdfRule[], texts: readonly PdfGlyph[] = []): PdfPage => ({
  width: 600,
  height: 800,
  glyphs: texts,
  rules,
});
const shapes = (rules: readonly PdfRule[]): number[][] =>
  boxesOf(page(rules)).map(({ x, y, width, height }) => [x, y, width, height]);

/** A table of 2 × 2 boxes from (100, 100) to (300, 160). */
const frame = [level(100, 100, 300), level(160, 100, 300), upright(100, 100, 160), upright(300, 100, 160)];
const cross = [level(130, 100, 300), upright(200, 100, 160)];

describe('boxes of a page', () => {
  it('lie between the rules, by top then left', () => {
    expect(shapes([...cross, ...frame])).toEqual([
      [100, 100, 100, 30],
      [200, 100, 100, 30],
      [100, 130, 100, 30],
      [200, 130, 100, 30],
    ]);
  });

  it('are merged where no rule parts them, sideways and downwards', () => {
    expect(shapes([...frame, level(130, 100, 300), upright(200, 130, 160)])).toEqual([
      [100, 100, 200, 30],
      [100, 130, 100, 30],
      [200, 130, 100, 30],
    ]);
    expect(shapes([...frame, level(130, 200, 300), upright(200, 100, 160)])).toEqual([
      [100, 100, 100, 60],
      [200, 100, 100, 30],
      [200, 130, 100, 30],
    ]);
  });

  it('are the same when rules are drawn cell by cell, with corners left out or doubled within 0.6 pt', () => {
    const pieces = [
      level(100, 100.25, 199.75),
      level(100.4, 200.25, 299.75),
      ...[130, 160].flatMap((y) => [level(y, 100.25, 199.75), level(y, 200.25, 299.75)]),
      ...[100, 200, 300].flatMap((x) => [upright(x, 100.25, 129.75), upright(x + 0.3, 130.25, 159.75)]),
    ];
    expect(shapes(pieces)).toHaveLength(4);
  });

  it('need all their sides: what is open to the page is no box', () => {
    expect(shapes(frame.slice(1))).toEqual([]);
    expect(shapes([...frame, ...[level(200, 100, 300), upright(100, 160, 200)]])).toEqual([[100, 100, 200, 60]]);
  });

  it('of two tables with different columns keep apart', () => {
    const second = [level(200, 50, 350), level(230, 50, 350), ...[50, 120, 350].map((x) => upright(x, 200, 230))];
    expect(shapes([...frame, ...second])).toEqual([
      [100, 100, 200, 60],
      [50, 200, 70, 30],
      [120, 200, 230, 30],
    ]);
  });

  it('of two tables side by side at the same height keep apart', () => {
    const right = [level(100, 320, 400), level(160, 320, 400), upright(320, 100, 160), upright(400, 100, 160)];
    expect(shapes([...frame, ...right])).toEqual([
      [100, 100, 200, 60],
      [320, 100, 80, 60],
    ]);
  });

  it('hold the glyphs that have their middle in them, line by line in content order', () => {
    const texts = [
      ...glyphs('右', 205, 110),
      ...glyphs('左上', 105, 110),
      ...glyphs('左二', 105, 124),
      ...glyphs('外', 20, 20),
    ];
    const boxes = boxesOf(page([...frame, ...cross], texts));
    expect(boxes.map((box) => box.text)).toEqual(['左上左二', '右', '', '']);
    expect(boxes[0]?.lines).toEqual(['左上', '左二']);
  });

  it('hold a squeezed mark whose blank half hangs out at either side', () => {
    const texts = [...glyphs('“', 96, 120), ...glyphs('，', 193, 120), ...glyphs('右', 206, 120)];
    const boxes = boxesOf(page([...frame, ...cross], texts));
    expect(boxes.map((box) => box.text)).toEqual(['“，', '右', '', '']);
  });

  it('keep a raised character on its line', () => {
    const raised: PdfGlyph = {
      text: '2',
      x: 115,
      y: 106,
      middle: [116.5, 103.7],
      size: 6,
      width: 3,
      font: 0,
      mark: null,
    };
    const boxes = boxesOf(page(frame, [...glyphs('m', 105, 110), raised, ...glyphs('上', 120, 110)]));
    expect(boxes[0]?.lines).toEqual(['m2上']);
  });

  it('are found on a page of 80,000 of them: a quadratic step would not end in time', () => {
    const rows = 4000;
    const rules = Array.from({ length: rows + 1 }, (_, i) => level(i * 4, 0, 500));
    for (let x = 0; x <= 500; x += 25) rules.push(upright(x, 0, rows * 4));
    const texts = Array.from({ length: rows * 20 }, (_, i) =>
      glyphs('字', (i % 20) * 25 + 5, Math.floor(i / 20) * 4 + 5.8),
    ).flat();
    const boxes = boxesOf(page(rules, texts));
    expect(boxes).toHaveLength(rows * 20);
    expect(boxes.every((box) => box.text === '字')).toBe(true);
  });
});
