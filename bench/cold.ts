import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { built, commandLine, recordFile, tableFile, work } from './folders.ts';
import { memoryHook, peakOf } from './memory.ts';
import type { Binding } from './processes.ts';
import { median, type Spread, spreadOf } from './statistics.ts';

export type Cold = { readonly milliseconds: Spread; readonly peakMegabytes: number };

/** Runs that measure memory; the timed ones carry nothing extra. */
const MEMORY_RUNS = 3;

const out = join(work, 'cold');

/** One process for one form to PDF, in turns with Typst; null while the command line is not built. */
export function coldRuns(runs: number, bind: Binding): ReadonlyMap<string, Cold> | null {
  if (!existsSync(commandLine) || runs === 0) return null;
  const commands = new Map([
    ['node', ['-e', '0']],
    ['biaoli', [commandLine, 'render', recordFile(0), '--format', 'pdf', '-o', join(out, 'biaoli')]],
    ['typst', [built('cold-typst'), tableFile(0), join(out, 'typst.pdf')]],
  ]);
  const times = new Map<string, number[]>([...commands.keys()].map((name) => [name, []]));
  const peaks = new Map<string, number[]>([...commands.keys()].map((name) => [name, []]));
  for (let run = -1; run < runs; run += 1) {
    for (const [name, words] of commands) {
      rmSync(join(out, 'biaoli'), { recursive: true, force: true });
      const elapsed = execute(bind([process.execPath, ...words]), name);
      // The first round fills the machine's file cache.
      if (run >= 0) times.get(name)?.push(elapsed);
    }
  }
  for (let run = 0; run < MEMORY_RUNS; run += 1) {
    for (const [name, words] of commands) {
      rmSync(join(out, 'biaoli'), { recursive: true, force: true });
      execute(bind([process.execPath, '--import', memoryHook(), ...words]), name);
      peaks.get(name)?.push(peakOf() / 2 ** 20);
    }
  }
  return new Map(
    [...times].map(([name, list]) => [
      name,
      { milliseconds: spreadOf(list), peakMegabytes: median(peaks.get(name) ?? []) },
    ]),
  );
}

function execute([program, words]: readonly [string, readonly string[]], name: string): number {
  const start = performance.now();
  const done = spawnSync(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  const elapsed = performance.now() - start;
  if (done.status !== 0) throw new Error(`${name}: ${done.stderr.toString()}`);
  if (name === 'biaoli' && !statSync(join(out, 'biaoli')).isDirectory()) throw new Error('biaoli wrote nothing');
  return elapsed;
}
