import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withSlashes } from './disk/paths.ts';

/** Where this package is installed, with `/` between folders. */
export type Install = {
  readonly version: string;
  readonly templates: string;
  readonly fonts: string;
};

/** Finds the package from one of its own files: the nearest folder above with the package.json of biaoli. */
export function findInstall(from: string = fileURLToPath(import.meta.url)): Install {
  for (let folder = path.dirname(from); ; folder = path.dirname(folder)) {
    const version = versionIn(folder);
    if (version !== undefined) {
      const root = withSlashes(folder);
      return { version, templates: `${root}/templates`, fonts: `${root}/fonts` };
    }
    if (folder === path.dirname(folder)) throw new Error(`no package.json of biaoli above ${from}`);
  }
}

function versionIn(folder: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(path.join(folder, 'package.json'), 'utf8');
  } catch {
    return undefined;
  }
  const manifest = JSON.parse(text) as { name?: unknown; version?: unknown };
  return manifest.name === 'biaoli' && typeof manifest.version === 'string' ? manifest.version : undefined;
}
