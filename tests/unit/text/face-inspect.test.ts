import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../../src/base/index.ts';
import { inspectFonts } from '../../../src/text/face/index.ts';

const shipped = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../fonts/${name}`, import.meta.url)));
const symbols = shipped('符号.ttf');
const at: Span = { file: '我的/faces.yaml', start: 11, end: 16 };

/** What is said of a file with these bytes, or of one that cannot be read. */
const said = (bytes: Uint8Array | null) =>
  inspectFonts(
    {
      readFont: () => {
        if (bytes === null) throw new Error('EACCES');
        return bytes;
      },
    },
    new Map([['我的/甲.ttf', at]]),
  );

/** Where a table of a font stands in its directory. */
function entryOf(font: Uint8Array, name: string): number {
  const view = new DataView(font.buffer);
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) {
    if (String.fromCharCode(...font.subarray(entry, entry + 4)) === name) return entry;
  }
  throw new Error(`no table ${name}`);
}

/** 符号.ttf with a 16-bit number changed. */
function changed(table: string, offset: number, value: number): Uint8Array {
  const copy = symbols.slice();
  const view = new DataView(copy.buffer);
  view.setUint16(view.getUint32(entryOf(copy, table) + 8) + offset, value);
  return copy;
}

/** A font with a table that is shorter by so many bytes. */
function shortened(table: string, by = 1, font = symbols): Uint8Array {
  const copy = Uint8Array.from(font);
  const view = new DataView(copy.buffer);
  const length = entryOf(copy, table) + 12;
  view.setUint32(length, view.getUint32(length) - by);
  return copy;
}

describe('inspecting fonts of users', () => {
  test.each(['符号.ttf', '仿宋.otf', '宋体-400.ttf'])('%s passes', (name) => {
    expect(said(shipped(name))).toEqual([]);
  });

  test.each([
    ['WOFF', Buffer.from('wOF2'.padEnd(64)), '网页用的 WOFF'],
    ['a text', Buffer.from('这不是字库'.repeat(9)), '不是 TrueType 或 OpenType'],
    ['an empty file', new Uint8Array(0), '文件太短'],
    ['half a font', symbols.subarray(0, 2000), '文件不完整'],
    ['a character map that points nowhere', changed('cmap', 8, 0xffff), '已经损坏'],
    ['places of glyphs that end in the middle of one', shortened('loca'), 'loca 表不完整'],
    ['advances that are cut short', shortened('hmtx', 4000, shipped('宋体-400.ttf')), '已经损坏'],
    ['a file that cannot be read', null, '系统读不了'],
  ])('B009: %s, at the place that names it', (_, bytes, why) => {
    expect(said(bytes)).toEqual([
      expect.objectContaining({ code: 'B009', severity: 'error', at, message: expect.stringContaining(why) }),
    ]);
    expect(said(bytes)[0]?.message).toContain('我的/甲.ttf');
  });

  test('B010 warns of a licence that forbids embedding, and only of that', () => {
    expect(said(changed('OS/2', 8, 0x0002))).toMatchObject([{ code: 'B010', severity: 'warning', at }]);
    for (const allowed of [0x0000, 0x0004, 0x0006, 0x0008]) expect(said(changed('OS/2', 8, allowed))).toEqual([]);
  });

  test('tells of each file', () => {
    const files = new Map(['a.ttf', 'b.ttf'].map((file) => [file, at]));
    expect(inspectFonts({ readFont: () => new Uint8Array(3) }, files)).toHaveLength(2);
  });
});
