import { type Diagnostic, flatMap, type Outcome, settle, typeWidth } from '../../base/index.ts';
import type { BandSpec, ColumnWish, FormDocument } from '../../form/index.ts';
import { placeBand } from '../../grid/index.ts';
import { startTypesetting, type Typesetter } from '../paragraphs.ts';
import type { Setup } from '../setup.ts';
import { boundsOf, sumOf } from './bounds.ts';
import { type CostedCell, costCell, costOfBand, type Effort, emsOf } from './cost.ts';
import { type Edges, edgesOf, startEdges } from './edges.ts';
import { type Bounds, type Found, searchWidths, shareOut } from './search.ts';

/** What it costs to move a column by a percent from where its texts in the rough would put it, in lines. */
const MOVE = 0.15;
/** What it costs to end near an edge of a band above, but not on it, in lines for each percent between them. */
const NEAR_COST = 0.7;

/** The effort for one document: twice what the largest real form needs with all its columns open. */
const MOST_EFFORT = 1_200_000;

/** Widths found for a band, in percents, and where the band is in its template. */
export type FoundWidths = { readonly at: BandSpec['at']; readonly columns: readonly number[] };

export type SettledForm = { readonly form: FormDocument; readonly found: readonly FoundWidths[] };

/**
 * Gives every column its width. Those that a template leaves open (`auto`, 12..30) are chosen so that the band is as low
 * as possible while labels stay whole or break between words; in whole percents, and near to what the texts ask for in
 * the rough, so that small edits move nothing. Reports bounds that cannot be held.
 */
export function settleColumns(form: FormDocument<ColumnWish>, setup: Setup): Outcome<SettledForm> {
  const problems: Diagnostic[] = [];
  const found: FoundWidths[] = [];
  const effort: Effort = { left: MOST_EFFORT };
  const typesetter = startTypesetting(setup.fonts, setup.labelWords, setup.paragraph.level);
  const sections = form.sections.map(({ paper, blocks }) => ({
    paper,
    blocks: blocks.map((block) => {
      if (block.kind !== 'table') return block;
      const bands = settleBands(block.bands, { setup, typesetter, total: typeWidth(paper), problems, effort });
      block.bands.forEach(({ columns, at }, i) => {
        if (!isSettled(columns)) found.push({ at, columns: bands[i]?.columns ?? [] });
      });
      return { ...block, bands };
    }),
  }));
  return settle({ form: { meta: form.meta, sections }, found }, problems);
}

const isSettled = (columns: readonly ColumnWish[]): columns is readonly number[] =>
  columns.every((wish) => typeof wish === 'number');

type Around = {
  readonly setup: Setup;
  readonly typesetter: Typesetter;
  /** The table's width in mpt. */
  readonly total: number;
  readonly problems: Diagnostic[];
  readonly effort: Effort;
};

/**
 * Each band by itself first; then with one first column for all, the one that serves them best, because a table whose
 * label columns differ looks like several. A first column that a template fixes is not touched, and serves the others.
 */
function settleBands(bands: readonly BandSpec<ColumnWish>[], around: Around): BandSpec[] {
  const open = bands.map((band) => (isSettled(band.columns) ? null : openBand(band, around)));
  const settleAll = (first: number | null): { readonly bands: BandSpec[]; readonly cost: number } => {
    const edges = startEdges();
    let cost = 0;
    const settled = bands.map((band, i) => {
      const found = open[i]
        ? widthsFor(open[i], { around, edges, first })
        : { widths: band.columns as number[], cost: 0 };
      edges.add(edgesOf(found.widths));
      cost += found.cost;
      return { ...band, columns: found.widths };
    });
    return { bands: settled, cost };
  };
  const alone = settleAll(null);
  const firsts = [...new Set(flatMap(alone.bands, ({ columns }) => (columns.length > 1 ? (columns[0] ?? []) : [])))];
  if (firsts.length < 2 || open.every((band) => band === null) || around.effort.left <= 0) return alone.bands;
  const given = flatMap(alone.bands, ({ columns }, i) =>
    open[i] === null && columns.length > 1 ? (columns[0] ?? []) : [],
  );
  let best: ReturnType<typeof settleAll> | null = null;
  for (const first of given.length > 0 ? new Set(given) : between(Math.min(...firsts), Math.max(...firsts))) {
    if (best !== null && around.effort.left <= 0) break;
    const tried = settleAll(first);
    if (best === null || tried.cost < best.cost) best = tried;
  }
  return best?.bands ?? alone.bands;
}

/** Both ends and what lies between them in steps of two percents. */
const between = (low: number, high: number): number[] => [
  ...Array.from({ length: Math.ceil((high - low) / 2) }, (_, i) => low + 2 * i),
  high,
];

/** A band whose widths are to be found, with its cells ready to be measured. */
type OpenBand = {
  readonly bounds: readonly Bounds[];
  readonly cells: readonly CostedCell[];
  readonly rows: number;
  /** What each column asks for in the rough. */
  readonly weights: readonly number[];
};

function openBand(band: BandSpec<ColumnWish>, around: Around): OpenBand {
  const bounds = boundsOf(band);
  if ('code' in bounds) around.problems.push(bounds);
  const placed = placeBand(band);
  const cells = placed.cells.map((cell) => costCell(cell, around));
  return {
    bounds: 'code' in bounds ? band.columns.map(() => freeBounds) : bounds,
    cells,
    rows: placed.headers.length,
    weights: weightsOf(cells, band.columns.length),
  };
}

const freeBounds: Bounds = { least: 0, most: 100 };

function widthsFor(
  { bounds: own, cells, rows, weights }: OpenBand,
  { around, edges, first }: { readonly around: Around; readonly edges: Edges; readonly first: number | null },
): Found {
  const { setup, total, effort } = around;
  const bounds = (first !== null && withFirst(first, own)) || own;
  const start = shareOut(100, weights, bounds);
  const { pitch } = setup.styles.cell;
  const costOf = (widths: readonly number[]): number => {
    effort.left -= cells.length + widths.length;
    const inner = edgesOf(widths);
    const moved = widths.reduce((sum, width, i) => sum + Math.abs(width - (start[i] as number)), 0) / 2;
    const off = inner.reduce((sum, edge) => sum + edges.distance(edge), 0);
    const lengths = [0, ...inner, 100].map((percent) => (percent * total) / 100);
    const height = costOfBand(cells, { rows, edges: lengths, padX: setup.table.padX });
    return height + (MOVE * moved + NEAR_COST * off) * pitch;
  };
  return searchWidths(start, bounds, { costOf, effort });
}

/** The bounds with the first column fixed; null where it, or all that must then stand beside it, cannot be so. */
function withFirst(first: number, [own, ...others]: readonly Bounds[]): readonly Bounds[] | null {
  if (own === undefined || others.length === 0 || first < own.least || first > own.most) return null;
  if (first + sumOf(others, 'least') > 100 || first + sumOf(others, 'most') < 100) return null;
  return [{ least: first, most: first }, ...others];
}

/**
 * What each column asks for in the rough: the mean length of its texts, rounded to half an octave, so that only a change
 * of scale moves it.
 */
function weightsOf(cells: readonly CostedCell[], columns: number): number[] {
  return Array.from({ length: columns }, (_, x) => {
    const lengths = cells.filter((cell) => cell.x === x && cell.width === 1).map(emsOf);
    const mean = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length);
    return 2 ** (Math.round(Math.log2(Math.max(2, mean)) * 1.5) / 2);
  });
}
