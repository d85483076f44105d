import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import { openFace } from '../../../src/text/face/index.ts';

const shipped = (name: string): Buffer => readFileSync(new URL(`../../../fonts/${name}`, import.meta.url));
const hinted = readFileSync(fileURLToPath(import.meta.resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')));
const asRead = Buffer.from(hinted);
const glyphsOf = (face: { glyph: (codePoint: number) => number }, text: string): number[] => [
  0,
  ...[...text].map((one) => face.glyph(one.codePointAt(0) ?? 0)),
];
const outlines = (font: fontkit.Font, glyphs: readonly number[]): string[] =>
  glyphs.map((glyph) => font.getGlyph(glyph)?.path.toSVG() ?? 'none');
const open = (bytes: Uint8Array): fontkit.Font => fontkit.create(Buffer.from(bytes)) as fontkit.Font;
const inOrder = (glyphs: readonly unknown[]): number[] => glyphs.map((_, i) => i);

type Table = { readonly tag: string; readonly sum: number; readonly at: number; readonly length: number };

function directory(font: Buffer): Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, i) => ({
    tag: font.toString('latin1', 12 + 16 * i, 16 + 16 * i),
    sum: font.readUInt32BE(16 + 16 * i),
    at: font.readUInt32BE(20 + 16 * i),
    length: font.readUInt32BE(24 + 16 * i),
  }));
}

function wordSum(bytes: Buffer): number {
  const whole = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  let sum = 0n;
  for (let at = 0; at < whole.length; at += 4) sum += BigInt(whole.readUInt32BE(at));
  return Number(sum % 0x100000000n);
}

function expectTrueChecksums(program: Uint8Array): void {
  const font = Buffer.from(program);
  expect(wordSum(font)).toBe(0xb1b0afba);
  for (const { tag, sum, at, length } of directory(font)) {
    const bytes = Buffer.from(font.subarray(at, at + length));
    if (tag === 'head') bytes.writeUInt32BE(0, 8);
    expect([tag, wordSum(bytes)]).toEqual([tag, sum]);
  }
}

