import path from 'node:path';
import { relativePath } from '../disk/paths.ts';

/** Folders of this name hold records; what lies below it is mirrored in the output. */
const DATA = 'data';

/**
 * Where an input's output goes, relative to the output folder and without extension: its path below the outermost folder
 * named data, the working folder itself or one in it, outside of that below the nearest one; else below the folder it
 * was found in, else its bare name.
 */
export function targetOf(file: string, givenFolder: string | undefined): string {
  const below = belowData(file) ?? relativeTo(givenFolder, file);
  return below.slice(0, below.length - path.extname(below).length);
}

function belowData(file: string): string | null {
  const here = path.relative('.', file);
  const isHere = here.split(path.sep)[0] !== '..' && !path.isAbsolute(here);
  const segments = isHere ? [nameHere(), ...here.split(path.sep)] : path.resolve(file).split(path.sep);
  const folders = segments.slice(0, -1);
  const data = isHere ? folders.indexOf(DATA) : folders.lastIndexOf(DATA);
  return data >= (isHere ? 0 : 2) ? segments.slice(data + 1).join('/') : null;
}

/** The name of the working folder; a data folder at the root is a disk (/data), and no folder of records. */
function nameHere(): string {
  const { root, dir, base } = path.parse(path.resolve('.'));
  return dir === root ? '' : base;
}

function relativeTo(folder: string | undefined, file: string): string {
  return folder === undefined ? path.basename(file) : relativePath(folder, file);
}
