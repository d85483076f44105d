import path from 'node:path';

/** A path with `/` between its folders, on Windows too. */
export const withSlashes = (file: string): string => file.replaceAll(path.sep, '/');

/** The way from a folder to a file, with `/`. */
export const relativePath = (folder: string, file: string): string => withSlashes(path.relative(folder, file));

/** A path that was given, as people are shown it: without detours, with `/`, and with none at its end. */
export const shownPath = (given: string): string => withSlashes(path.normalize(given)).replace(/(?<=.)\/$/u, '');
