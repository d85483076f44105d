import { rmSync, statSync } from 'node:fs';
import { namesIn } from '../bytes.ts';
import { temporaryBy } from '../output.ts';
import { isAlive } from './processes.ts';

/** A file younger than this may belong to a process of another computer, or another container, that is at work now. */
const YOUNG = 2_000;

/** Removes the unfinished files that processes left in these folders when they were killed. */
export function removeLeftovers(folders: Iterable<string>): void {
  for (const folder of folders) {
    for (const name of namesIn(folder)) {
      const maker = temporaryBy(name);
      if (maker !== null && !isAlive(maker)) removeOld(`${folder}/${name}`);
    }
  }
}

function removeOld(file: string): void {
  try {
    if (Date.now() - statSync(file).mtimeMs > YOUNG) rmSync(file, { force: true });
  } catch {
    return;
  }
}
