import { andThen, diagnostic, fail, type Outcome, settle, succeed, type World } from '../base/index.ts';
import { type Mapping, parseSource } from '../source/index.ts';
import { inherit } from './inherit.ts';
import { type Reading, startReading } from './reading.ts';

/**
 * Reads files of one name from several template folders as one map: what a nearer one says is laid over what the
 * farther ones say, in the way in which a form is laid over the one it is based on, or in that of `lay`. `files` are the farthest first.
 */
export function readMerged<T>(
  world: World,
  files: readonly string[],
  read: (top: Mapping, reading: Reading) => T,
  lay: (far: Mapping, near: Mapping) => Mapping = inherit,
): Outcome<T> {
  const merged = files.reduce<Outcome<Mapping | null>>(
    (below, file) =>
      andThen(below, (far) => andThen(readTop(world, file), (near) => succeed(far === null ? near : lay(far, near)))),
    succeed(null),
  );
  return andThen(merged, (top) => {
    const reading = startReading();
    return settle(read(top ?? nothing, reading), reading.problems);
  });
}

const nothing: Mapping = { kind: 'map', entries: [], span: { file: '', start: 0, end: 0 } };

const readTop = (world: World, file: string): Outcome<Mapping> =>
  andThen(world.readText(file), (text) =>
    andThen(parseSource(file, text), ({ root }) => {
      if (root.kind === 'map') return succeed(root);
      const message = '这个文件应是一组“名称: 内容”';
      return fail(diagnostic({ code: 'B004', at: root.span, message, advice: '每行写“名称: 内容”。' }));
    }),
  );
