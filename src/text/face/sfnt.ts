import type { FontBytes } from '../../base/index.ts';

/** One font of an OpenType file; its tables are read when they are first asked for. */
export type Sfnt = {
  /** The path it was read from, for messages and as {@link Face.key}. */
  readonly file: string;
  readonly bytes: FontBytes;
  readonly outlines: 'glyf' | 'CFF';
  /** A table, read once; null where the font has none of this name. */
  readonly find: (name: string) => DataView | null;
  /** Bytes `start … end` of a table, without reading the rest of it. */
  readonly cut: (name: string, start: number, end: number) => Uint8Array;
};

const needed = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'];

/**
 * Reads the table directory of a TrueType or OpenType file, of the first font if it is a collection.
 * Throws an {@link UnreadableFont} when it is WOFF, no font, or cut short; files that users add are inspected first.
 */
export function readSfnt(file: string, bytes: FontBytes): Sfnt {
  if (bytes.length < 12) throw new UnreadableFont(file, '文件太短，不是字库');
  const first = viewOf(bytes.subarray(0, Math.min(16, bytes.length)));
  const start = tag(first, 0) === 'ttcf' && bytes.length >= 16 ? first.getUint32(12) : 0;
  if (start + 12 > bytes.length) throw new UnreadableFont(file, '文件不完整');
  const header = viewOf(bytes.subarray(start, start + 12));
  checkSignature(file, tag(header, 0));
  const places = readDirectory(file, bytes, { start: start + 12, count: header.getUint16(4) });

  const outlines = places.has('CFF ') ? 'CFF' : 'glyf';
  for (const name of outlines === 'glyf' ? [...needed, 'loca', 'glyf'] : needed) {
    if (!places.has(name)) throw new UnreadableFont(file, `缺 ${name} 表`);
  }
  const cut: Sfnt['cut'] = (name, from, to) => {
    const { offset = 0, length = 0 } = places.get(name) ?? {};
    return bytes.subarray(offset + Math.min(from, length), offset + Math.min(to, length));
  };
  const views = new Map<string, DataView>();
  const find: Sfnt['find'] = (name) => {
    const place = places.get(name);
    if (place === undefined) return null;
    const view = views.get(name) ?? viewOf(cut(name, 0, place.length));
    views.set(name, view);
    return view;
  };
  return { file, bytes, outlines, find, cut };
}

type TablePlace = { readonly offset: number; readonly length: number };

/** Where each table of the file lies. */
function readDirectory(
  file: string,
  bytes: FontBytes,
  { start, count }: { readonly start: number; readonly count: number },
): ReadonlyMap<string, TablePlace> {
  if (start + 16 * count > bytes.length) throw new UnreadableFont(file, '文件不完整');
  const view = viewOf(bytes.subarray(start, start + 16 * count));
  const places = new Map<string, TablePlace>();
  for (let entry = 0; entry < 16 * count; entry += 16) {
    const place = { offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) };
    if (place.offset + place.length > bytes.length) throw new UnreadableFont(file, `文件不完整（${tag(view, entry)}）`);
    places.set(tag(view, entry), place);
  }
  return places;
}

/** A table that {@link readSfnt} has found to be there. */
export function table(sfnt: Sfnt, name: string): DataView {
  const view = sfnt.find(name);
  if (!view) throw new UnreadableFont(sfnt.file, `缺 ${name} 表`);
  return view;
}

/** The number of glyphs in the file. */
export const glyphCount = (sfnt: Sfnt): number => table(sfnt, 'maxp').getUint16(4);

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const bytesOf = (view: DataView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

/** Why a file cannot be used whose tables contradict each other, which shows only when they are read. */
export const DAMAGED = '文件已经损坏';

/** A font file that cannot be used, and why, in words for its owner. */
export class UnreadableFont extends Error {
  readonly file: string;
  readonly why: string;
  constructor(file: string, why: string) {
    super(`字库 ${file} 不能用：${why}。请换成完好的 TTF、TTC 或 OTF 字库。`);
    this.file = file;
    this.why = why;
  }
}

function checkSignature(file: string, signature: string): void {
  if (signature === 'wOFF' || signature === 'wOF2') throw new UnreadableFont(file, '这是网页用的 WOFF 字库');
  if (!['\u0000\u0001\u0000\u0000', 'true', 'OTTO'].includes(signature)) {
    throw new UnreadableFont(file, '不是 TrueType 或 OpenType 字库');
  }
}

const tag = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
