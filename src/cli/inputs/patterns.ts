import path from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';

/** Whether an argument means the files that fit it, and not one of this name. */
export const isPattern = (arg: string): boolean => isDynamicPattern(slashed(arg));

/** The files that fit a pattern, in no order of their own. */
export const filesLike = (pattern: string): readonly string[] =>
  globSync(slashed(pattern), { expandDirectories: false, ignore: ['**/node_modules/**'] });

/** The folder before the first part of a pattern that can match several names. */
export function fixedPart(pattern: string): string {
  const parts = slashed(pattern).split('/');
  const open = parts.findIndex((part) => isDynamicPattern(part));
  return parts.slice(0, Math.max(open, 0)).join('/') || (pattern.startsWith('/') ? '/' : '.');
}

/** On Windows backslashes part folders; elsewhere they take the meaning from a sign. */
export const slashed = (pattern: string, separator: string = path.sep): string =>
  separator === '\\' ? pattern.replaceAll('\\', '/') : pattern;
