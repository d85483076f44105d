import path from 'node:path';

/** Folders of this name hold records; what lies below it is mirrored in the output. */
const DATA = 'data';

/**
 * Where an input's output goes, relative to the output folder and without extension: its path below the nearest
 * enclosing folder named data, else below the folder it was found in, else its bare name.
 */
export function targetOf(file: string, givenFolder: string | undefined): string {
  const segments = path.resolve(file).split(path.sep);
  // A data folder at the root is a disk (/data), and no folder of records.
  const data = segments.slice(0, -1).lastIndexOf(DATA);
  const below = data >= 2 ? segments.slice(data + 1).join('/') : relativeTo(givenFolder, file);
  return below.slice(0, below.length - path.extname(below).length);
}

function relativeTo(folder: string | undefined, file: string): string {
  if (folder === undefined) return path.basename(file);
  return path.relative(folder, file).replaceAll(path.sep, '/');
}
