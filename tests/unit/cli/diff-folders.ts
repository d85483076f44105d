import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { folderWith } from './support.ts';

/** Works in a folder with these files until the test ends. */
export function inFolder(files: Readonly<Record<string, string>>): string {
  const [folder, home] = [folderWith(files), process.cwd()];
  process.chdir(folder);
  onTestFinished(() => process.chdir(home));
  return folder;
}

export const git = (...args: readonly string[]): string => execFileSync('git', args, { encoding: 'utf8' });

export function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', '改');
}

/**
 * The same in a repository in which the files are committed. For each file of tests: what git made of files is kept, since
 * to start git takes long, and removed after its last test.
 */
export function repositories(): typeof inFolder {
  const kept = new Map<string, string>();
  afterAll(() => {
    for (const folder of kept.values()) rmSync(folder, { recursive: true, force: true });
  });
  return (files) => {
    const folder = inFolder(files);
    const key = JSON.stringify(files);
    const known = kept.get(key);
    if (known !== undefined) {
      cpSync(known, '.git', { recursive: true });
      return folder;
    }
    git('init', '--quiet', '--initial-branch=main', '--template=');
    git('config', 'user.name', '某人');
    git('config', 'user.email', 'a@example.org');
    commit();
    const copy = mkdtempSync(path.join(tmpdir(), 'biaoli-'));
    cpSync('.git', copy, { recursive: true });
    kept.set(key, copy);
    return folder;
  };
}
