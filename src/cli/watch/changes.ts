import type { Stats } from 'node:fs';
import path from 'node:path';
import { watch as observe } from 'chokidar';
import { isFont } from '../../blueprint/index.ts';
import { isYaml } from '../disk/file-names.ts';
import { stampOf } from '../disk/on-disk.ts';
import { type Batch, openBatches } from './batches.ts';

/** The files whose changes are told: below `deep` folders, and in `flat` ones without what is below them. */
export type Ground = {
  readonly deep: readonly string[];
  readonly flat: readonly string[];
  /** A folder whose changes are our own doing. */
  readonly except: string;
  /** Told where the system does not let a part be watched, with its code for the reason. */
  readonly unwatched: (code: string) => void;
};

/** Changes of files as batches. */
export type Changes = {
  /** The next batch; null when the watch was stopped. */
  readonly next: () => Promise<Batch | null>;
  readonly pending: () => boolean;
  /** Puts files back, to be given again with the next batch. */
  readonly again: (files: readonly string[]) => void;
  readonly close: () => Promise<void>;
};

/** Whether a file may be part of a record, a form or a font; all others are not looked at. */
const isRelevant = (name: string): boolean => isYaml(name) || isFont(name) || /\.hbs$/iu.test(name);

/**
 * A file saved twice within 50 ms may be told once only (the watcher passes on one change in that time). So each file
 * of a batch is looked at again after this many milliseconds.
 */
const SECOND_LOOK = 90;

/** Watches the folders of a ground until `stop` is given; when this has settled, no later change is missed. */
export async function openChanges(ground: Ground, stop: AbortSignal): Promise<Changes> {
  const batches = openBatches(stop);
  const roots = new Set([...ground.deep, ...ground.flat].map((folder) => path.resolve(folder)));
  const except = path.resolve(ground.except);
  const ignored = (file: string, stats?: Stats): boolean => {
    const full = path.resolve(file);
    if (roots.has(full)) return false;
    const name = path.basename(full);
    if (name.startsWith('.') || name === 'node_modules' || full === except) return true;
    return stats?.isFile() === true && !isRelevant(name);
  };
  // A watcher of no folders would never be ready.
  const watchers = [
    ...(ground.deep.length > 0 ? [observe([...ground.deep], { ignoreInitial: true, ignored })] : []),
    ...(ground.flat.length > 0 ? [observe([...ground.flat], { ignoreInitial: true, ignored, depth: 0 })] : []),
  ];
  for (const watcher of watchers) {
    watcher.on('all', (event, file) => batches.add(path.resolve(file), event === 'change' ? 'content' : 'existence'));
    watcher.on('error', (error) => ground.unwatched((error as NodeJS.ErrnoException).code ?? 'E'));
  }
  await Promise.all(watchers.map((watcher) => new Promise<void>((ready) => watcher.once('ready', () => ready()))));
  const lookAgain = (seen: ReadonlyMap<string, string>): void => {
    for (const [file, stamp] of seen) if (stampOf(file) !== stamp) batches.add(file, 'content');
  };
  return {
    next: async () => {
      const batch = await batches.next();
      if (batch === null) return null;
      const seen = new Map([...batch.keys()].map((file) => [file, stampOf(file)]));
      setTimeout(lookAgain, SECOND_LOOK, seen);
      return batch;
    },
    pending: batches.pending,
    again: (files) => {
      for (const file of files) batches.add(path.resolve(file), 'content');
    },
    close: async () => {
      await Promise.all(watchers.map((watcher) => watcher.close()));
    },
  };
}
