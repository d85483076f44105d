import type { BandSpec, GroupSpec, RowSpec } from '../form/index.ts';
import type { KeepRange } from './types.ts';

/** Rows that a template wants kept together, one range for each of its marks. `rows` is how many the table has. */
export function keepRanges(bands: readonly BandSpec[], rows: number): KeepRange[] {
  const ranges: KeepRange[] = [];
  let y = 0;

  const visit = (child: GroupSpec | RowSpec): void => {
    const first = y;
    if (child.kind === 'row') y += 1;
    else child.children.forEach(visit);
    if (child.keep === 'whole') ranges.push({ first, end: y });
    // The last row of a table has none after it to be kept with.
    else if (child.keep === 'next' && y < rows) ranges.push({ first: y - 1, end: y + 1 });
  };
  for (const { children } of bands) children.forEach(visit);
  return ranges;
}
