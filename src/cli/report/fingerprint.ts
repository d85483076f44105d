import { digestOf } from '../disk/digest.ts';
import type { Located } from './located.ts';

/**
 * A name for each finding that stays when lines above it come or go, so that a platform does not take it for a new one:
 * a hash of the code, the file and the text of the line, and a number where several findings share them.
 */
export function fingerprints(found: readonly Located[]): string[] {
  const times = new Map<string, number>();
  return found.map(({ diagnostic, at, line }) => {
    // Without a line, what was seen tells one finding of a file from the other.
    const told = line === '' ? diagnostic.message : line.trim();
    const hash = digestOf([diagnostic.code, at.file, told].join('\0')).slice(0, 32);
    const time = (times.get(hash) ?? 0) + 1;
    times.set(hash, time);
    return `${hash}:${time}`;
  });
}
