import { readFileSync } from 'node:fs';
import { stampOf } from '../../disk/on-disk.ts';
import { writeWhole } from '../../disk/output.ts';
import { withLock } from './lock.ts';
import { emptyManifest, type Manifest, manifestText, parseManifest } from './manifest.ts';

/** What we keep for ourselves in a folder with output. */
export const OWN_FOLDER = '.biaoli';

export const manifestPath = (out: string): string => `${out}/${OWN_FOLDER}/manifest.json`;

/** The manifest of an output folder, for as long as a run lasts. */
export type ManifestFile = {
  /** What it held when it was opened; nothing where there was none that could be used. */
  readonly known: Manifest;
  /** There is a file, but it is damaged, foreign or of another release. */
  readonly isUnusable: boolean;
  /**
   * Writes what `change` makes of the manifest as it is by now, which another run may have written. False where it
   * cannot be written: that costs the next run some work and is no fault of the records.
   */
  readonly save: (change: (current: Manifest) => Manifest) => Promise<boolean>;
};

export function openManifest(out: string): ManifestFile {
  const file = manifestPath(out);
  let seen = stampOf(file);
  const text = textOf(file);
  const parsed = text === null ? null : parseManifest(text);
  let current = parsed ?? emptyManifest;
  return {
    known: current,
    isUnusable: text !== null && parsed === null,
    save: async (change) => {
      let isWritten = false;
      await withLock(`${out}/${OWN_FOLDER}/lock`, () => {
        if (stampOf(file) !== seen) current = parseManifest(textOf(file) ?? '') ?? emptyManifest;
        current = change(current);
        isWritten = writeWhole(file, manifestText(current)).ok;
        seen = stampOf(file);
      });
      return isWritten;
    },
  };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
