import { type Diagnostic, diagnostic, type Length, mpt, PERCENT_SLACK, pt, roundedPercents } from '../base/index.ts';
import type { BandSpec } from '../form/index.ts';

/** Edges of different bands that are no farther apart than this are one edge. */
const SNAP = pt(1);

/** Column edges of a table, and for each band the numbers of the edges that are its own. */
export type Edges = { readonly edges: readonly Length[]; readonly ofBand: readonly (readonly number[])[] };

/** The union of all bands' column edges over a table of this width; near edges are snapped to one. */
export function uniteEdges(bands: readonly BandSpec[], width: Length): Edges {
  const own = bands.map((band) => edgesOf(band.columns, width));
  const edges: Length[] = [];
  for (const edge of own.flat().toSorted((a, b) => a - b)) {
    const last = edges.at(-1);
    if (last === undefined || edge - last > SNAP) edges.push(edge);
  }
  edges[edges.length - 1] = width;
  return { edges, ofBand: own.map((list) => list.map((edge) => nearest(edges, edge))) };
}

/** Column widths must be positive, sum to 100 percent and be wide enough not to fall together when their edges snap. */
export function checkColumns(band: BandSpec, width: Length): Diagnostic | null {
  const total = band.columns.reduce((a, b) => a + b, 0);
  const advice = '把 columns 里的数改成和为 100 的正数，例如 columns="20 30 50"。';
  if (Math.abs(total - 100) > PERCENT_SLACK) {
    return diagnostic({
      code: 'G001',
      at: band.at,
      message: `这一段的栏宽之和是 ${roundedPercents(total)}，不是 100`,
      advice,
    });
  }
  if (band.columns.some((share) => (share * width) / 100 <= 2 * SNAP)) {
    return diagnostic({ code: 'G001', at: band.at, message: '这一段有一栏太窄，和旁边的栏合成了一条线', advice });
  }
  return null;
}

function edgesOf(columns: readonly number[], width: Length): Length[] {
  const edges = [mpt(0)];
  let percent = 0;
  for (const share of columns) {
    percent += share;
    edges.push(mpt((percent * width) / 100));
  }
  return edges;
}

function nearest(edges: readonly Length[], edge: Length): number {
  let best = 0;
  edges.forEach((candidate, i) => {
    if (Math.abs(candidate - edge) < Math.abs((edges[best] as Length) - edge)) best = i;
  });
  return best;
}
