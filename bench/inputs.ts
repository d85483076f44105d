import { spawnSync } from 'node:child_process';
import { built } from './folders.ts';
import type { Prepared } from './run-facts.ts';

/** Makes all inputs in a process of its own, so that nothing of it stays in those that are measured. */
export function makeInputs(): Prepared {
  const words = [built('prepare'), ...process.argv.slice(2)];
  const prepared = spawnSync(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (prepared.status !== 0) throw new Error('the inputs could not be made');
  return JSON.parse(prepared.stdout.toString()) as Prepared;
}
