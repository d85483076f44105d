import path from 'node:path';
import { comparePaths, type Member } from '../../volume/index.ts';
import { filesOf } from '../inputs/inputs.ts';

/** Orders what goes into a volume. */
export type Sorting = <T extends { readonly member: Member }>(all: readonly T[]) => readonly T[];

/**
 * The order of a volume: the arguments as they were given, and what one of them names by form and then by file. A file
 * that several arguments name stands where the first of them has it.
 */
export function sortingOf(args: readonly string[]): Sorting {
  const places = new Map<string, number>();
  if (args.length > 1)
    args.forEach((arg, i) => {
      for (const { file } of filesOf(arg)) if (!places.has(path.resolve(file))) places.set(path.resolve(file), i);
    });
  const placeOf = ({ file }: Member): number => places.get(path.resolve(file)) ?? 0;
  return (all) =>
    all.toSorted(
      ({ member: a }, { member: b }) =>
        placeOf(a) - placeOf(b) || comparePaths(a.blueprint.id, b.blueprint.id) || comparePaths(a.file, b.file),
    );
}
