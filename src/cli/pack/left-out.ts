import { codes, type Diagnostic, placeAt, type World } from '../../base/index.ts';
import type { LeftOut } from '../../volume/index.ts';

/**
 * Why a record is not in the volume, in few words. The name of the fault stands for its message: that may have the very
 * character that no font has.
 */
export function leftOutFor(file: string, problems: readonly Diagnostic[], world: World): LeftOut {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) throw new Error(`${file} was left out without an error`);
  const line = first.at.file === file ? lineOf(first, world) : null;
  const others = errors.length > 1 ? `，共 ${errors.length} 个错误` : '';
  return { file, reason: `${line === null ? '' : `第 ${line} 行：`}${codes[first.code]}${others}` };
}

function lineOf({ at }: Diagnostic, world: World): number | null {
  const text = world.readText(at.file);
  return text.ok ? placeAt(text.value, at.start).line : null;
}
