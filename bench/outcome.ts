import type { Outcome } from '../src/base/index.ts';

/** The value of an outcome. Records here are made by us: a problem with one is our own bug. */
export function expectValue<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const [{ code, message, at }] = outcome.problems;
  throw new Error(`${at.file}:${at.start} [${code}] ${message}`);
}
