import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeFolder } from '../../disk/output.ts';
import { isAlive } from '../processes.ts';

/** A lock is held for some milliseconds, while a manifest is read and written. One this old was left behind. */
const STALE = 10_000;
/** Whoever has waited so long goes on without the lock. */
const PATIENCE = 3_000;
const PAUSE = 15;

/**
 * Does work while no other process of ours has the lock. A lock is a file with the process's id; that of a process that
 * has died is taken away. It is a courtesy, not a guarantee: where it cannot be had the work is done all the same, and
 * two runs then lose no more than some knowledge of what need not be made again.
 */
export async function withLock(file: string, work: () => void): Promise<void> {
  const isOurs = await take(file);
  try {
    work();
  } finally {
    if (isOurs) rmSync(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    try {
      makeFolder(path.dirname(file));
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
    if (isStale(file)) rmSync(file, { force: true });
    else await setTimeout(PAUSE);
  }
  return false;
}

function isStale(file: string): boolean {
  try {
    const holder = readFileSync(file, 'utf8');
    const age = Date.now() - statSync(file).mtimeMs;
    // A lock that has only just been made may still be empty.
    return age > STALE || (holder !== '' && !isAlive(Number(holder)));
  } catch {
    return false;
  }
}
