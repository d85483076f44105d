import { readdirSync, readFileSync } from 'node:fs';
import { diagnostic, fail, succeed, type World } from '../../src/base/index.ts';
import { openPress, type Press } from '../../src/press.ts';
import type { Wishes } from '../../src/wishes.ts';
import { successOf } from './set-form.ts';

/** This repository's own forms and fonts. */
const places = { templates: ['templates'], fonts: ['fonts'] };

/** The files of this repository, and on top of them the texts given. */
export function realWorld(texts: ReadonlyMap<string, string> = new Map()): World {
  const names = (folder: string, isFolder: boolean): string[] =>
    entriesOf(folder).flatMap((entry) => (entry.isDirectory() === isFolder ? [entry.name] : []));
  return {
    readText: (file) => {
      const text = texts.get(file) ?? textOf(file);
      if (text !== null) return succeed(text);
      const at = { file, start: 0, end: 0 };
      return fail(diagnostic({ code: 'E001', at, message: `没有文件 ${file}`, advice: '检查路径。' }));
    },
    isMarked: () => false,
    listFolders: (folder) => names(folder, true).sort(),
    listFiles: (folder) => names(folder, false).sort(),
    readFont: (file) => readFileSync(file),
  };
}

export const realPress = (texts?: ReadonlyMap<string, string>, wishes?: Wishes): Press =>
  successOf(openPress(realWorld(texts), places, wishes));

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
