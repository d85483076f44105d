/** A covered part of a line, in points. */
export type Stretch = { readonly from: number; readonly to: number };

/** All rules that lie on one line, or side by side as a double one. */
export type RuledLine = {
  /** Its place across, and from where to where its ink reaches there. */
  readonly at: number;
  readonly begin: number;
  readonly end: number;
  /** What of it is inked, from the least on. */
  readonly stretches: readonly Stretch[];
};
