import { existsSync, lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { type Diagnostic, type Outcome, succeed, type World } from '../../base/index.ts';
import { FORM_FILE, words } from '../../blueprint/index.ts';
import { missing } from '../disk/bytes.ts';
import { fileFailure, fileFault } from '../disk/file-fault.ts';
import { entriesIn, isSamePlace, namesIn } from '../disk/on-disk.ts';
import { shownPath, withSlashes } from '../disk/paths.ts';

/** Looked for in the current folder where the command line names none. */
const USUAL = 'templates';

/**
 * All folders with templates, the user's first and the installation's own last: the one the command line gives, else
 * `templates/` in the current folder where it holds a form or what forms share. Fails with E001 where a folder given is
 * not there or holds neither.
 */
export function templateFolders(given: string | undefined, installed: string): Outcome<readonly string[]> {
  const folder = given === undefined ? USUAL : shownPath(given);
  if (!holdsForms(folder)) return given === undefined ? succeed([installed]) : withoutForms(folder);
  return succeed(isSamePlace(folder, installed) ? [installed] : [folder, installed]);
}

const holdsForms = (folder: string): boolean =>
  namesIn(folder).some((name) => name === words.shared.folder || existsSync(`${folder}/${name}/${FORM_FILE}`));

function withoutForms(folder: string): Outcome<never> {
  if (!existsSync(folder)) return missing(folder);
  const inside = existsSync(`${folder}/${FORM_FILE}`);
  const parent = withSlashes(path.dirname(folder));
  return fileFailure('E001', folder, [
    `文件夹 ${folder} 里没有表：每张表是其中的一个文件夹，里面有 ${FORM_FILE}`,
    inside ? `它自己就是一张表：写成 --templates ${parent}。` : `建一个 ${folder}/表的名称/${FORM_FILE}。`,
  ]);
}

/**
 * A world that keeps to the template folders, of which the last is the installation's own: a symbolic link in one that
 * leads out of it is not seen. Whoever sends a template cannot have other files of this computer read, and shown in the
 * frame of an error.
 */
export function fencedWorld(world: World, folders: readonly string[]): World {
  const fences = folders.slice(0, -1).map((folder) => ({ folder, home: `${realpathSync(folder)}${path.sep}` }));
  if (fences.length === 0) return world;
  const fenced = (place: string, names: readonly string[]): readonly string[] => {
    const fence = fences.find(({ folder }) => place === folder || place.startsWith(`${folder}/`));
    return fence === undefined ? names : names.filter((name) => isInside(`${place}/${name}`, fence.home));
  };
  return {
    ...world,
    listFiles: (place) => fenced(place, world.listFiles(place)),
    listFolders: (place) => fenced(place, world.listFolders(place)),
  };
}

/** E002 for each link in a template folder that leads out of it, which a {@link fencedWorld} does not see. */
export function linksLeadingOut(folder: string): Diagnostic[] {
  const home = `${realpathSync(folder)}${path.sep}`;
  const found = (place: string, depth: number): Diagnostic[] =>
    entriesIn(place).flatMap((entry): Diagnostic[] => {
      const file = `${place}/${entry.name}`;
      if (entry.isDirectory()) return depth === DEEPEST ? [] : found(file, depth + 1);
      if (!entry.isSymbolicLink() || isInside(file, home)) return [];
      const message = `“${entry.name}”是一个链接，指到模板文件夹 ${folder} 外面（或指不到文件），当作没有它`;
      const advice = '把它指的文件复制到这里，不用链接。';
      return [fileFault('E002', file, [message, advice])];
    });
  return found(folder, 0);
}

/** Folders in folders where templates are looked for: 共用/某某/form.yaml and the like. */
const DEEPEST = 4;

function isInside(file: string, home: string): boolean {
  try {
    return !lstatSync(file).isSymbolicLink() || realpathSync(file).startsWith(home);
  } catch {
    return false;
  }
}
