/** Long enough for the texts of most cells. */
const some: readonly number[] = new Array<number>(256).fill(0);

/** So many zeros: a copy of a plain array is made several times as fast as one is filled, and ten times as fast as a typed one. */
export const zeros = (count: number): number[] =>
  count <= some.length ? some.slice(0, count) : new Array<number>(count).fill(0);
