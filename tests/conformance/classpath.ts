import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onWindows, type Toolchain } from './toolchain.ts';
import { CannotRun } from './types.ts';

const GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath';

/**
 * veraPDF's jars as Java takes them. Maven's own local repository is the cache: only the first time it has to be on line.
 * @throws CannotRun where they are neither there nor to be had.
 */
export function classpathOf({ maven }: Toolchain, pom: string, folder: string): string {
  const file = join(folder, 'classpath.txt');
  // Maven may write beside its pom.
  copyFileSync(pom, join(folder, 'pom.xml'));
  const options = [
    '--batch-mode',
    '--quiet',
    '-Dstyle.color=never',
    '--file',
    join(folder, 'pom.xml'),
    GOAL,
    `-Dmdep.outputFile=${file}`,
  ];
  const run = (more: readonly string[]) =>
    spawnSync(maven, [...more, ...options], { encoding: 'utf8', shell: onWindows, timeout: 600_000 });
  rmSync(file, { force: true });
  if (run(['--offline']).status !== 0) {
    const { status, stdout, error } = run([]);
    const said =
      (stdout ?? '').split('\n').find((line) => line.includes('ERROR')) ?? error?.message ?? 'no reason given';
    if (status !== 0) throw new CannotRun(`Maven cannot get veraPDF: ${said.trim()}`);
  }
  return readFileSync(file, 'utf8').trim();
}
