import { Lexer, latin1 } from './lexer.ts';
import { dataOf, objectAt, readPlaces, STREAM_LIMIT } from './places.ts';
import { isKind, ObjectFault, type PdfDictionary, type PdfObject, type PdfStream } from './types.ts';

/** The objects of a file, read when they are asked for. */
export type PdfObjects = {
  readonly trailer: PdfDictionary;
  /** What a reference refers to; everything else is itself. Throws {@link ObjectFault}. */
  readonly resolve: (object: PdfObject | undefined) => PdfObject;
};

/** References to references are followed so far. */
const LONGEST_CHAIN = 16;
/** All packed objects together unpack to no more (bytes). */
const UNPACKED_LIMIT = 4 * STREAM_LIMIT;

/** Opens the objects of a file. Throws {@link ObjectFault} where they cannot be found. */
export function openObjects(bytes: Uint8Array): PdfObjects {
  const { places, trailer } = readPlaces(bytes);
  const known = new Map<number, PdfObject>();
  const packed = new Map<number, Packed>();
  let unpacked = 0;

  const find = (number: number): PdfObject => {
    const place = places.get(number);
    if (place === undefined) return null;
    if (place.kind === 'file') return objectAt(bytes, place.at);
    const holder = packed.get(place.stream) ?? open(place.stream);
    const at = holder.places.get(number);
    return at === undefined ? null : new Lexer(holder.data, at).object(1);
  };

  const open = (number: number): Packed => {
    const place = places.get(number);
    const stream = place?.kind === 'file' ? objectAt(bytes, place.at) : null;
    if (!isKind(stream, 'stream')) throw new ObjectFault('no stream of objects');
    const length = resolve(stream.dictionary.entries.get('Length'));
    const holder = unpackObjects(stream, dataOf(bytes, stream, typeof length === 'number' ? length : 0));
    unpacked += holder.data.length;
    if (unpacked > UNPACKED_LIMIT) throw new ObjectFault('unpacks to too much');
    packed.set(number, holder);
    return holder;
  };

  const resolve = (object: PdfObject | undefined): PdfObject => {
    let at = object ?? null;
    for (let i = 0; isKind(at, 'reference'); i += 1) {
      if (i === LONGEST_CHAIN) throw new ObjectFault('references in a circle');
      const { number } = at;
      const found: PdfObject = known.get(number) ?? find(number);
      known.set(number, found);
      at = found;
    }
    return at;
  };

  return { trailer, resolve };
}

/** Unpacked objects, and where each begins. */
type Packed = { readonly data: Uint8Array; readonly places: ReadonlyMap<number, number> };

/** ISO 32000-1, 7.5.7: pairs of a number and a place stand before the first object. */
function unpackObjects({ dictionary: { entries } }: PdfStream, data: Uint8Array): Packed {
  const [count, first] = [entries.get('N'), entries.get('First')];
  if (typeof count !== 'number' || typeof first !== 'number') throw new ObjectFault('no stream of objects');
  const numbers = latin1(data, 0, Math.min(first, data.length)).trim().split(/\s+/).map(Number);
  const places = new Map<number, number>();
  for (let i = 0; i < count && 2 * i + 1 < numbers.length; i += 1)
    places.set(numbers[2 * i] ?? -1, first + (numbers[2 * i + 1] ?? 0));
  return { data, places };
}
