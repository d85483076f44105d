import { type Dirent, fstatSync, openSync, readSync } from 'node:fs';
import { andThen, type FontBytes, type Outcome, remembered, type World } from '../../base/index.ts';
import { readBytes, TEXT_LIMIT } from './bytes.ts';
import { decodeText, isMarked } from './decode.ts';
import { entriesIn, statOf } from './on-disk.ts';

/** The real file system. Texts are read anew each time; a font file is opened once. */
export function nodeWorld(): World {
  const marked = new Set<string>();
  return {
    readText: (file) =>
      andThen(readBytes(file, TEXT_LIMIT), (bytes) => {
        if (isMarked(bytes)) marked.add(file);
        else marked.delete(file);
        return decodeText(file, bytes);
      }),
    isMarked: (file) => marked.has(file),
    listFolders: (folder) => namesOf(folder, 'folder'),
    listFiles: (folder) => namesOf(folder, 'file'),
    readFont: remembered(openFont),
  };
}

/** A world with texts of its own, and all else from another; texts may be added while it is in use. */
export const withTexts = (world: World, texts: ReadonlyMap<string, Outcome<string>>): World => ({
  ...world,
  readText: (file) => texts.get(file) ?? world.readText(file),
});

/** Opens a font file for as long as the process lives; of many megabytes a form needs some hundred glyphs. */
function openFont(file: string): FontBytes {
  try {
    const handle = openSync(file, 'r');
    const { size } = fstatSync(handle);
    return {
      length: size,
      subarray: (start, end) => {
        const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
        readSync(handle, bytes, 0, bytes.length, start);
        return bytes;
      },
    };
  } catch (cause) {
    throw new Error(`the installation lacks the font file ${file}`, { cause });
  }
}

const namesOf = (folder: string, kind: 'folder' | 'file'): readonly string[] =>
  entriesIn(folder)
    .filter((entry) => kindOf(folder, entry) === kind)
    .map((entry) => entry.name);

/** A symbolic link counts as what it leads to. */
function kindOf(folder: string, entry: Dirent): 'folder' | 'file' | 'other' {
  const what = entry.isSymbolicLink() ? statOf(`${folder}/${entry.name}`) : entry;
  if (what?.isDirectory()) return 'folder';
  return what?.isFile() ? 'file' : 'other';
}
