import { zipSync } from 'fflate';

/** Zip files have local time, and the library takes a time apart as such: without a zone it is the same everywhere. */
const FIXED_TIME = '2000-01-01T12:00:00';

/**
 * A zip archive of files by their names, sorted, all of the same time: the same files give the same bytes. Level 0 stores
 * them as they are.
 */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>, level: 0 | 6): Uint8Array {
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level, mtime: FIXED_TIME });
}
