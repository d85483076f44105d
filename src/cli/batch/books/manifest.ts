import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Diagnostic } from '../../../base/index.ts';
import { digestOf } from '../../disk/digest.ts';
import type { Output } from '../types.ts';

/** What a folder with output knows of how it was made; see `manifest-file.ts` for where it lies. */
export type Manifest = {
  /** The font files of the last run, by path, so that they need not be hashed again while their stamps are the same. */
  readonly fonts: ReadonlyMap<string, KnownFont>;
  /** What was found when forms and fonts were last opened. */
  readonly opening: readonly Diagnostic[];
  /** By their keys (see {@link keyOf}); only those that a record names. */
  readonly bases: ReadonlyMap<string, KnownBasis>;
  /** By the output's name without extension, from the output folder. */
  readonly records: ReadonlyMap<string, KnownRecord>;
};

export type KnownFont = Stamp & { readonly sha256: string };

/** Size in bytes and time of last change in milliseconds. */
export type Stamp = { readonly bytes: number; readonly modified: number };

/** What records of a form depend on. */
export type KnownBasis = {
  /** The digest of what all records of a run depend on: program, options, fonts. */
  readonly common: string;
  /** What the press of the form asked, with the digests of the answers. */
  readonly answers: ReadonlyMap<string, string>;
};

export type KnownRecord = {
  /** Its file as seen from the output folder, so that both can be moved together. */
  readonly file: string;
  /** The digest of its text. */
  readonly text: string;
  /** The key of its basis. */
  readonly basis: string;
  readonly pages: number | null;
  /** An empty file name stands for the record itself. */
  readonly findings: readonly Diagnostic[];
  readonly outputs: readonly KnownOutput[];
};

export type KnownOutput = Omit<Output, 'file'> & {
  /** Made from an earlier state of the record: ours, but not what it says now. */
  readonly isOld: boolean;
};

export const emptyManifest: Manifest = { fonts: new Map(), opening: [], bases: new Map(), records: new Map() };

/** The key of a basis tells it from all others: bases with one key are the same. */
export const keyOf = ({ common, answers }: KnownBasis): string =>
  digestOf(JSON.stringify([common, ...sorted(answers)])).slice(0, 16);

const FORMAT = 2;

/**
 * A manifest as the text of its file, piece by piece: that of ten thousand records is never in memory as a whole. One line
 * for each record, sorted, so that versions of it can be compared; at the end the digest of all that stands before it.
 */
export function* manifestText(manifest: Manifest): Generator<string> {
  const sum = createHash('sha256');
  for (const piece of content(manifest)) {
    sum.update(piece);
    yield piece;
  }
  yield `${SEAL}${sum.digest('hex')}"\n}\n`;
}

const SEAL = '"digest": "';

/** Whether a text is as it was written, to the last character. */
function isWhole(text: string): boolean {
  const end = text.lastIndexOf(SEAL);
  return end > 0 && text.slice(end) === `${SEAL}${digestOf(text.slice(0, end))}"\n}\n`;
}

function* content({ fonts, opening, bases, records }: Manifest): Generator<string> {
  const used = new Set<string>();
  for (const { basis } of records.values()) used.add(basis);
  const kept = sorted(bases).filter(([key]) => used.has(key));
  yield `{\n"format": ${FORMAT},\n"fonts": `;
  yield* lines(sorted(fonts));
  yield `,\n"opening": ${JSON.stringify(opening)},\n"bases": `;
  yield* lines(
    kept.map(([key, { common, answers }]) => [key, { common, answers: Object.fromEntries(sorted(answers)) }]),
  );
  yield ',\n"records": ';
  yield* lines(sorted(records));
  yield ',\n';
}

const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

function* lines(entries: readonly (readonly [string, unknown])[]): Generator<string> {
  let before = '{\n';
  for (const [key, value] of entries) {
    yield `${before}${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    before = ',\n';
  }
  yield entries.length === 0 ? '{}' : '\n}';
}

/** The manifest that a text holds; null where it is damaged, foreign or of another release. */
export function parseManifest(text: string): Manifest | null {
  if (!isWhole(text)) return null;
  try {
    const { format, fonts, opening, bases, records } = JSON.parse(text) as Written;
    if (format !== FORMAT || !Array.isArray(opening)) return null;
    const manifest: Manifest = {
      fonts: new Map(Object.entries(fonts)),
      opening,
      bases: new Map(
        Object.entries(bases).map(([key, { common, answers }]) => [
          key,
          { common, answers: new Map(Object.entries(answers)) },
        ]),
      ),
      records: new Map(Object.entries(records)),
    };
    return isSound(manifest) ? manifest : null;
  } catch {
    return null;
  }
}

/** What a file of ours holds; of another's anything may be missing, which is then thrown as a TypeError. */
type Written = {
  readonly format: unknown;
  readonly fonts: Record<string, KnownFont>;
  readonly opening: readonly Diagnostic[];
  readonly bases: Record<string, { readonly common: string; readonly answers: Record<string, string> }>;
  readonly records: Record<string, KnownRecord>;
};

/** Ways out of a folder; on Windows a colon and a backslash are among them, elsewhere names may hold both. */
const OUTSIDE = path.sep === '\\' ? /(?:^|\/)\.\.(?:\/|$)|^\/|[\\:]/ : /(?:^|\/)\.\.(?:\/|$)|^\//;

/** Whether what is used of a manifest has the right shape. */
const isSound = ({ fonts, bases, records }: Manifest): boolean =>
  [...fonts.values()].every((font) => isStamp(font) && isText(font.sha256)) &&
  [...bases.values()].every(({ common, answers }) => isText(common) && [...answers.values()].every(isText)) &&
  [...records].every(
    ([target, { file, text, basis, findings, outputs }]) =>
      // What lies outside of the output folder is not ours to remove.
      !OUTSIDE.test(target) &&
      [file, text, basis].every(isText) &&
      Array.isArray(findings) &&
      findings.every(({ at, message, related }) => isText(at.file) && isText(message) && Array.isArray(related)) &&
      outputs.every((output) => isStamp(output) && isText(output.sha256) && /^(?:pdf|docx)$/.test(output.format)),
  );

const isText = (value: unknown): value is string => typeof value === 'string';

const isStamp = ({ bytes, modified }: Stamp): boolean => Number.isFinite(bytes) && Number.isFinite(modified);
