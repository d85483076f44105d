import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { folderWith, standIn } from './support.ts';

/** A real record, the same with one amount changed, and what is told of that; and a record of another form. */
export const record = readFileSync('data/大朗镇/公共服务办公室-2024.yaml', 'utf8');
export const revised = record.replace('项目支出: 142', '项目支出: 150');
export const change = '  项目支出：142 → 150（预算整体情况 › 部门预算支出）\n';
export const other = readFileSync('data/增城区/民政局.yaml', 'utf8');
/** A name with Han and a space. */
export const FILE = 'data/大朗镇/公共 服务-2024.yaml';

/** Works in a folder with these files until the test ends. */
export function inFolder(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  standIn(folder);
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
