import { rmSync, statSync } from 'node:fs';
import { namesIn } from '../disk/on-disk.ts';
import { temporaryBy } from '../disk/output.ts';
import { isAlive } from './processes.ts';

/** A file younger than this may belong to a process of another computer, or another container, that is at work now. */
const YOUNG = 2_000;
/** No file is unfinished for so long: a process of its maker's number is another one. */
const OLD = 600_000;

/** Removes the unfinished files that processes left in these folders when they were killed. */
export function removeLeftovers(folders: Iterable<string>): void {
  for (const folder of folders) {
    for (const name of namesIn(folder)) {
      const maker = temporaryBy(name);
      if (maker !== null) removeOld(`${folder}/${name}`, isAlive(maker) ? OLD : YOUNG);
    }
  }
}

function removeOld(file: string, age: number): void {
  try {
    if (Date.now() - statSync(file).mtimeMs > age) rmSync(file, { force: true });
  } catch {
    return;
  }
}
