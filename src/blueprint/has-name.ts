import type { Taxonomy } from './types.ts';

/** Whether a taxonomy has a name on any level, as its own or as an alias. */
export const hasName = ({ levels, aliases }: Taxonomy, name: string): boolean =>
  levels.has(name) || aliases.has(name) || [...levels.values()].some((below) => below.includes(name));
