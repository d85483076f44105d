import type { Outcome } from './outcome.ts';

/** A font file that is read piece by piece; a Uint8Array is one too. */
export type FontBytes = {
  readonly length: number;
  /** The bytes from `start` (included) to `end` (excluded). */
  readonly subarray: (start: number, end: number) => Uint8Array;
};

/** The only source of files and fonts; there is no clock and no locale. Paths use `/`. */
export type World = {
  /** The text of a UTF-8 file; a failure says what is wrong with the file (missing, unreadable, too big, GBK …). */
  readonly readText: (file: string) => Outcome<string>;
  /**
   * Whether a file began with a byte order mark when its text was last read. The text does not hold it: with it, and as
   * UTF-8, the text is the file byte for byte.
   */
  readonly isMarked: (file: string) => boolean;
  /** The names of the folders in a folder, sorted; empty where there is no such folder. */
  readonly listFolders: (folder: string) => readonly string[];
  /** The names of the files in a folder, sorted; empty where there is no such folder. */
  readonly listFiles: (folder: string) => readonly string[];
  /** A font file; throws when the installation lacks it. */
  readonly readFont: (file: string) => FontBytes;
};
