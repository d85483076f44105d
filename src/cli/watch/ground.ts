import path from 'node:path';
import type { Places } from '../../press.ts';
import { statOf } from '../disk/on-disk.ts';
import { fixedPart } from '../inputs/patterns.ts';
import type { Ground } from './changes.ts';

/** The folders to watch for what the command line names: those given, those of files, those where patterns begin. */
export function groundOf(args: readonly string[], places: Places, out: string): Omit<Ground, 'unwatched'> {
  const deep: string[] = [...places.templates, ...places.fonts];
  const flat: string[] = [];
  for (const arg of args) {
    const stats = statOf(arg);
    if (stats?.isDirectory()) deep.push(arg);
    else if (stats !== undefined) flat.push(path.dirname(arg));
    else deep.push(fixedPart(arg));
  }
  return { deep, flat, except: out };
}
