import type { JsonSchema } from './types.ts';

/** A rule with a message of its own: what meets the condition is wrong; `instead` is a type that it never has. */
export const refuse = (condition: JsonSchema, instead: string, errorMessage: string): JsonSchema => ({
  if: { not: condition },
  else: { type: instead, errorMessage },
});

/** Rules that hold besides the rest of a schema; draft-07 wants at least one. */
export const rulesOf = (rules: readonly JsonSchema[]): JsonSchema => (rules.length === 0 ? {} : { allOf: rules });

/**
 * A value of one of these types. Where a blank may stand, a text of white space alone is not meant; elsewhere the types
 * include `null`.
 */
export const anyOfTypes = (types: readonly string[], mayBeBlank: boolean): JsonSchema =>
  mayBeBlank ? { type: types, pattern: '\\S' } : { type: [...types, 'null'] };
