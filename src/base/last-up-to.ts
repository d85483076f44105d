/** The last of some stretches, sorted by their starts, that begins at a place or before it. */
export function lastUpTo<T extends { readonly start: number }>(all: readonly T[], place: number): T | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as T).start <= place) low = middle + 1;
    else high = middle;
  }
  return all[low - 1];
}
