import { type ExecFileOptions, execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The bundle that users run; vitest builds it before the first test. */
export const bundle = `${root}dist/biaoli.js`;

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Where, as whom and with which variables a process runs. */
export type RunOptions = Pick<ExecFileOptions, 'cwd' | 'env' | 'uid' | 'gid'>;

/** Runs a Node script as a process of its own. */
export const runNode = (args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [...args], { cwd: root, maxBuffer: 64 * 1024 * 1024, ...options }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err });
    });
  });

/** Runs `biaoli` as users do. */
export const biaoli = (args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  runNode([bundle, ...args], options);
