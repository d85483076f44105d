import { parentPort, workerData } from 'node:worker_threads';
import { run } from '../run.ts';
import type { Errand, Word } from './types.ts';

/** Runs, in a thread, the command line that the thread was given. */
export async function runHere(): Promise<void> {
  const { args, color } = workerData as Errand;
  const say = (word: Word): void => parentPort?.postMessage(word);
  const code = await run(args, {
    out: (text) => say({ kind: 'out', text }),
    err: (text) => say({ kind: 'err', text }),
    color,
  });
  say({ kind: 'done', code });
}
