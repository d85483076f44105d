import type { Length } from '../../../base/index.ts';

/** How a paragraph is set so that it breaks as it was measured; lengths in twips. */
export type Fit = {
  /** Indents on the sides; negative where the paragraph reaches into the padding. */
  readonly left: number;
  readonly right: number;
  /** What the first line is drawn in besides. */
  readonly first: number;
  /** Space behind every character; negative as a rule. */
  readonly spacing: number;
  /** Behind single characters instead, by their numbers. */
  readonly single: ReadonlyMap<number, number>;
  /** The numbers of the characters before which a break mark stands. */
  readonly breaks: readonly number[];
};

/** A paragraph's width as measured, and how far it may reach beyond it on either side, in twips. */
export type Room = {
  readonly width: Length;
  readonly reach: Reach;
  /** Whether vertical text is set as lines of one character each. */
  readonly isStacked?: boolean;
};

export type Reach = { readonly left: number; readonly right: number };

export const noReach: Reach = { left: 0, right: 0 };

export const asIs: Fit = { left: 0, right: 0, first: 0, spacing: 0, single: new Map(), breaks: [] };
