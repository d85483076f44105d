import path from 'node:path';
import type { Diagnostic } from '../../../base/index.ts';
import { fileFault } from '../../disk/file-fault.ts';
import { entriesIn, isFolder } from '../../disk/on-disk.ts';
import type { Input } from '../../inputs/inputs.ts';
import { targetOf } from '../../inputs/targets.ts';
import { outputFile, type Target } from '../../render-one.ts';

/**
 * E013 for each file that no record makes, in the part of the output folder that mirrors the folders among the arguments:
 * whoever names single files asks for nothing else.
 */
export function extraOutputs(
  args: readonly string[],
  inputs: readonly Input[],
  { out, format: formats }: Target,
): readonly Diagnostic[] {
  const expected = new Set(inputs.flatMap((input) => formats.map((format) => outputFile(out, input, format))));
  const mirrors = args.filter(isFolder).map((folder) => path.posix.dirname(targetOf(`${folder}/x.yaml`, folder)));
  const found = new Set(mirrors.flatMap((mirror) => outputsBelow(mirror === '.' ? out : `${out}/${mirror}`)));
  return [...found]
    .filter((file) => !expected.has(file) && formats.some((format) => file.endsWith(`.${format}`)))
    .map((file) => fileFault('E013', file, ['没有哪份数据生成这个成品', '不要了就删掉它；还要，就把它的数据找回来。']));
}

const outputsBelow = (folder: string): string[] =>
  entriesIn(folder).flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    const file = `${folder}/${entry.name}`;
    return entry.isDirectory() ? outputsBelow(file) : [file];
  });
