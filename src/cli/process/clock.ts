/** Milliseconds since some moment. The global `performance` would load a part of Node that a single form can do without. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
