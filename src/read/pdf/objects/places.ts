import { unpack, unpredict } from './inflate.ts';
import { Lexer, latin1 } from './lexer.ts';
import { isKind, listOf, ObjectFault, type PdfDictionary, type PdfObject, type PdfStream } from './types.ts';

/** Where an object stands: at a place in the file, or as one of those packed in a stream. */
export type Place =
  | { readonly kind: 'file'; readonly at: number }
  | { readonly kind: 'packed'; readonly stream: number };

/** Where all objects of a file stand, and its trailer. */
export type Places = { readonly places: ReadonlyMap<number, Place>; readonly trailer: PdfDictionary };

/** Sections of cross references are followed no further than so many updates of a file. */
const MOST_SECTIONS = 1000;
/** No file has more objects. */
const MOST_OBJECTS = 4_000_000;
/** Unpacked data of one stream (bytes). */
export const STREAM_LIMIT = 64 * 1024 * 1024;

/** Reads the cross references of a file, the newest first (ISO 32000-1, 7.5.4 and 7.5.8). Throws {@link ObjectFault}. */
export function readPlaces(bytes: Uint8Array): Places {
  const places = new Map<number, Place>();
  const seen = new Set<number>();
  let trailer: PdfDictionary | undefined;
  const waiting: number[] = [startOf(bytes)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next) || seen.size > MOST_SECTIONS) throw new ObjectFault('cross references in a circle');
    seen.add(next);
    const lexer = new Lexer(bytes, next);
    const isTable = lexer.word() === 'xref';
    const section = isTable ? readTable(lexer, places) : readStream(bytes, next, places);
    trailer ??= section;
    for (const key of ['Prev', 'XRefStm']) {
      const other = section.entries.get(key);
      if (typeof other === 'number') waiting.push(other);
    }
  }
  if (trailer === undefined) throw new ObjectFault('no trailer');
  return { places, trailer };
}

function startOf(bytes: Uint8Array): number {
  const from = Math.max(0, bytes.length - 2048);
  const tail = latin1(bytes, from, bytes.length);
  const found = /startxref\s+(\d+)/.exec(tail.slice(Math.max(0, tail.lastIndexOf('startxref'))));
  if (found === null) throw new ObjectFault('no startxref');
  return Number(found[1]);
}

function readTable(lexer: Lexer, places: Map<number, Place>): PdfDictionary {
  for (let word = lexer.word(); word !== 'trailer'; word = lexer.word()) {
    const words = [word, lexer.word()];
    const [first = 0, count = 0] = words.map(Number);
    // Where the file ends there are words without characters, again and again.
    if (!words.every((one) => /^\d+$/.test(one)) || first + count > MOST_OBJECTS)
      throw new ObjectFault('a table of cross references that is none');
    for (let i = 0; i < count; i += 1) {
      const at = Number(lexer.word());
      lexer.word();
      if (lexer.word() === 'n' && !places.has(first + i)) places.set(first + i, { kind: 'file', at });
    }
  }
  return asDictionary(lexer.object());
}

function readStream(bytes: Uint8Array, at: number, places: Map<number, Place>): PdfDictionary {
  const stream = streamAt(bytes, at);
  const { entries } = stream.dictionary;
  const widths = numbersIn(entries.get('W'));
  const size = entries.get('Size');
  const ranges = entries.has('Index') ? numbersIn(entries.get('Index')) : [0, Number(size)];
  const length = entries.get('Length');
  const data = dataOf(bytes, stream, typeof length === 'number' ? length : 0);
  const step = widths.reduce((sum, width) => sum + width, 0);
  if (widths.length < 3 || step === 0 || step > 32) throw new ObjectFault('cross references of no width');
  let row = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const first = ranges[range] ?? 0;
    for (let i = 0; i < (ranges[range + 1] ?? 0) && (row + 1) * step <= data.length; i += 1, row += 1) {
      const [kind, place] = fieldsOf(data, row * step, widths);
      if (places.has(first + i) || first + i > MOST_OBJECTS) continue;
      if (kind === 1) places.set(first + i, { kind: 'file', at: place });
      if (kind === 2) places.set(first + i, { kind: 'packed', stream: place });
    }
  }
  return stream.dictionary;
}

/** The kind of an entry (1 where nothing is said) and its place. */
function fieldsOf(data: Uint8Array, at: number, [kind = 0, place = 0]: readonly number[]): readonly [number, number] {
  const number = (from: number, width: number): number => {
    let value = 0;
    for (let i = 0; i < width; i += 1) value = value * 256 + (data[from + i] ?? 0);
    return value;
  };
  return [kind === 0 ? 1 : number(at, kind), number(at + kind, place)];
}

function streamAt(bytes: Uint8Array, at: number): PdfStream {
  const object = objectAt(bytes, at);
  if (isKind(object, 'stream')) return object;
  throw new ObjectFault('no stream where one should be');
}

/** The object that stands at a place behind its number, generation and the word obj. */
export function objectAt(bytes: Uint8Array, at: number): PdfObject {
  const lexer = new Lexer(bytes, at);
  if (!/^\d+$/.test(lexer.word()) || !/^\d+$/.test(lexer.word()) || lexer.word() !== 'obj')
    throw new ObjectFault(`no object at ${at}`);
  return lexer.object();
}

/** What a stream holds, unpacked; other ways of packing than Flate are not known here. */
export function dataOf(bytes: Uint8Array, { dictionary: { entries }, start }: PdfStream, length: number): Uint8Array {
  if (length < 0 || start + length > bytes.length) throw new ObjectFault('a stream longer than the file');
  const packed = bytes.subarray(start, start + length);
  const [filter] = listOf(entries.get('Filter'));
  if (filter === undefined || filter === null) return packed;
  if (!isKind(filter, 'name') || filter.name !== 'FlateDecode') throw new ObjectFault('an unknown filter');
  const data = unpack(packed, STREAM_LIMIT);
  const [parameters] = listOf(entries.get('DecodeParms'));
  if (!isKind(parameters, 'dictionary')) return data;
  const predictor = parameters.entries.get('Predictor');
  const columns = parameters.entries.get('Columns');
  return typeof predictor === 'number' && predictor >= 10
    ? unpredict(data, typeof columns === 'number' ? columns : 1)
    : data;
}

const numbersIn = (object: PdfObject | undefined): number[] =>
  listOf(object).map((one) => (typeof one === 'number' ? one : 0));

function asDictionary(object: PdfObject): PdfDictionary {
  if (isKind(object, 'dictionary')) return object;
  throw new ObjectFault('no dictionary where one should be');
}
