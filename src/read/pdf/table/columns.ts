import type { RuledPart } from './types.ts';

/** Edges less than this apart are one: programs round, and rules are drawn cell by cell (points). */
const SAME_EDGE = 0.8;

/** The column edges of a table over all its pages: how many columns there are, and which one an edge begins. */
export type Columns = { readonly count: number; readonly at: (edge: number) => number };

/** Joins the edges of all parts, each counted from the part's left rule: on other pages margins may be others. */
export function columnsOf(parts: readonly RuledPart[]): Columns {
  const edges = [...new Set(parts.flatMap((part) => part.edges))].sort((a, b) => a - b);
  const places = new Map<number, number>();
  let begin = Number.NEGATIVE_INFINITY;
  let place = -1;
  for (const edge of edges) {
    if (edge - begin > SAME_EDGE) {
      begin = edge;
      place += 1;
    }
    places.set(edge, place);
  }
  return { count: Math.max(0, place), at: (edge) => places.get(edge) ?? 0 };
}
