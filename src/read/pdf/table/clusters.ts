import { addTo } from '../../../base/index.ts';
import { joints } from '../joints.ts';
import type { Region } from '../regions.ts';

type Side = { readonly cell: number; readonly from: number; readonly to: number };

/** Puts cells that share a stretch of an edge together: the numbers of each cluster's cells. Cells do not overlap. */
export function clustersOf(cells: readonly Region[]): number[][] {
  const joint = joints(cells.length);
  const across = sidesBy(cells, ({ left, right, top, bottom }) => ({ near: left, far: right, from: top, to: bottom }));
  const down = sidesBy(cells, ({ left, right, top, bottom }) => ({ near: top, far: bottom, from: left, to: right }));
  for (const { near, far } of [...across, ...down]) joinTouching(near, far, joint.join);
  const clusters = new Map<number, number[]>();
  for (const cell of cells.keys()) addTo(clusters, joint.find(cell), cell);
  return [...clusters.values()];
}

type Extent = { readonly near: number; readonly far: number; readonly from: number; readonly to: number };
type Line = { readonly near: Side[]; readonly far: Side[] };

/** For each line the sides of cells that begin at it and of those that end at it, along the line. */
function sidesBy(cells: readonly Region[], extentOf: (cell: Region) => Extent): Line[] {
  const lines = new Map<number, Line>();
  const lineAt = (at: number): Line => {
    const line = lines.get(at) ?? { near: [], far: [] };
    lines.set(at, line);
    return line;
  };
  cells.forEach((region, cell) => {
    const { near, far, from, to } = extentOf(region);
    lineAt(near).near.push({ cell, from, to });
    lineAt(far).far.push({ cell, from, to });
  });
  const sorted = (sides: readonly Side[]) => sides.toSorted((a, b) => a.from - b.from);
  return [...lines.values()].map(({ near, far }) => ({ near: sorted(near), far: sorted(far) }));
}

/** Two rows of sides that do not overlap among themselves: goes along both at once. */
function joinTouching(one: readonly Side[], other: readonly Side[], join: (a: number, b: number) => void): void {
  let a = 0;
  let b = 0;
  while (a < one.length && b < other.length) {
    const [first, second] = [one[a] as Side, other[b] as Side];
    if (Math.max(first.from, second.from) < Math.min(first.to, second.to)) join(first.cell, second.cell);
    if (first.to <= second.to) a += 1;
    else b += 1;
  }
}
