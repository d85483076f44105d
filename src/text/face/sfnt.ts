/** The tables of one font of an OpenType file, each a view of the file's bytes. */
export type Sfnt = {
  /** The path it was read from, for messages and as {@link Face.key}. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly outlines: 'glyf' | 'CFF';
  readonly tables: ReadonlyMap<string, DataView>;
};

const needed = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'];

/**
 * Reads the table directory of a TrueType or OpenType file, of the first font if it is a collection.
 * Throws an Error that names the file when it is WOFF, no font, or cut short: fonts belong to the installation.
 */
export function readSfnt(file: string, bytes: Uint8Array): Sfnt {
  if (bytes.length < 12) throw unreadable(file, '文件太短，不是字库');
  const view = viewOf(bytes);
  const start = tag(view, 0) === 'ttcf' ? view.getUint32(12) : 0;
  if (start + 12 > bytes.length) throw unreadable(file, '文件不完整');
  checkSignature(file, tag(view, start));

  const tables = new Map<string, DataView>();
  const count = view.getUint16(start + 4);
  if (start + 12 + 16 * count > bytes.length) throw unreadable(file, '文件不完整');
  for (let entry = start + 12; entry < start + 12 + 16 * count; entry += 16) {
    const offset = view.getUint32(entry + 8);
    const length = view.getUint32(entry + 12);
    if (offset + length > bytes.length) throw unreadable(file, `文件不完整（${tag(view, entry)}）`);
    tables.set(tag(view, entry), new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }

  const outlines = tables.has('CFF ') ? 'CFF' : 'glyf';
  for (const name of outlines === 'glyf' ? [...needed, 'loca', 'glyf'] : needed) {
    if (!tables.has(name)) throw unreadable(file, `缺 ${name} 表`);
  }
  return { file, bytes, outlines, tables };
}

/** A table that {@link readSfnt} has found to be there. */
export function table(sfnt: Sfnt, name: string): DataView {
  const view = sfnt.tables.get(name);
  if (!view) throw unreadable(sfnt.file, `缺 ${name} 表`);
  return view;
}

/** The number of glyphs in the file. */
export const glyphCount = (sfnt: Sfnt): number => table(sfnt, 'maxp').getUint16(4);

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const bytesOf = (view: DataView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

/** What to throw about a font file that cannot be used. */
export const unreadable = (file: string, why: string): Error =>
  new Error(`字库 ${file} 不能用：${why}。请换成完好的 TTF、TTC 或 OTF 字库。`);

function checkSignature(file: string, signature: string): void {
  if (signature === 'wOFF' || signature === 'wOF2') throw unreadable(file, '这是网页用的 WOFF 字库');
  if (!['\u0000\u0001\u0000\u0000', 'true', 'OTTO'].includes(signature)) {
    throw unreadable(file, '不是 TrueType 或 OpenType 字库');
  }
}

const tag = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
