/** A stretch of a page's height, in thousandths of a point from its top. */
export type Reach = { readonly top: number; readonly bottom: number };

/** Reaches that touch or overlap as one, from the top. */
export function joinReaches(all: readonly Reach[]): readonly Reach[] {
  const found: Reach[] = [];
  for (const reach of all.toSorted((a, b) => a.top - b.top)) {
    const last = found.at(-1);
    if (last && reach.top <= last.bottom)
      found[found.length - 1] = { top: last.top, bottom: Math.max(last.bottom, reach.bottom) };
    else found.push(reach);
  }
  return found;
}

/** What of some reaches is not in others. */
export const withoutReaches = (all: readonly Reach[], taken: readonly Reach[]): readonly Reach[] =>
  taken.reduce<readonly Reach[]>(
    (left, { top, bottom }) =>
      left.flatMap((reach) => {
        if (bottom <= reach.top || top >= reach.bottom) return [reach];
        const pieces: readonly Reach[] = [
          { top: reach.top, bottom: top },
          { top: bottom, bottom: reach.bottom },
        ];
        return pieces.filter((piece) => piece.bottom > piece.top);
      }),
    all,
  );
