import { type Joints, joints } from './joints.ts';
import { covers, lastAtMost, levelLines, type RuledLine, type Stretch, uprightLines } from './ruling.ts';
import type { PdfRule } from './types.ts';

/** A closed region by the indexes of the lines around it. */
export type Region = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether it fills the rectangle between these lines: an L or a ring does not. */
  readonly solid: boolean;
};

/** The regions that rules close off, by top then left, and which one a point lies in. */
export type Regions = {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly regions: readonly Region[];
  /** The index of the region at a point, or nothing outside all of them. */
  readonly at: (x: number, y: number) => number | undefined;
};

/**
 * What lies between two neighbouring level lines: the upright lines that cross it (`edges`) cut it into rooms,
 * numbered from `first`; the outermost two rooms are outside the ruling.
 */
type Strip = { readonly edges: readonly number[]; readonly first: number };

/** Room 0 is everything outside. */
const OUTSIDE = 0;

export function regionsOf(rules: readonly PdfRule[]): Regions {
  const levels = levelLines(rules);
  const uprights = uprightLines(rules);
  const xs = uprights.map((line) => line.at);
  const ys = levels.map((line) => line.at);
  const strips = stripsOf(uprights, ys);
  const roomCount = strips.reduce((count, strip) => count + strip.edges.length + 1, 1);
  const joint = joints(roomCount);

  const nothing: Strip = { edges: [], first: OUTSIDE };
  levels.forEach((line, i) => {
    for (const [a, b] of openings(strips[i - 1] ?? nothing, strips[i] ?? nothing, { line, xs })) joint.join(a, b);
  });
  for (const { first, edges } of strips) {
    joint.join(OUTSIDE, first);
    joint.join(OUTSIDE, first + edges.length);
  }

  const { regions, indexOf } = collect(strips, joint);
  const at = (x: number, y: number): number | undefined => {
    const strip = strips[lastAtMost(ys, y, (one) => one)];
    if (strip === undefined) return undefined;
    const room = strip.first + lastAtMost(strip.edges, x, (edge) => xs[edge] ?? 0) + 1;
    return indexOf.get(joint.find(room));
  };
  return { xs, ys, regions, at };
}

function stripsOf(uprights: readonly RuledLine[], ys: readonly number[]): Strip[] {
  const edges: number[][] = ys.slice(1).map(() => []);
  uprights.forEach((line, x) => {
    for (const stretch of line.stretches) {
      const start = Math.max(
        0,
        lastAtMost(ys, stretch.from, (one) => one),
      );
      for (let i = start; i < edges.length && (ys[i] ?? 0) < stretch.to; i += 1) {
        const crossed = edges[i];
        if (crossed === undefined || crossed.at(-1) === x) continue;
        if (covers(line, { from: ys[i] ?? 0, to: ys[i + 1] ?? 0 })) crossed.push(x);
      }
    }
  });
  let first = OUTSIDE + 1;
  return edges.map((crossed) => {
    const strip = { edges: crossed, first };
    first += crossed.length + 1;
    return strip;
  });
}

/** The pairs of rooms above and below a level line that the line does not part. */
function* openings(
  above: Strip,
  below: Strip,
  { line, xs }: { readonly line: RuledLine; readonly xs: readonly number[] },
): Generator<readonly [number, number]> {
  let a = 0;
  let b = 0;
  while (a <= above.edges.length && b <= below.edges.length) {
    const from = Math.max(leftOf(above, a, xs), leftOf(below, b, xs));
    const [endAbove, endBelow] = [leftOf(above, a + 1, xs), leftOf(below, b + 1, xs)];
    const to = Math.min(endAbove, endBelow);
    if (from < to && !covers(line, { from, to })) yield [roomOf(above, a), roomOf(below, b)];
    if (endAbove <= endBelow) a += 1;
    if (endBelow <= endAbove) b += 1;
  }
}

const roomOf = (strip: Strip, place: number): number => (strip.first === OUTSIDE ? OUTSIDE : strip.first + place);

/** The left end of a strip's room by its place from the left; one past the last is the end of the page. */
function leftOf({ edges }: Strip, place: number, xs: readonly number[]): number {
  if (place === 0) return -Infinity;
  const edge = edges[place - 1];
  return edge === undefined ? Infinity : (xs[edge] ?? Infinity);
}

type Collected = { left: number; right: number; top: number; bottom: number; rooms: Stretch[] };

function collect(strips: readonly Strip[], joint: Joints) {
  const found = new Map<number, Collected>();
  const outside = joint.find(OUTSIDE);
  strips.forEach(({ edges, first }, y) => {
    for (let place = 1; place < edges.length; place += 1) {
      const root = joint.find(first + place);
      if (root === outside) continue;
      const [left, right] = [edges[place - 1] ?? 0, edges[place] ?? 0];
      const room = { from: left, to: right };
      const region = found.get(root);
      if (region === undefined) {
        found.set(root, { left, right, top: y, bottom: y + 1, rooms: [room] });
        continue;
      }
      region.left = Math.min(region.left, left);
      region.right = Math.max(region.right, right);
      region.bottom = y + 1;
      region.rooms.push(room);
    }
  });
  const ordered = [...found].toSorted(([, a], [, b]) => a.top - b.top || a.left - b.left);
  return {
    regions: ordered.map(([, { rooms, ...region }]): Region => ({ ...region, solid: fills(rooms, region) })),
    indexOf: new Map(ordered.map(([root], index) => [root, index])),
  };
}

/** Rooms of one strip never overlap, so they fill a rectangle if there are as many as it takes, from side to side. */
function fills(rooms: readonly Stretch[], { left, right, top, bottom }: Omit<Region, 'solid'>): boolean {
  let begins = 0;
  let ends = 0;
  for (const { from, to } of rooms) {
    if (from === left) begins += 1;
    if (to === right) ends += 1;
  }
  // Whatever lies between two rooms of a strip is a line that ends inside the region.
  return begins === bottom - top && ends === bottom - top && gapless(rooms);
}

/** Rooms stand strip by strip from left to right: one that is not the first of its strip begins where the last ended. */
const gapless = (rooms: readonly Stretch[]): boolean =>
  rooms.every(({ from }, i) => {
    const before = rooms[i - 1];
    return before === undefined || from <= before.from || from === before.to;
  });
