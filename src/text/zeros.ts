/** So many zeros: for the short texts of forms a plain array is made ten times as fast as a typed one. */
export const zeros = (count: number): number[] => new Array<number>(count).fill(0);
