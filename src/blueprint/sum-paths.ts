import type { Span } from '../base/index.ts';
import { entry, type Mapping, placeOfPart, type Scalar } from '../source/index.ts';
import { type Reading, seenAt } from './reading.ts';
import type { SumPath } from './types.ts';
import { words } from './vocabulary.ts';

const word = words.field.sumOf;

/** The paths under 求和: one, or a list of them; null where the field says none. Fails with B004. */
export function readSumPaths(settings: Mapping, reading: Reading): readonly SumPath[] | null {
  const paths = reading.oneOrMore(settings, word, { each: '一条路径', such: '[甲.金额, 乙.金额]' }).map(pathOf);
  const value = entry(settings, word)?.value;
  if (value?.kind === 'list' && value.items.length === 0)
    reading.report('B004', seenAt(settings, word), `“${word}”是空的`, `写上要加的金额，或删去“${word}”。`);
  return paths.length === 0 ? null : paths;
}

/** The paths of a group, handed down to its member `name`. */
export const handedDown = (paths: readonly SumPath[], name: string, at: Span): readonly SumPath[] =>
  paths.map((path) => [...path, { name, at }]);

/** The names of a path, which stand with dots between them, each with its place. */
export function pathOf(scalar: Scalar): SumPath {
  let start = 0;
  return scalar.text.split('.').map((name) => {
    const at = name === '' ? scalar.span : placeOfPart(scalar, { start, end: start + name.length });
    start += name.length + 1;
    return { name, at };
  });
}
