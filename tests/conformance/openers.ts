import { execFile } from 'node:child_process';
import { isInstalled } from './toolchain.ts';
import type { StagedPdf } from './types.ts';

/** Another program that opens a PDF; any word it says on its error stream is a warning. */
export type Opener = { readonly name: string; readonly command: string; readonly options: readonly string[] };

/** qpdf looks through the file's structure, mutool draws every page to nowhere; -N, since Debian's build warns that it has no ICC. */
export const openers: readonly Opener[] = [
  { name: 'qpdf --check', command: 'qpdf', options: ['--check'] },
  { name: 'mutool draw', command: 'mutool', options: ['draw', '-q', '-N', '-r', '36'] },
];

export const installedOpeners = (): Opener[] => openers.filter(({ command }) => isInstalled(command));

/** What a program complains of in a file; empty where it opens it in peace. */
export function complaints({ command, options }: Opener, { path }: StagedPdf): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, [...options, path], { timeout: 120_000, maxBuffer: 1 << 26 }, (error, _, said) => {
      resolve(said.trim() || (error === null ? '' : `ends with ${error.code ?? error.signal}`));
    });
  });
}
