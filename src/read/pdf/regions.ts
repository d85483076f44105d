import { type Joints, joints } from './joints.ts';
import type { RuledLine, Stretch } from './ruled-line.ts';
import { covers, isInked, lastAtMost, levelLines, uprightLines } from './ruling.ts';
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
  const strips = stripsOf(uprights, levels);
  const roomCount = strips.reduce((count, strip) => count + strip.edges.length + 1, 1);
  const joint = joints(roomCount);

  const nothing: Strip = { edges: [], first: OUTSIDE };
  const cuts: Cut[] = [];
  levels.forEach((line, i) => {
    const [above, below] = [strips[i - 1] ?? nothing, strips[i] ?? nothing];
    for (const [a, b] of openings(above, below, { line, uprights })) {
      const [upper, lower] = [roomOf(above, a), roomOf(below, b)];
      if (isCut(above, a, below, b, { line, xs })) cuts.push({ room: upper, beyond: lower, end: 'foot' });
      else if (isCut(below, b, above, a, { line, xs })) cuts.push({ room: lower, beyond: upper, end: 'head' });
      else joint.join(upper, lower);
    }
  });
  for (const { first, edges } of strips) {
    joint.join(OUTSIDE, first);
    joint.join(OUTSIDE, first + edges.length);
  }
  openThrough(cuts, joint);

  const { regions, indexOf } = collect(strips, joint);
  const at = (x: number, y: number): number | undefined => {
    const strip = strips[lastAtMost(ys, y, (one) => one)];
    if (strip === undefined) return undefined;
    const room = strip.first + lastAtMost(strip.edges, x, (edge) => xs[edge] ?? 0) + 1;
    return indexOf.get(joint.find(room));
  };
  return { xs, ys, regions, at };
}

function stripsOf(uprights: readonly RuledLine[], levels: readonly RuledLine[]): Strip[] {
  const edges: number[][] = levels.slice(1).map(() => []);
  uprights.forEach((line, x) => {
    for (const stretch of line.stretches) {
      const start = Math.max(
        0,
        lastAtMost(levels, stretch.from, ({ at }) => at),
      );
      for (let i = start; i < edges.length && (levels[i]?.at ?? 0) < stretch.to; i += 1) {
        const crossed = edges[i];
        if (crossed === undefined || crossed.at(-1) === x) continue;
        if (covers(line, { from: levels[i]?.end ?? 0, to: levels[i + 1]?.begin ?? 0 })) crossed.push(x);
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

type Lines = { readonly line: RuledLine; readonly uprights: readonly RuledLine[] };

/** The places of rooms above and below a level line that the line does not part. */
function* openings(above: Strip, below: Strip, { line, uprights }: Lines): Generator<readonly [number, number]> {
  let a = 0;
  let b = 0;
  while (a <= above.edges.length && b <= below.edges.length) {
    const from = Math.max(edgeOf(above, a, uprights)?.end ?? -Infinity, edgeOf(below, b, uprights)?.end ?? -Infinity);
    const [endAbove, endBelow] = [edgeOf(above, a + 1, uprights), edgeOf(below, b + 1, uprights)];
    const to = Math.min(endAbove?.begin ?? Infinity, endBelow?.begin ?? Infinity);
    if (from < to && !covers(line, { from, to })) yield [a, b];
    const [nextAbove, nextBelow] = [endAbove?.at ?? Infinity, endBelow?.at ?? Infinity];
    if (nextAbove <= nextBelow) a += 1;
    if (nextBelow <= nextAbove) b += 1;
  }
}

/** A room that opens to what lies outside of the ruling, beyond a line at its head or foot that is inked elsewhere. */
type Cut = { readonly room: number; readonly beyond: number; readonly end: 'head' | 'foot' };

/**
 * Whether a room is open as one that the turn of the page cut: Excel and others draw no line there through a merged cell,
 * but at the other cells of the row.
 */
function isCut(
  strip: Strip,
  place: number,
  beyond: Strip,
  outer: number,
  { line, xs }: { readonly line: RuledLine; readonly xs: readonly number[] },
): boolean {
  if (place === 0 || place === strip.edges.length || (outer > 0 && outer < beyond.edges.length)) return false;
  const [left, right] = [xs[strip.edges[0] ?? 0] ?? 0, xs[strip.edges.at(-1) ?? 0] ?? 0];
  return isInked(line, { from: left, to: right });
}

/** What is open at its head and at its foot was not cut: it lies between two tables. */
function openThrough(cuts: readonly Cut[], joint: Joints): void {
  const heads = new Set(cuts.flatMap(({ room, end }) => (end === 'head' ? [joint.find(room)] : [])));
  const feet = new Set(cuts.flatMap(({ room, end }) => (end === 'foot' ? [joint.find(room)] : [])));
  const through = cuts.filter(({ room }) => heads.has(joint.find(room)) && feet.has(joint.find(room)));
  for (const { room, beyond } of through) joint.join(room, beyond);
}

const roomOf = (strip: Strip, place: number): number => (strip.first === OUTSIDE ? OUTSIDE : strip.first + place);

/** The line at the left of a strip's room by its place from the left; none at either end of the page. */
const edgeOf = ({ edges }: Strip, place: number, uprights: readonly RuledLine[]): RuledLine | undefined =>
  uprights[edges[place - 1] ?? -1];

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
