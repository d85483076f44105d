import type { Outcome } from '../base/index.ts';
import { entry, type Mapping, type Scalar } from '../source/index.ts';
import type { Shelf } from './shelf.ts';
import type { Blueprint } from './types.ts';
import { yearPattern } from './year-pattern.ts';

/** The form that a record names, in the edition of its year. Fails as {@link Shelf.find} does. */
export const findForm = (root: Mapping, { text, span }: Scalar, shelf: Shelf): Outcome<Blueprint> =>
  shelf.find(
    text.normalize('NFC'),
    (key) => {
      const value = entry(root, key)?.value;
      return value?.kind === 'scalar' && yearPattern.test(value.text)
        ? { year: Number(value.text), at: value.span }
        : null;
    },
    span,
  );
