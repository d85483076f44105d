/** Widths in percents that miss a hundred by no more are meant to be the whole: seven columns of 14.29. */
export const PERCENT_SLACK = 0.05;

/** Percents with two decimals at most, as they are told. */
export const roundedPercents = (percents: number): number => Math.round(percents * 100) / 100;
