import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Diagnostic, diagnostic } from '../../base/index.ts';
import { isFolder } from '../bytes.ts';
import type { Input } from '../inputs.ts';
import { outputFile, type Target } from '../render-one.ts';
import { targetOf } from '../targets.ts';

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
    .map((file) =>
      diagnostic({
        code: 'E013',
        at: { file, start: 0, end: 0 },
        message: '没有哪份数据生成这个成品',
        advice: '不要了就删掉它；还要，就把它的数据找回来。',
      }),
    );
}

function outputsBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (entry.name.startsWith('.')) return [];
      const file = `${folder}/${entry.name}`;
      return entry.isDirectory() ? outputsBelow(file) : [file];
    });
  } catch {
    return [];
  }
}
