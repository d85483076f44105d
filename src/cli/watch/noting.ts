import path from 'node:path';
import type { World } from '../../base/index.ts';

/** What was asked of a world, by full path: files whose text was read (there or not), and folders that were listed. */
export type Seen = { readonly files: Set<string>; readonly folders: Set<string> };

/** A world that notes what is read through it, so that nobody has to guess on what a document depends. */
export function notingWorld(world: World, seen: Seen): World {
  const folder = (name: string): void => void seen.folders.add(path.resolve(name));
  return {
    ...world,
    readText: (file) => {
      seen.files.add(path.resolve(file));
      return world.readText(file);
    },
    listFolders: (name) => {
      folder(name);
      return world.listFolders(name);
    },
    listFiles: (name) => {
      folder(name);
      return world.listFiles(name);
    },
  };
}
