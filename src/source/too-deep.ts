import { diagnostic } from '../base/index.ts';
import { depthOf } from './indent.ts';
import { closed, keyIn, type ListScene } from './list-keys.ts';
import { endOf, type ListSlip, linesFrom } from './list-slips.ts';
import { shortened } from './slips.ts';

/**
 * S002 for keys that stand deeper than the key of the line above, which has its value: told once for all that stand as
 * deep. `above` is the last line above that says anything; undefined where it is no such key.
 */
export function tooDeepSlip(scene: ListScene, above: string): ListSlip | undefined {
  const line = scene.lines[scene.at] as string;
  const depth = depthOf(line);
  const { indent, key = '' } = closed.exec(above)?.groups ?? {};
  const own = keyIn(line)?.key;
  if (indent === undefined || own === undefined || depth <= indent.length) return undefined;
  const run = linesFrom(scene, depth);
  const others = run.filter((one) => one.depth === depth).length - 1;
  const start = scene.start + depth;
  const told = diagnostic({
    code: 'S002',
    at: { file: scene.file, start, end: start + own.length },
    message: `“${shortened(own)}”比上一行缩进得深，可是上一行的键已经有值`,
    advice: `和上一行的“${shortened(key)}”对齐，前面空 ${indent.length} 格${others === 0 ? '' : `，下面 ${others} 行也是`}；如果它是下一级，上一行冒号后面不要写字。`,
  });
  const mends = run.map((one) => ({ start: one.start, end: one.start + depth - indent.length, put: '' }));
  return { told, mends, start: scene.start, end: endOf(run), last: run.at(-1)?.at ?? scene.at };
}
