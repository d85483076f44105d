import { existsSync } from 'node:fs';
import { type Outcome, succeed } from '../../base/index.ts';
import { FACES_FILE, isFont } from '../../blueprint/index.ts';
import { missing } from '../disk/bytes.ts';
import { fileFailure } from '../disk/file-fault.ts';
import { isSamePlace, namesIn } from '../disk/on-disk.ts';
import { shownPath } from '../disk/paths.ts';

/** Looked for in the current folder where the command line names none. */
const USUAL = 'fonts';

/**
 * All folders with fonts, the user's first and the installation's own last: the one the command line gives, else
 * `fonts/` in the current folder where it has a faces.yaml. Fails with E001 where a folder given has none.
 */
export function fontFolders(given: string | undefined, installed: string): Outcome<readonly string[]> {
  const folder = given === undefined ? USUAL : shownPath(given);
  const named = existsSync(`${folder}/${FACES_FILE}`);
  if (!named && given !== undefined) return withoutNames(folder);
  return succeed(named && !isSamePlace(folder, installed) ? [folder, installed] : [installed]);
}

function withoutNames(folder: string): Outcome<never> {
  if (!existsSync(folder)) return missing(folder);
  const font = namesIn(folder).find(isFont) ?? '仿宋_GB2312.ttf';
  return fileFailure('E001', `${folder}/${FACES_FILE}`, [
    `文件夹 ${folder} 里没有 ${FACES_FILE}，不知道哪个字库给哪种字体用`,
    `在里面建一个 ${FACES_FILE}，写上例如“仿宋: { 文件: [${font}] }”。`,
  ]);
}
