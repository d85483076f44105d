import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { biaoli, bundle, type Ran, root } from './bundle.ts';

/** A short record of a real form. */
export const record = readFileSync(join(root, 'data/云澜区/城乡供水管网改造-2025.yaml'), 'utf8');

/** A folder of its own for a test, with these files in it. */
export function homeWith(files: Readonly<Record<string, string>>): string {
  const home = mkdtempSync(join(tmpdir(), 'biaoli-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  put(home, files);
  return home;
}

export function put(home: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(home, name, '..'), { recursive: true });
    writeFileSync(join(home, name), text);
  }
}

/** So many records that differ, as `data/000.yaml` and so on. */
export const many = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`data/${String(i).padStart(3, '0')}.yaml`, `${record}\n# ${i}\n`]),
  );

/** `biaoli render data` in a folder, as users run it. */
export const render = (home: string, args: readonly string[] = [], env: Record<string, string> = {}): Promise<Ran> =>
  biaoli(['render', 'data', '-f', 'docx', ...args], { cwd: home, env: { ...process.env, ...env } });

/** {@link render} in this process: it starts in a tenth of the time, and is the same where no thread and no signal is asked for. */
export async function renderHere(home: string, args: readonly string[] = []): Promise<Ran> {
  const before = process.cwd();
  process.chdir(home);
  const told = { out: '', err: '' };
  const write = (way: 'out' | 'err') => (text: string) => {
    told[way] += text;
  };
  try {
    const terminal = { out: write('out'), err: write('err'), color: { out: false, err: false } };
    return { code: await run(['render', 'data', '-f', 'docx', ...args], terminal), ...told };
  } finally {
    process.chdir(before);
  }
}

/** The digests of all files below a folder, but for what the program keeps for itself. */
export const outputs = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesBelow(folder)
      .filter((name) => !name.includes('.biaoli/'))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

/** The names of all files below a folder, sorted. */
export const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .toSorted()
    : [];

/** Variables with which every thread of a process runs a script first; it can change what reading and writing do. */
export function hooked(home: string, script: string): Record<string, string> {
  const file = join(home, 'hook.cjs');
  writeFileSync(
    file,
    `const fs = require('node:fs');
     const { isMainThread } = require('node:worker_threads');
     const real = { ...fs };
     ${script}
     require('node:module').syncBuiltinESMExports();`,
  );
  return { NODE_OPTIONS: `--require ${file}` };
}

/** A run of {@link render} that can be stopped on its way. */
export const begin = (home: string, args: readonly string[], env: Record<string, string> = {}) =>
  beginAny(home, ['render', 'data', '-f', 'docx', ...args], env);

/** A command that can be stopped on its way. */
export function beginAny(home: string, args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [bundle, ...args], {
    cwd: home,
    env: { ...process.env, ...env },
  });
  let told = '';
  child.stdout.on('data', (data) => (told += data));
  child.stderr.on('data', (data) => (told += data));
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  );
  return { child, ended, told: () => told };
}

/** Waits until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 4000 && !isSo(); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  if (!isSo()) throw new Error('waited in vain');
}

/** A disk of its own at `disk` in a folder, as large as is asked for; false where the system does not let us have one. */
export function mountDisk(home: string, options: string): boolean {
  const disk = join(home, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', disk]));
  return true;
}
