import { roundedPercents } from '../../base/index.ts';

/** An edge this near to one of a band above, in percents, but not on it, looks like a mistake. */
const NEAR = 3;

/** The inner edges of bands, in percents of the table's width: bands with equal edges count as one. */
export type Edges = {
  readonly add: (edges: readonly number[]) => void;
  /** How far an edge is from the nearest of these; 0 where none is near. */
  readonly distance: (edge: number) => number;
};

/** Kept in order, so that a search among the edges of a thousand bands looks at a few. */
export function startEdges(): Edges {
  const known: number[] = [];
  /** Where an edge stands or would stand. */
  const placeOf = (edge: number): number => {
    let low = 0;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((known[middle] as number) < edge) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    add: (edges) => {
      for (const edge of edges) {
        const place = placeOf(edge);
        if (known[place] !== edge) known.splice(place, 0, edge);
      }
    },
    distance: (edge) => {
      const place = placeOf(edge);
      const above = (known[place] ?? Number.POSITIVE_INFINITY) - edge;
      const below = edge - (known[place - 1] ?? Number.NEGATIVE_INFINITY);
      const nearest = Math.min(above, below);
      return nearest < NEAR ? nearest : 0;
    },
  };
}

/** The inner edges between columns, in percents. */
export function edgesOf(columns: readonly number[]): number[] {
  let sum = 0;
  return columns.slice(0, -1).map((column) => {
    sum += column;
    return roundedPercents(sum);
  });
}
