import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';

/** What is known of a file or folder; undefined where there is none, and where it may not be looked at. */
export function statOf(name: string): Stats | undefined {
  try {
    return statSync(name, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Whether there is a folder of this name. */
export const isFolder = (name: string): boolean => statOf(name)?.isDirectory() === true;

/** What tells one state of a file from another; empty for folders and missing files. */
export function stampOf(file: string): string {
  const stats = statOf(file);
  return stats?.isFile() ? `${stats.ino} ${stats.size} ${stats.mtimeMs}` : '';
}

/** The names of what stands in a folder, sorted; none where it is not there or may not be read. */
export const namesIn = (folder: string): string[] => entriesIn(folder).map(({ name }) => name);

/** What stands in a folder, sorted by name; nothing where it is not there or may not be read. */
export function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** The place on the disk that a name leads to; the name itself where it leads nowhere. */
export function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

/** Whether two names lead to one place on the disk. */
export const isSamePlace = (one: string, other: string): boolean => realPath(one) === realPath(other);
