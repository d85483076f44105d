import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isFont } from '../../../blueprint/index.ts';
import type { Places } from '../../../press.ts';
import { digestOf } from '../../disk/digest.ts';
import { namesIn, statOf } from '../../disk/on-disk.ts';
import { findInstall } from '../../install.ts';
import { type WorkshopOptions, wishesOf } from '../../workshop.ts';
import type { KnownFont } from './manifest.ts';

/** What all records of a run depend on. */
export type Common = {
  readonly digest: string;
  /** The font files, by path. */
  readonly fonts: ReadonlyMap<string, KnownFont>;
};

/** Looks at program, options, folders and fonts; a font file with a stamp that is known is not read. */
export function commonOf(
  options: WorkshopOptions & { readonly out: string },
  places: Places,
  known: ReadonlyMap<string, KnownFont>,
): Common {
  const fonts = new Map(places.fonts.flatMap((folder) => fontsIn(folder, known)));
  // The answers of a manifest are to questions as they were asked: from this folder.
  const here = path.relative(options.out, '.');
  const told = [
    program(),
    wishesOf(options),
    places.templates,
    places.fonts,
    here,
    [...fonts].map(([, { sha256 }]) => sha256),
  ];
  return { digest: digestOf(JSON.stringify(told)), fonts };
}

function fontsIn(folder: string, known: ReadonlyMap<string, KnownFont>): [string, KnownFont][] {
  const names = namesIn(folder).filter(isFont);
  return names.flatMap((name): [string, KnownFont][] => {
    const file = `${folder}/${name}`;
    const stats = statOf(file);
    if (stats?.isFile() !== true) return [];
    const { size: bytes, mtimeMs: modified } = stats;
    const before = known.get(file);
    const isSame = before?.bytes === bytes && before.modified === modified;
    return [[file, { bytes, modified, sha256: isSame ? before.sha256 : digestOf(readFileSync(file)) }]];
  });
}

/** The release, and the digest of the bundle: while one works on the program, it changes within a release. */
function program(): string {
  const { version, fonts } = findInstall();
  try {
    return `${version} ${readFileSync(`${path.dirname(fonts)}/dist/build`, 'utf8')}`;
  } catch {
    return version;
  }
}
