import type { Outcome } from '../../src/base/index.ts';
import type { Blueprint, Shelf } from '../../src/blueprint/index.ts';

/** Every edition of every form of this repository, sorted by folder. */
export const everyForm = (shelf: Shelf): readonly Blueprint[] =>
  shelf.editions().map(({ blueprint }) => expectForm(blueprint));

/** The forms are our own: a problem with one is our bug. */
function expectForm(outcome: Outcome<Blueprint>): Blueprint {
  if (outcome.ok) return outcome.value;
  const [{ code, message, at }] = outcome.problems;
  throw new Error(`${at.file}:${at.start} [${code}] ${message}`);
}
