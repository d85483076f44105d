import {
  andThen,
  type FaceEntry,
  type FaceTable,
  type Outcome,
  type Span,
  succeed,
  type World,
} from '../base/index.ts';
import type { Mapping, Scalar } from '../source/index.ts';
import { FACES_FILE, isFont } from './file-names.ts';
import { readMerged } from './merge.ts';
import { nearestWord } from './nearest.ts';
import type { Reading } from './reading.ts';
import { words } from './vocabulary.ts';

/** The faces that forms can name, and the font files of users among their chains. */
export type Faces = {
  readonly table: FaceTable;
  /** Paths outside the installation's own folder, each with the place that names it first. */
  readonly added: ReadonlyMap<string, Span>;
};

/**
 * The `faces.yaml` of each folder, nearest folder first and the installation's own last. A face that a farther folder
 * has too is asked first in the nearer one's files and then in the farther one's, so that a font without rare
 * characters still prints them. Files are looked up in the folder that names them, then in the farther ones.
 * Fails with B002 to B004, and B008 for a file that is not there.
 */
export function readFaces(world: World, folders: readonly string[]): Outcome<Faces> {
  const [folder, ...farther] = folders;
  if (folder === undefined) return succeed({ table: new Map(), added: new Map() });
  return andThen(readFaces(world, farther), ({ table: below, added: addedBelow }) =>
    readMerged(world, [`${folder}/${FACES_FILE}`], (top, reading) => {
      const find = finder(world, folders);
      const table = new Map(below);
      const added = new Map(addedBelow);
      for (const { key } of top.entries) {
        const named = readFace(top, key, { reading, below: below.get(key.text) });
        if (named === null) continue;
        const files = named.files.flatMap((name) => find(name, reading) ?? []);
        for (const { path, isAdded, at } of files) if (isAdded && !added.has(path)) added.set(path, at);
        const chain = [...files.map(({ path }) => path), ...(below.get(key.text)?.files ?? [])];
        table.set(key.text, { files: [...new Set(chain)], deskName: named.deskName });
      }
      return { table, added };
    }),
  );
}

type NamedFace = { readonly files: readonly Scalar[]; readonly deskName: string };

/** What a faces.yaml says of a face; what it leaves out is taken from the same face of the folder below. */
function readFace(
  top: Mapping,
  { text: name, span }: Scalar,
  { reading, below }: { readonly reading: Reading; readonly below: FaceEntry | undefined },
): NamedFace | null {
  const map = reading.group(top, name);
  if (map === null) return null;
  reading.onlyKeys(map, Object.values(words.faces), `字体“${name}”`);
  const files = reading.listed(map, words.faces.files);
  if (files?.length === 0 && below === undefined)
    reading.report('B002', span, `字体“${name}”没有文件`, `写成“${words.faces.files}: [字体.ttf]”。`);
  const deskName = reading.scalar(map, words.faces.deskName)?.text ?? below?.deskName ?? name;
  return { files: files ?? [], deskName };
}

/** A font file that was found; `isAdded` where it does not lie in the farthest of the folders. */
type FoundFile = { readonly path: string; readonly isAdded: boolean; readonly at: Span };

/** Looks for a file's name in folders, nearest first; B008 where none has it. */
function finder(world: World, folders: readonly string[]): (name: Scalar, reading: Reading) => FoundFile | null {
  const listed = folders.map((folder) => ({ folder, names: world.listFiles(folder) }));
  const fonts = [...new Set(listed.flatMap(({ names }) => names.filter(isFont)))];
  return ({ text, span }, reading) => {
    const depth = listed.findIndex(({ names }) => names.includes(text));
    const home = listed[depth];
    if (home) return { path: `${home.folder}/${text}`, isAdded: depth < folders.length - 1, at: span };
    reading.report('B008', span, `没有“${text}”这个字库文件`, adviseFile(text, fonts, folders[0]));
    return null;
  };
}

/** Endings are left out of account, because they make all names alike. */
function adviseFile(name: string, fonts: readonly string[], folder = ''): string {
  const near = nearestWord(stem(name), fonts.map(stem));
  const meant = fonts.find((font) => stem(font) === near);
  if (meant !== undefined) return `是不是“${meant}”？`;
  const known = fonts.length === 0 ? '' : `，或者改成已有的：${fonts.join('、')}`;
  return `把它放进文件夹 ${folder}${known}。`;
}

const stem = (name: string): string => name.replace(/\.[^.]*$/u, '');
