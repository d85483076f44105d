import { codePointName, placeAt, remembered, type World } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import { visibleText } from '../width.ts';
import type { FaceUsed, FileUsed, FirstPlace } from './faces-used.ts';

/** Characters that are shown one by one of each file that is not the main one. */
const MOST = 20;

/** Where faces are looked up for their lines: the files, and the folder whose fonts need no path. */
export type FaceScene = { readonly world: Pick<World, 'readText'>; readonly installed: string };

/**
 * What `--verbose` tells of a document's faces: a line for each role with its face and its files, and below it the
 * characters that the main file did not give, with page and place in the file they were typed in.
 */
export function faceLines(used: readonly FaceUsed[], { world, installed }: FaceScene): readonly string[] {
  const placeOf = placer(world);
  const named = ({ file, characters }: FileUsed): FileUsed => ({
    file: file.startsWith(`${installed}/`) ? file.slice(installed.length + 1) : file,
    characters,
  });
  return used.flatMap(({ role, face, files: paths }) => {
    const files = paths.map(named);
    const counts = files.map(({ file, characters }) => `${file} ${characters.length} 字`);
    const others = files.slice(1).flatMap((file) => strangers(file, placeOf));
    return [`  ${words.type[role]}（${face}）：${counts.join('，')}`, ...others];
  });
}

type PlaceOf = (one: FirstPlace) => string;

function strangers({ file, characters }: FileUsed, placeOf: PlaceOf): string[] {
  const lines = characters.slice(0, MOST).map((one) => {
    const { character, page } = one;
    return `“${visibleText(character)}”(${codePointName(character)}) 第 ${page} 页${placeOf(one)}`;
  });
  const rest = characters.length > MOST ? [`等 ${characters.length} 个`] : [];
  return [`    用 ${file} 的字：`, ...[...lines, ...rest].map((line) => `      ${line}`)];
}

/** The place of a character in the text it was printed from, as ` file:line:column`; nothing where it has none. */
function placer(world: Pick<World, 'readText'>): PlaceOf {
  const textOf = remembered((file: string): string | null => {
    const outcome = file === '' ? null : world.readText(file);
    return outcome?.ok ? outcome.value : null;
  });
  return ({ character, from }) => {
    const text = textOf(from.file);
    if (text === null) return '';
    // What is printed need not be what was typed (3,109.75): then the whole value is meant.
    const within = text.slice(from.start, from.end).indexOf(character);
    const { line, column } = placeAt(text, from.start + Math.max(0, within));
    return ` ${from.file}:${line}:${column}`;
  };
}
