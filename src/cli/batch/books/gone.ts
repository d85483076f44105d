import { existsSync, lstatSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from '../../disk/digest.ts';
import { isFolder } from '../../disk/on-disk.ts';
import { type Input, targetKey } from '../../inputs/inputs.ts';
import { outputFile } from '../../render-one.ts';
import type { KnownOutput, KnownRecord, Manifest } from './manifest.ts';

/** Output that is still there of a record whose file is not. */
export type Gone = { readonly target: string; readonly record: KnownRecord; readonly outputs: readonly KnownOutput[] };

/**
 * The records that a manifest knows whose files would lie in the folders among the arguments, but are not there. Of all
 * others nothing is known: since then data or output may have been moved.
 */
export function findGone(
  { records }: Manifest,
  { args, inputs }: { readonly args: readonly string[]; readonly inputs: readonly Input[] },
  out: string,
): readonly Gone[] {
  const asked = new Set(inputs.map(targetKey));
  const folders = args.filter(isFolder).map((folder) => path.resolve(folder) + path.sep);
  const isBelow = (file: string): boolean => folders.some((folder) => file.startsWith(folder));
  return [...records]
    .filter(([target, { file }]) => {
      const place = path.resolve(out, file);
      return !asked.has(targetKey({ target })) && isBelow(place) && isGone(place);
    })
    .map(([target, record]) => {
      const outputs = record.outputs.filter(({ format }) => existsSync(outputFile(out, { target }, format)));
      return { target, record, outputs };
    });
}

/**
 * Whether there is nothing of this name in a folder that can be looked into: no link that leads nowhere, neither the file
 * nor a folder above it, and nothing that may not be looked at.
 */
function isGone(file: string): boolean {
  try {
    if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) return false;
    const above = path.dirname(file);
    const found = lstatSync(above, { throwIfNoEntry: false });
    return found === undefined ? isGone(above) : isFolder(above);
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
