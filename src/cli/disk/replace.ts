import { renameSync } from 'node:fs';

/**
 * On Windows a file cannot take the place of one that is open. What scans, indexes or copies a file that was just written
 * lets go of it soon: so many milliseconds pass between one try and the next.
 */
const PAUSES = process.platform === 'win32' ? [10, 20, 40, 80, 160, 320] : [];

/** What Windows says of a file that another program holds. */
const HELD: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Puts a file in the place of another, which need not be there. Throws as the system does. */
export function replace(from: string, to: string, rename = renameSync, pauses: readonly number[] = PAUSES): void {
  for (const pause of pauses) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (!HELD.has((error as NodeJS.ErrnoException).code)) throw error;
      sleep(pause);
    }
  }
  rename(from, to);
}

const sleep = (milliseconds: number): unknown =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