describe('a subset of glyf outlines', () => {
  const text = '表里如一，东莞市大朗镇公共服务办公室：840.00万元≥90%（2024年）';

  test.each(['宋体-400.ttf', '宋体-700.ttf', '宋体-全.ttf', '黑体-400.ttf', '符号.ttf'])(
    'of %s has the outlines and advances of its glyphs in the order given',
    (name) => {
      const face = openFace(name, shipped(name));
      const glyphs = glyphsOf(face, name === '符号.ttf' ? '☒☐☑' : text);
      const subset = open(face.subset(glyphs));
      expect(subset.numGlyphs).toBe(glyphs.length);
      expect(outlines(subset, inOrder(glyphs))).toEqual(outlines(open(shipped(name)), glyphs));
      expect(inOrder(glyphs).map((one) => subset.getGlyph(one)?.advanceWidth)).toEqual(glyphs.map(face.advance));
    },
  );

  test('holds six tables, sorted by tag, each on a word boundary and the outlines last in the file', () => {
    const face = openFace('宋体', shipped('宋体-400.ttf'));
    const tables = directory(Buffer.from(face.subset(glyphsOf(face, text))));
    expect(tables.map((one) => one.tag)).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
    expect(tables.every((one) => one.at % 4 === 0)).toBe(true);
    expect(tables.toSorted((a, b) => a.at - b.at).at(-1)?.tag).toBe('glyf');
  });

  test('has true checksums, with plain and with composite glyphs', () => {
    const song = openFace('宋体', shipped('宋体-400.ttf'));
    expectTrueChecksums(song.subset(glyphsOf(song, text)));
    const sans = openFace('sans', hinted);
    expectTrueChecksums(sans.subset(glyphsOf(sans, 'éàA')));
  });

  const threeThousandHan = String.fromCodePoint(...Array.from({ length: 3000 }, (_, i) => 0x4e00 + i));

  test.each([
    ['plain ones, after thousands of others', '宋体-400.ttf', text, threeThousandHan],
    ['plain ones, after composite ones', 'hinted', 'AeO', 'éàÅ½'],
    ['composite ones, after others', 'hinted', 'éàA', 'ñÅ½O'],
  ])('is the same bytes each time: %s', (_, name, own, others) => {
    const bytes = name === 'hinted' ? hinted : shipped(name);
    const face = openFace(name, bytes);
    const glyphs = glyphsOf(face, own);
    const first = face.subset(glyphs);
    face.subset(glyphsOf(face, others));
    expect(Buffer.from(face.subset(glyphs)).equals(first)).toBe(true);
    const late = openFace('again', bytes);
    late.subset(glyphsOf(late, others));
    expect(Buffer.from(late.subset(glyphs)).equals(first)).toBe(true);
  });

  test('brings the parts of composite glyphs along behind the glyphs asked for', () => {
    const face = openFace('sans', hinted);
    const glyphs = glyphsOf(face, 'ñéeÅ');
    const subset = open(face.subset(glyphs));
    expect(subset.numGlyphs).toBeGreaterThan(glyphs.length);
    expect(outlines(subset, inOrder(glyphs))).toEqual(outlines(open(hinted), glyphs));
  });

  test('leaves the bytes of the font as they are', () => {
    const face = openFace('sans', hinted);
    face.subset(glyphsOf(face, 'éàÅ½'));
    expect(hinted.equals(asRead)).toBe(true);
  });

  test('of a glyph that the font lacks is refused as a damaged font', () => {
    const face = openFace('sans', hinted);
    expect(() => face.subset([0, 60_000])).toThrow('sans 不能用：文件已经损坏');
  });

  test('leaves out hints and what they need', () => {
    const face = openFace('sans', hinted);
    const program = face.subset(glyphsOf(face, 'AO'));
    const glyf = directory(Buffer.from(program)).find((one) => one.tag === 'glyf');
    const view = new DataView(program.buffer, program.byteOffset + (glyf?.at ?? 0));
    const instructionsAt = 10 + 2 * view.getInt16(0);
    expect(view.getUint16(instructionsAt)).toBe(0);
    expect(glyf?.length).toBeLessThan(600);
    expect(outlines(open(program), [0, 1, 2])).toEqual(outlines(open(hinted), glyphsOf(face, 'AO')));
  });

  test('promises no hints in composite glyphs either', () => {
    const face = openFace('sans', hinted);
    const program = Buffer.from(face.subset(glyphsOf(face, '½')));
    const start = (tag: string): number => directory(program).find((one) => one.tag === tag)?.at ?? 0;
    const glyph = start('glyf') + program.readUInt32BE(start('loca') + 4);
    expect(program.readInt16BE(glyph)).toBe(-1);
    const flags: number[] = [];
    for (let at = glyph + 10; flags.length === 0 || (flags.at(-1) ?? 0) & 0x20; ) {
      const flag = program.readUInt16BE(at);
      flags.push(flag);
      at += 4 + (flag & 1 ? 4 : 2);
    }
    expect(flags).toHaveLength(3);
    expect(flags.filter((flag) => flag & 0x100)).toEqual([]);
  });

  test('may hold a glyph twice, for two characters that share it', () => {
    const face = openFace('宋体', shipped('宋体-400.ttf'));
    const one = face.glyph(0x4e00);
    const [, first, second] = outlines(open(face.subset([0, one, one])), [0, 1, 2]);
    expect(first).toBe(second);
    expect(first).not.toBe('');
  });

  test('begins with the missing glyph, or is our mistake', () => {
    const face = openFace('宋体', shipped('宋体-400.ttf'));
    expect(() => face.subset([face.glyph(0x4e00)])).toThrow(/glyph 0/);
    expect(() => face.subset([])).toThrow(/glyph 0/);
  });
});

describe('a subset of CFF outlines', () => {
  const face = openFace('仿宋', shipped('仿宋.otf'));

  test('is a bare CFF program with the same charstrings in the order given, twice where asked', () => {
    const glyphs = [...glyphsOf(face, '仿宋体字表里如一'), face.glyph(0x4e00)];
    expect(face.outlines).toBe('CFF');
    const program = Buffer.from(face.subset(glyphs));
    expect([...program.subarray(0, 2)]).toEqual([1, 0]);
    const subset = open(wrapped(program, glyphs.length));
    expect(outlines(subset, inOrder(glyphs))).toEqual(outlines(open(shipped('仿宋.otf')), glyphs));
  });

  test('is the same bytes each time', () => {
    const glyphs = glyphsOf(face, '同样的输入');
    expect(Buffer.from(face.subset(glyphs)).equals(face.subset(glyphs))).toBe(true);
    expect(() => face.subset([5])).toThrow(/glyph 0/);
  });
});

/** The font 仿宋 with its CFF table replaced, so that fontkit can open the program. */
function wrapped(program: Buffer, glyphs: number): Buffer {
  const font = shipped('仿宋.otf');
  const out = Buffer.concat([font, Buffer.alloc((4 - (font.length % 4)) % 4), program]);
  for (const [i, { tag, at }] of directory(font).entries()) {
    if (tag === 'maxp') out.writeUInt16BE(glyphs, at + 4);
    if (tag !== 'CFF ') continue;
    out.writeUInt32BE(out.length - program.length, 20 + 16 * i);
    out.writeUInt32BE(program.length, 24 + 16 * i);
  }
  return out;
}
