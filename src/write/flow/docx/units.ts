import type { Length } from '../../../base/index.ts';

/** A twip (1/20 pt), the unit of widths, heights and indents, in thousandths of a point. */
export const TWIP = 50;

/** A length in twips. */
export const twips = (length: Length): number => Math.round(length / TWIP);

/** A text size in half points; rounded down, so that no line gets longer than it was measured. */
export const halfPoints = (size: Length): number => Math.floor(size / 500);

/** A rule's thickness in eighths of a point; Word draws 2 to 96. */
export const eighths = (rule: Length): number => Math.min(96, Math.max(2, Math.round(rule / 125)));

/** Column edges in twips: edges are rounded, not widths, so that the widths add up to the whole. */
export const twipEdges = (edges: readonly Length[]): number[] => edges.map(twips);

/** The widths between edges. */
export const widthsBetween = (edges: readonly number[]): number[] =>
  edges.slice(1).map((edge, i) => edge - (edges[i] as number));
