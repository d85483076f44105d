import path from 'node:path';

/** Folders of this name hold records; what lies below it is mirrored in the output. */
const DATA = 'data';

/**
 * Where an input's output goes, relative to the output folder and without extension: its path below the outermost folder
 * named data in the working folder, outside of that below the nearest one; else below the folder it was found in, else
 * its bare name.
 */
export function targetOf(file: string, givenFolder: string | undefined): string {
  const below = belowData(file) ?? relativeTo(givenFolder, file);
  return below.slice(0, below.length - path.extname(below).length);
}

function belowData(file: string): string | null {
  const place = path.resolve(file);
  const here = path.relative('.', place).split(path.sep);
  const isHere = here[0] !== '..' && !path.isAbsolute(here[0] ?? '');
  const segments = isHere ? here : place.split(path.sep);
  const folders = segments.slice(0, -1);
  const data = isHere ? folders.indexOf(DATA) : folders.lastIndexOf(DATA);
  // A data folder at the root is a disk (/data), and no folder of records.
  return data >= (isHere ? 0 : 2) ? segments.slice(data + 1).join('/') : null;
}

function relativeTo(folder: string | undefined, file: string): string {
  if (folder === undefined) return path.basename(file);
  return path.relative(folder, file).replaceAll(path.sep, '/');
}
