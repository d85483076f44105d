import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import { readCharacterMap } from '../../../src/text/face/cmap.ts';
import { openFace } from '../../../src/text/face/index.ts';

const shipped = (name: string): Buffer => readFileSync(new URL(`../../../fonts/${name}`, import.meta.url));
const liberation = readFileSync(
  fileURLToPath(import.meta.resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')),
);
const codePoint = (character: string): number => character.codePointAt(0) ?? 0;

/** A collection of one font: its table offsets count from the start of the collection. */
function collectionOf(font: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(16 + font.length);
  bytes.set(Buffer.from('ttcf'));
  bytes.set(font, 16);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, 0x00010000);
  view.setUint32(8, 1);
  view.setUint32(12, 16);
  for (let i = 0; i < view.getUint16(20); i++) {
    const at = 16 + 12 + 16 * i + 8;
    view.setUint32(at, view.getUint32(at) + 16);
  }
  return bytes;
}

describe('a face', () => {
  test('gives Han one em and digits their own width', () => {
    const song = openFace('宋体', shipped('宋体-400.ttf'));
    expect(song.advance(song.glyph(codePoint('表')))).toBe(1000);
    expect(song.advance(song.glyph(codePoint('，')))).toBe(1000);
    expect(song.advance(song.glyph(codePoint('0')))).toBe(557);
  });

  test('scales advances of other grids to whole thousandths of an em', () => {
    const sans = openFace('sans', liberation);
    expect(fontkit.create(liberation)).toHaveProperty('unitsPerEm', 2048);
    expect(sans.advance(sans.glyph(codePoint('A')))).toBe(Math.round((1366 * 1000) / 2048));
  });

  test('gives glyph 0 for what it lacks, between, below and above what it has', () => {
    for (const [name, lacking] of [
      ['宋体-400.ttf', '☑𠮷\u0001\u{10FFFF}'],
      ['仿宋.otf', '☑囍\uE000\u{10FFFF}'],
    ] as const) {
      const face = openFace(name, shipped(name));
      expect([...lacking].map((one) => face.glyph(codePoint(one)))).toEqual([0, 0, 0, 0]);
    }
  });

  test.each([
    ['宋体-400.ttf', shipped('宋体-400.ttf')],
    ['仿宋.otf', shipped('仿宋.otf')],
    ['LiberationSans-Regular.ttf', liberation],
  ])('finds the same glyphs and advances as fontkit for every character of %s', (name, bytes) => {
    const face = openFace(name, bytes);
    const other = fontkit.create(bytes) as fontkit.Font;
    const all = other.characterSet;
    expect(all.length).toBeGreaterThan(600);
    expect(all.filter((one) => face.glyph(one) !== other.glyphForCodePoint(one).id)).toEqual([]);
    const scale = 1000 / other.unitsPerEm;
    const some = all.slice(0, 700).map((one) => other.glyphForCodePoint(one));
    expect(some.map((one) => face.advance(one.id))).toEqual(some.map((one) => Math.round(one.advanceWidth * scale)));
  });

  test('reads a segment table (cmap format 4) and a group table (format 12) alike', () => {
    const song = shipped('宋体-400.ttf');
    const segmentsOnly = Buffer.from(song);
    const at = tableOffset(segmentsOnly, 'cmap');
    for (let i = 0; i < segmentsOnly.readUInt16BE(at + 2); i++) {
      const subtable = at + segmentsOnly.readUInt32BE(at + 4 + 8 * i + 4);
      if (segmentsOnly.readUInt16BE(subtable) === 12) segmentsOnly.writeUInt16BE(99, subtable);
    }
    const groups = openFace('groups', song);
    const segments = openFace('segments', segmentsOnly);
    const basic = (fontkit.create(song) as fontkit.Font).characterSet.filter((one) => one < 0xffff);
    expect(basic.filter((one) => groups.glyph(one) === 0 || groups.glyph(one) !== segments.glyph(one))).toEqual([]);
    expect(segments.glyph(codePoint('☑'))).toBe(0);
    expect([segments.glyph(0x20164), groups.glyph(0x20164) > 0]).toEqual([0, true]);
  });

  test('adds the delta of a segment to glyphs from its array, except to glyph 0', () => {
    // One segment A–C through an array (0, 7, 8) with delta 10, then the closing segment.
    const words = [0, 1, 3, 1, 0, 12, 4, 38, 0, 4, 0, 0, 0, 0x43, 0xffff, 0, 0x41, 0xffff, 10, 1, 4, 0, 0, 7, 8];
    const view = new DataView(new ArrayBuffer(2 * words.length));
    words.forEach((word, i) => {
      view.setUint16(2 * i, word);
    });
    const glyph = readCharacterMap({
      file: 'made',
      bytes: new Uint8Array(),
      outlines: 'glyf',
      find: () => view,
      cut: () => new Uint8Array(),
    });
    expect([...'@ABCD'].map((one) => glyph(codePoint(one)))).toEqual([0, 0, 17, 18, 0]);
  });

  test('knows its PDF metrics, in thousandths of an em', () => {
    expect(openFace('宋体', shipped('宋体-400.ttf')).metrics).toEqual({
      postScriptName: 'NotoSerifSC-Regular',
      ascent: 880,
      descent: -120,
      capHeight: 729,
      box: [-997, -1049, 2929, 1809],
    });
    expect(openFace('仿宋', shipped('仿宋.otf')).metrics).toMatchObject({
      postScriptName: 'FandolFang-Regular',
      ascent: 880,
      descent: -120,
    });
  });

  test('opens the first font of a collection', () => {
    const symbols = shipped('符号.ttf');
    const alone = openFace('符号', symbols);
    const collected = openFace('符号.ttc', collectionOf(symbols));
    const box = codePoint('☑');
    expect(collected.glyph(box)).toBeGreaterThan(0);
    expect(collected.metrics).toEqual(alone.metrics);
    expect(collected.subset([0, collected.glyph(box)])).toEqual(alone.subset([0, alone.glyph(box)]));
  });

  test('opens from any part of a larger buffer', () => {
    const symbols = shipped('符号.ttf');
    const inside = new Uint8Array(symbols.length + 7);
    inside.set(symbols, 7);
    const face = openFace('符号', inside.subarray(7));
    expect(face.advance(face.glyph(codePoint('☑')))).toBe(openFace('b', symbols).advance(face.glyph(codePoint('☑'))));
  });

  test('refuses web fonts, cut files and files that are no fonts, each by name', () => {
    const symbols = shipped('符号.ttf');
    expect(() => openFace('楷体.woff', Buffer.from('wOFF'.padEnd(64)))).toThrow(/楷体\.woff.*WOFF/);
    expect(() => openFace('楷体.woff2', Buffer.from('wOF2'.padEnd(64)))).toThrow(/楷体\.woff2.*WOFF/);
    expect(() => openFace('半个.ttf', symbols.subarray(0, 2000))).toThrow(/半个\.ttf.*不完整/);
    expect(() => openFace('文章.ttf', Buffer.from('这不是字库'.repeat(9)))).toThrow(/文章\.ttf.*不是/);
    expect(() => openFace('空.ttf', new Uint8Array(0))).toThrow(/空\.ttf/);
  });
});

function tableOffset(font: Buffer, tag: string): number {
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`no ${tag}`);
}
