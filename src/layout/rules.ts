import { type Length, mpt } from '../base/index.ts';
import type { CellBox, Rule } from './types.ts';

type Stretch = { readonly from: number; to: number };

/** Where edges lie: by their place the stretches of each. */
type Edges = Map<number, Stretch[]>;

/**
 * Adds the rules around boxes: every edge drawn once, in stretches as long as possible. Because pieces of cells are boxed
 * per page, an edge cut by a page turn is closed on both pages. `thickness` is centred on the edge.
 */
export function addRules(boxes: readonly CellBox[], thickness: Length, rules: Rule[]): void {
  const across: Edges = new Map();
  const down: Edges = new Map();
  for (const { x, y, width, height } of boxes) {
    add(across, y, x, x + width);
    add(across, y + height, x, x + width);
    add(down, x, y, y + height);
    add(down, x + width, y, y + height);
  }
  const half = thickness / 2;
  const rule = (x: number, y: number, width: number, height: number): void => {
    rules.push({
      kind: 'rule',
      x: mpt(x - half),
      y: mpt(y - half),
      width: mpt(width + thickness),
      height: mpt(height + thickness),
    });
  };
  unite(across, (at, from, to) => rule(from, at, to - from, 0));
  unite(down, (at, from, to) => rule(at, from, 0, to - from));
}

/** Adds a stretch to those of an edge. Boxes come in reading order, so that most go on where the last one ends. */
function add(edges: Edges, at: number, from: number, to: number): void {
  const list = edges.get(at);
  const last = list?.at(-1);
  if (list === undefined) edges.set(at, [{ from, to }]);
  else if (last !== undefined && last.from <= from && from <= last.to) last.to = Math.max(last.to, to);
  else list.push({ from, to });
}

/** Tells of each edge, in order, the stretches that its own unite to. */
function unite(edges: Edges, tell: (at: number, from: number, to: number) => void): void {
  for (const at of [...edges.keys()].sort((a, b) => a - b)) {
    const list = (edges.get(at) as Stretch[]).sort((a, b) => a.from - b.from);
    let { from, to } = list[0] as Stretch;
    for (const next of list) {
      if (next.from <= to) to = Math.max(to, next.to);
      else {
        tell(at, from, to);
        ({ from, to } = next);
      }
    }
    tell(at, from, to);
  }
}
