import { existsSync, lstatSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from '../digest.ts';
import type { Input } from '../inputs.ts';
import { outputFile } from '../render-one.ts';
import { mirrorsOf } from '../targets.ts';
import type { KnownOutput, KnownRecord, Manifest } from './manifest.ts';

/** Output that is still there of a record whose file is not. */
export type Gone = { readonly target: string; readonly record: KnownRecord; readonly outputs: readonly KnownOutput[] };

/**
 * The records that a manifest knows, that would be found in the folders among the arguments but are not, and whose files
 * are no longer there. Of the rest nothing is known: since then data or output may have been moved.
 */
export function findGone(
  { records }: Manifest,
  { args, inputs }: { readonly args: readonly string[]; readonly inputs: readonly Input[] },
  out: string,
): readonly Gone[] {
  const asked = new Set(inputs.map(({ target }) => target));
  const mirrors = mirrorsOf(args);
  const isMirrored = (target: string): boolean =>
    mirrors.some((mirror) => mirror === '.' || target.startsWith(`${mirror}/`));
  return [...records]
    .filter(([target, { file }]) => !asked.has(target) && isMirrored(target) && isGone(path.resolve(out, file)))
    .map(([target, record]) => {
      const outputs = record.outputs.filter(({ format }) => existsSync(outputFile(out, { target }, format)));
      return { target, record, outputs };
    });
}

/** Whether there is nothing of this name: neither a link that leads nowhere nor something that may not be looked at. */
function isGone(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}

/** What became of an output that was to be removed. */
export type Pruned = { readonly file: string; readonly isRemoved: boolean };

/**
 * Removes the output of a record that is gone, and the folders that are empty then; what somebody has changed since we
 * wrote it is left.
 */
export function prune({ target, outputs }: Gone, out: string): readonly Pruned[] {
  return outputs.map(({ format, sha256 }) => {
    const file = outputFile(out, { target }, format);
    const isRemoved = removeOurs(file, sha256);
    if (isRemoved) removeEmpty(path.dirname(file), out);
    return { file, isRemoved };
  });
}

function removeOurs(file: string, sha256: string): boolean {
  try {
    if (digestOf(readFileSync(file)) !== sha256) return false;
    rmSync(file);
    return true;
  } catch {
    return false;
  }
}

function removeEmpty(folder: string, out: string): void {
  if (path.relative(out, folder) === '') return;
  try {
    rmdirSync(folder);
    removeEmpty(path.dirname(folder), out);
  } catch {
    // It holds something, and so do those above it.
    return;
  }
}
