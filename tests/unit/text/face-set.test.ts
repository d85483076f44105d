import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FaceEntry } from '../../../src/base/index.ts';
import { substitutes } from '../../../src/measure/substitutes.ts';
import { openFonts } from '../../../src/text/face/index.ts';

const faces = new Map<string, FaceEntry>([
  ['宋体', { files: ['宋体-400.ttf', '符号.ttf', '上下标.ttf', '宋体-全.ttf'], deskName: '宋体' }],
  ['小标宋', { files: ['宋体-700.ttf', '符号.ttf', '上下标.ttf', '宋体-全.ttf'], deskName: '方正小标宋简体' }],
  ['黑体', { files: ['黑体-400.ttf', '符号.ttf', '上下标.ttf', '宋体-全.ttf'], deskName: '黑体' }],
  [
    '仿宋',
    { files: ['仿宋-补.ttf', '仿宋.otf', '宋体-400.ttf', '符号.ttf', '上下标.ttf', '宋体-全.ttf'], deskName: '仿宋' },
  ],
]);

/** A font set over the shipped fonts, and the files it has read so far. */
function watched() {
  const read: string[] = [];
  const fonts = openFonts(
    {
      readFont: (file) => {
        read.push(file);
        return readFileSync(new URL(`../../../fonts/${file}`, import.meta.url));
      },
    },
    faces,
  );
  const fileOf = (face: string, character: string): string | undefined =>
    fonts.face(face)(character.codePointAt(0) ?? 0)?.face.key;
  return { fonts, read, fileOf };
}

describe('a font set', () => {
  test('reads no file before a character asks, and then only as far down the chain as needed', () => {
    const { read, fileOf } = watched();
    expect(read).toEqual([]);
    expect(fileOf('宋体', '表')).toBe('宋体-400.ttf');
    expect(read).toEqual(['宋体-400.ttf']);
    expect(fileOf('宋体', '☑')).toBe('符号.ttf');
    expect(read).toEqual(['宋体-400.ttf', '符号.ttf']);
  });

  test('takes rare characters from the full font', () => {
    const { fileOf } = watched();
    expect([...'\u{20087}龘囍'].map((one) => fileOf('宋体', one))).toEqual([
      '宋体-全.ttf',
      '宋体-全.ttf',
      '宋体-400.ttf',
    ]);
    expect(fileOf('小标宋', '龘')).toBe('宋体-全.ttf');
  });

  test('takes each character from the first file of the chain that has it', () => {
    const { fileOf } = watched();
    expect([...'仿￥囍☐'].map((one) => fileOf('仿宋', one))).toEqual([
      '仿宋.otf',
      '仿宋-补.ttf',
      '宋体-400.ttf',
      '符号.ttf',
    ]);
    expect(fileOf('小标宋', '表')).toBe('宋体-700.ttf');
  });

  test.each([
    [
      '宋体',
      '☑ 符号.ttf □ 宋体-400.ttf √ 宋体-400.ttf ① 宋体-400.ttf ㎡ 宋体-400.ttf ‰ 宋体-400.ttf 〔 宋体-400.ttf 〕 宋体-400.ttf',
    ],
    [
      '小标宋',
      '☑ 符号.ttf □ 宋体-700.ttf √ 宋体-700.ttf ① 宋体-700.ttf ㎡ 宋体-700.ttf ‰ 宋体-700.ttf 〔 宋体-700.ttf 〕 宋体-700.ttf',
    ],
    ['仿宋', '☑ 符号.ttf □ 仿宋.otf √ 仿宋.otf ① 仿宋.otf ㎡ 宋体-400.ttf ‰ 仿宋.otf 〔 仿宋.otf 〕 仿宋.otf'],
    [
      '黑体',
      '☑ 符号.ttf □ 黑体-400.ttf √ 黑体-400.ttf ① 黑体-400.ttf ㎡ 黑体-400.ttf ‰ 黑体-400.ttf 〔 黑体-400.ttf 〕 黑体-400.ttf',
    ],
  ])('%s falls back for a single character and comes back after it', (face, expected) => {
    const { fileOf } = watched();
    expect([...'☑□√①㎡‰〔〕'].map((one) => `${one} ${fileOf(face, one)}`).join(' ')).toBe(expected);
  });

  test('opens each file once, also for several faces', () => {
    const { fonts, read } = watched();
    const fromSong = fonts.face('宋体')(0x9f98);
    const fromTitle = fonts.face('小标宋')(0x9f98);
    expect(fromTitle?.face).toBe(fromSong?.face);
    expect(read).toEqual([...new Set(read)]);
  });

  test('answers an equal question with the same object, or again with null', () => {
    const { fonts, read } = watched();
    expect(fonts.face('宋体')(0x8868)).toBe(fonts.face('宋体')(0x8868));
    expect(fonts.face('宋体')(0xe000)).toBeNull();
    const before = read.length;
    expect(fonts.face('宋体')(0xe000)).toBeNull();
    expect(read).toHaveLength(before);
  });

  test('knows no face outside its table', () => {
    expect(() => watched().fonts.face('隶书')(0x8868)).toThrow(/隶书/);
  });
});

describe('the shipped fonts', () => {
  test('have every character of GB2312 in each cut face', () => {
    const decoder = new TextDecoder('gbk');
    const { fonts } = watched();
    const missing: string[] = [];
    for (let row = 0xb0; row <= 0xf7; row++) {
      for (let cell = 0xa1; cell <= 0xfe; cell++) {
        const one = decoder.decode(Uint8Array.of(row, cell));
        if (!/^\p{Script=Han}$/u.test(one)) continue;
        const point = one.codePointAt(0) ?? 0;
        if (fonts.face('宋体')(point)?.face.key !== '宋体-400.ttf') missing.push(one);
        if (fonts.face('小标宋')(point)?.face.key !== '宋体-700.ttf') missing.push(one);
      }
    }
    expect(missing).toEqual([]);
  });

  test('do not have 𠮷 (U+20BB7): a name with it needs a font of the user', () => {
    const { fileOf } = watched();
    for (const face of faces.keys()) expect([face, fileOf(face, '𠮷')]).toEqual([face, undefined]);
  });

  test('have indices, and what the author of a missing sign is told to write', () => {
    const { fileOf } = watched();
    for (const face of faces.keys()) {
      expect([...'₀₁₂₃₄₅₆₇₈₉ₓ⁰⁵⁶⁷⁸⁹⁺⁻ⁿ‱⅓⅔'].map((one) => fileOf(face, one))).not.toContain(undefined);
      expect([...substitutes.values()].filter((one) => fileOf(face, one) === undefined)).toEqual([]);
    }
    expect([...substitutes.keys()].filter((one) => fileOf('宋体', one) !== undefined)).toEqual([]);
  });

  test('have the signs that forms use without opening the full font', () => {
    const { fileOf, read } = watched();
    const signs = '①⑳⑴㈠㎡‰℃≥≤×÷√□☑☐☒〔〕ⅠⅫ￥¥—…“”‘’·％（）《》、，。：；？！＝～';
    expect([...signs].filter((one) => fileOf('宋体', one) === undefined)).toEqual([]);
    expect([...signs].filter((one) => fileOf('仿宋', one) === undefined)).toEqual([]);
    expect(read).not.toContain('宋体-全.ttf');
  });
});
