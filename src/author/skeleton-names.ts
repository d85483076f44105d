import type { Taxonomy } from '../blueprint/index.ts';

/** A name of a taxonomy where it may stand; it is usual in one place only, so that no record has it twice. */
export type NamePlace = { readonly name: string; readonly isUsual: boolean };

/** A name of level one, with its places for names of level two. */
export type LevelPlace = NamePlace & { readonly below: readonly NamePlace[] };

/**
 * The names of a taxonomy in order. A name that may stand in several places is usual in the last that is of level two:
 * there a taxonomy has it under a name of level one of its own, and not among others or without one.
 */
export function placesOf({ levels }: Taxonomy): readonly LevelPlace[] {
  const homes = new Map([...levels].flatMap(([first, seconds]) => seconds.map((second) => [second, first] as const)));
  return [...levels].map(([first, seconds]) => ({
    name: first,
    isUsual: !homes.has(first),
    below: seconds.map((second) => ({ name: second, isUsual: homes.get(second) === first })),
  }));
}
