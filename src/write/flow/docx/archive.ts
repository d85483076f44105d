import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a zip archive, ready to be written into any number of archives. */
export type Entry = {
  readonly name: Uint8Array;
  readonly crc: number;
  /** Length before compression, in bytes. */
  readonly size: number;
  readonly method: number;
  readonly data: Uint8Array;
};

const STORED = 0;
const DEFLATED = 8;

/** zlib's fastest way of finding repeats goes up to here: half the time of the usual level 6, a seventh more bytes at most. */
const FAST = 3;

/** What is packed once for all documents. */
export const sharedEntry = (name: string, text: string): Entry => entryOf(name, encoded(text), deflateRawSync);

/** What is packed for one document. */
export const ownEntry = (name: string, text: string): Entry =>
  entryOf(name, encoded(text), (bytes) => deflateRawSync(bytes, { level: FAST }));

/** What is so short that packing it takes longer than it is worth. */
export const shortEntry = (name: string, text: string): Entry => entryOf(name, Buffer.from(text), null);

function entryOf(name: string, bytes: Uint8Array, packed: ((bytes: Uint8Array) => Uint8Array) | null): Entry {
  return {
    name: Buffer.from(name),
    crc: crc32(bytes),
    size: bytes.length,
    method: packed === null ? STORED : DEFLATED,
    data: packed?.(bytes) ?? bytes,
  };
}

let room = Buffer.alloc(0);

/** A text in UTF-8, to be packed before the next one takes its room: room of its own takes longer than the encoding. */
function encoded(text: string): Uint8Array {
  const most = 3 * text.length;
  if (room.length < most) room = Buffer.allocUnsafeSlow(most);
  return room.subarray(0, room.write(text));
}

const LOCAL = { signature: 0x04034b50, length: 30 };
const CENTRAL = { signature: 0x02014b50, length: 46 };
const END = { signature: 0x06054b50, length: 22 };
const VERSION = 20;

/** 2000-01-01 as MS-DOS writes it; its time of day is 0. Every file has this date, so that equal files are equal bytes. */
const FIXED_DATE = (20 << 9) | (1 << 5) | 1;

/**
 * A zip archive of the entries, in the order given (PKWARE APPNOTE 4.3: entries, their directory, its end record).
 * It is written here because zip libraries compress every file anew, and what documents share need not be.
 */
export function writeArchive(entries: readonly Entry[]): Uint8Array {
  const lengthOf = (fixed: number) => entries.reduce((sum, entry) => sum + fixed + entry.name.length, 0);
  const dataLength = entries.reduce((sum, entry) => sum + entry.data.length, 0);
  const directory = lengthOf(LOCAL.length) + dataLength;
  const end = directory + lengthOf(CENTRAL.length);
  const bytes = new Uint8Array(end + END.length);
  const view = new DataView(bytes.buffer);
  let local = 0;
  let central = directory;
  for (const entry of entries) {
    view.setUint32(local, LOCAL.signature, true);
    describe(view, local + 4, entry);
    bytes.set(entry.name, local + LOCAL.length);
    bytes.set(entry.data, local + LOCAL.length + entry.name.length);

    view.setUint32(central, CENTRAL.signature, true);
    view.setUint16(central + 4, VERSION, true);
    describe(view, central + 6, entry);
    view.setUint32(central + 42, local, true);
    bytes.set(entry.name, central + CENTRAL.length);

    local += LOCAL.length + entry.name.length + entry.data.length;
    central += CENTRAL.length + entry.name.length;
  }
  view.setUint32(end, END.signature, true);
  view.setUint16(end + 8, entries.length, true);
  view.setUint16(end + 10, entries.length, true);
  view.setUint32(end + 12, end - directory, true);
  view.setUint32(end + 16, directory, true);
  return bytes;
}

/** The fields that an entry and its directory record share, from `version needed` to the length of the name. */
function describe(view: DataView, at: number, entry: Entry): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, FIXED_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.data.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
}
