/** A length in integer thousandths of a point (mpt); only `write/` converts it to another unit. */
export type Length = number & { readonly unit: 'mpt' };

/** Rounds a number of thousandths of a point to a {@link Length}. */
export const mpt = (thousandths: number): Length => Math.round(thousandths) as Length;

/** A {@link Length} from points (1/72 inch). */
export const pt = (points: number): Length => mpt(points * 1000);

/** A {@link Length} from millimetres. */
export const mm = (millimetres: number): Length => mpt((millimetres * 72000) / 25.4);

/** The sum of lengths. */
export const sum = (lengths: readonly Length[]): Length => lengths.reduce((a, b) => a + b, 0) as Length;

export const ZERO = 0 as Length;
