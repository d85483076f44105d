import { Place } from './breaks.ts';
import { Joint } from './spacing.ts';

/** What may be stretched at a joint: a Han–Latin gap or a word space, any other place where a line may break, or nothing. */
export type Stretchable = 'gap' | 'plain' | null;

/** For each joint how many of those before and with it are gaps, and how many are other places that may be stretched. */
export type StretchCounts = { readonly gaps: readonly number[]; readonly plain: readonly number[] };

export const stretchableAt = (place: Place | undefined, joint: Joint | undefined): Stretchable => {
  if (joint === Joint.gap || joint === Joint.space) return 'gap';
  return place === Place.good || place === Place.reluctant ? 'plain' : null;
};

export function countStretchable(places: readonly Place[], joints: readonly Joint[]): StretchCounts {
  const gaps = new Array<number>(places.length);
  const plain = new Array<number>(places.length);
  let gapCount = 0;
  let plainCount = 0;
  for (let i = 0; i < places.length; i += 1) {
    const kind = stretchableAt(places[i], joints[i]);
    if (kind === 'gap') gapCount += 1;
    else if (kind === 'plain') plainCount += 1;
    gaps[i] = gapCount;
    plain[i] = plainCount;
  }
  return { gaps, plain };
}
