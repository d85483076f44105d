import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, districtFolder, work } from './folders.ts';
import { memoryHook, peakOf } from './memory.ts';

/** One run of the command line over a whole district, start-up included. */
export type DistrictRun = {
  readonly what: 'pdf' | 'docx' | 'both' | 'check' | 'no-op';
  readonly jobs: number;
  readonly records: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
};

/**
 * Each run writes to a folder of its own, as a bureau's first run does: where many files were removed a moment ago ext4
 * takes a millisecond to make another, because it passes over the places that have just become free.
 */
const outputs = join(work, 'district-out');

const formats = { pdf: 'pdf', docx: 'docx', both: 'pdf,docx' } as const;

/** Writes the records of a district. */
export function makeDistrict(records: number, make: (index: number) => string): void {
  const folder = districtFolder(records);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < records; index += 1)
    writeFileSync(join(folder, `${String(index).padStart(5, '0')}.yaml`), make(index));
}

/**
 * What a bureau waits for: each kind of run with each number of jobs, as processes of their own; after both formats the
 * same again with nothing to do. Null while the command line is not built.
 */
export function districtRuns(records: number, jobs: readonly number[]): readonly DistrictRun[] | null {
  if (!existsSync(commandLine) || records === 0) return null;
  const runs: DistrictRun[] = [];
  const run = (what: DistrictRun['what'], count: number, words: readonly string[]): void => {
    const start = performance.now();
    const done = spawnSync(process.execPath, ['--import', memoryHook(), commandLine, ...words], { stdio: 'pipe' });
    const seconds = (performance.now() - start) / 1000;
    if (done.status !== 0) throw new Error(`${what}: ${done.stdout}${done.stderr}`);
    runs.push({ what, jobs: count, records, seconds, peakMegabytes: peakOf() / 2 ** 20 });
  };
  const folder = districtFolder(records);
  rmSync(outputs, { recursive: true, force: true });
  run('check', 1, ['check', folder]);
  for (const count of jobs) {
    for (const [what, format] of Object.entries(formats) as [keyof typeof formats, string][]) {
      const out = join(outputs, `${what}-${count}`);
      const words = ['render', folder, '-o', out, '--format', format, '--jobs', String(count), '--quiet'];
      run(what, count, words);
      if (what === 'both') run('no-op', count, words);
    }
  }
  const written = readdirSync(outputs, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:pdf|docx)$/.test(name),
  );
  // One format, the other, both.
  const due = 4 * records * jobs.length;
  if (written.length !== due) throw new Error(`${written.length} files instead of ${due}`);
  rmSync(outputs, { recursive: true, force: true });
  return runs;
}
