import type { Entry, Mapping } from './types.ts';

/** The entry of a key, if the mapping has it. */
export const entry = (mapping: Mapping, key: string): Entry | undefined => {
  for (const one of mapping.entries) if (one.key.text === key) return one;
  return undefined;
};
