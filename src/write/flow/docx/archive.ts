import { type Zippable, zipSync } from 'fflate';

/** fflate reads a date in local time: without a zone it gives the same bytes everywhere; noon is in no clock change. */
const FIXED_DATE = '2000-01-01T12:00:00';

const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;

/** A zip archive of the files, in the order given. */
export const packFiles = (files: Zippable): Uint8Array => zipSync(files, { level: 6, mtime: FIXED_DATE });

/** Where the directory of an archive stands; our archives have no comment after their end record. */
function directoryOf(archive: Uint8Array): { count: number; start: number; end: number } {
  const end = archive.length - END_LENGTH;
  const view = viewOf(archive);
  return { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true), end };
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * One archive with the files of both, without compressing anything again.
 * A zip is entries, a directory with the entries' offsets, and an end record.
 */
export function joinArchives(first: Uint8Array, second: Uint8Array): Uint8Array {
  const one = directoryOf(first);
  const two = directoryOf(second);
  const directory = one.start + two.start;
  const moved = directory + (one.end - one.start);
  const end = moved + (two.end - two.start);
  const joined = new Uint8Array(end + END_LENGTH);
  joined.set(first.subarray(0, one.start), 0);
  joined.set(second.subarray(0, two.start), one.start);
  joined.set(first.subarray(one.start, one.end), directory);
  joined.set(second.subarray(two.start), moved);
  const view = viewOf(joined);
  for (let at = moved; at < end; at += centralLength(view, at)) {
    view.setUint32(at + 42, view.getUint32(at + 42, true) + one.start, true);
  }
  view.setUint16(end + 8, one.count + two.count, true);
  view.setUint16(end + 10, one.count + two.count, true);
  view.setUint32(end + 12, end - directory, true);
  view.setUint32(end + 16, directory, true);
  return joined;
}

/** Length of a directory entry: its fixed part, name, extra field and comment. */
const centralLength = (view: DataView, at: number): number =>
  CENTRAL_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
