import { type Length, mpt } from '../base/index.ts';
import type { CellBox, Rule } from './types.ts';

type Stretch = { readonly from: number; readonly to: number };

/**
 * The rules around boxes: every edge drawn once, in stretches as long as possible. Because pieces of cells are boxed
 * per page, an edge cut by a page turn is closed on both pages. `thickness` is centred on the edge.
 */
export function rulesAround(boxes: readonly CellBox[], thickness: Length): Rule[] {
  const across = new Map<number, Stretch[]>();
  const down = new Map<number, Stretch[]>();
  for (const { x, y, width, height } of boxes) {
    add(across, y, { from: x, to: x + width });
    add(across, y + height, { from: x, to: x + width });
    add(down, x, { from: y, to: y + height });
    add(down, x + width, { from: y, to: y + height });
  }
  const half = thickness / 2;
  const rule = (x: number, y: number, width: number, height: number): Rule => ({
    kind: 'rule',
    x: mpt(x - half),
    y: mpt(y - half),
    width: mpt(width + thickness),
    height: mpt(height + thickness),
  });
  return [
    ...stretches(across).map(({ at, from, to }) => rule(from, at, to - from, 0)),
    ...stretches(down).map(({ at, from, to }) => rule(at, from, 0, to - from)),
  ];
}

function add(edges: Map<number, Stretch[]>, at: number, stretch: Stretch): void {
  const list = edges.get(at);
  if (list) list.push(stretch);
  else edges.set(at, [stretch]);
}

function stretches(
  edges: ReadonlyMap<number, readonly Stretch[]>,
): { readonly at: number; readonly from: number; readonly to: number }[] {
  return [...edges.entries()]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([at, list]) => unite(list).map((stretch) => ({ at, ...stretch })));
}

function unite(list: readonly Stretch[]): Stretch[] {
  const united: Stretch[] = [];
  for (const stretch of list.toSorted((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (last && stretch.from <= last.to)
      united[united.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
    else united.push(stretch);
  }
  return united;
}
