import { type Diagnostic, diagnostic, type Outcome, settle, typeWidth } from '../../base/index.ts';
import type { BandSpec, ColumnWish, FormDocument } from '../../form/index.ts';
import { placeBand } from '../../grid/index.ts';
import { startTypesetting, type Typesetter } from '../paragraphs.ts';
import type { Setup } from '../setup.ts';
import { type CostedCell, costCell, costOfBand } from './cost.ts';
import { type Bounds, type Found, searchWidths, shareOut } from './search.ts';

/** No column is narrower than so many percents unless a form says so. */
const LEAST = 4;
/** What it costs to move a column by a percent from where its texts in the rough would put it, in lines. */
const MOVE = 0.15;
/** An edge this near to one of a band above, in percents, but not on it, looks like a mistake; a percent costs so many lines. */
const NEAR = 3;
const NEAR_COST = 0.7;

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
  const typesetter = startTypesetting(setup.fonts, setup.labelWords, setup.paragraph.level);
  const sections = form.sections.map(({ paper, blocks }) => ({
    paper,
    blocks: blocks.map((block) => {
      if (block.kind !== 'table') return block;
      const bands = settleBands(block.bands, { setup, typesetter, total: typeWidth(paper), problems });
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
};

/**
 * Each band by itself first; then with one first column for all, the one that serves them best, because a table whose
 * label columns differ looks like several. A first column that a template fixes is not touched, and serves the others.
 */
function settleBands(bands: readonly BandSpec<ColumnWish>[], around: Around): BandSpec[] {
  const open = bands.map((band) => (isSettled(band.columns) ? null : openBand(band, around)));
  const settleAll = (first: number | null): { readonly bands: BandSpec[]; readonly cost: number } => {
    const edges: number[] = [];
    let cost = 0;
    const settled = bands.map((band, i) => {
      const found = open[i]
        ? widthsFor(open[i], { around, edges, first })
        : { widths: band.columns as number[], cost: 0 };
      edges.push(...edgesOf(found.widths));
      cost += found.cost;
      return { ...band, columns: found.widths };
    });
    return { bands: settled, cost };
  };
  const alone = settleAll(null);
  const firsts = [...new Set(alone.bands.flatMap(({ columns }) => (columns.length > 1 ? (columns[0] ?? []) : [])))];
  if (firsts.length < 2 || open.every((band) => band === null)) return alone.bands;
  const given = alone.bands.flatMap(({ columns }, i) =>
    open[i] === null && columns.length > 1 ? (columns[0] ?? []) : [],
  );
  const tried = (given.length > 0 ? given : between(Math.min(...firsts), Math.max(...firsts))).map(settleAll);
  return tried.reduce((best, one) => (one.cost < best.cost ? one : best)).bands;
}

/** Both ends and what lies between them in steps of two percents. */
const between = (low: number, high: number): number[] => [
  ...Array.from({ length: Math.ceil((high - low) / 2) }, (_, i) => low + 2 * i),
  high,
];

/** A band whose widths are to be found, with its cells ready to be measured. */
type OpenBand = { readonly bounds: readonly Bounds[]; readonly cells: readonly CostedCell[]; readonly rows: number };

function openBand(band: BandSpec<ColumnWish>, { setup, typesetter, problems }: Around): OpenBand {
  const bounds = band.columns.map(boundsOf);
  const least = bounds.reduce((sum, bound) => sum + bound.least, 0);
  const most = bounds.reduce((sum, bound) => sum + bound.most, 0);
  const possible = least <= 100.05 && most >= 99.95;
  if (!possible) problems.push(impossible(band, { least, most }));
  const placed = placeBand(band);
  const cells = placed.cells.map((cell) => costCell(cell, setup, typesetter));
  return { bounds: possible ? bounds : bounds.map(() => freeBounds), cells, rows: placed.headers.length };
}

const freeBounds: Bounds = { least: 0, most: 100 };

function widthsFor(
  { bounds: own, cells, rows }: OpenBand,
  {
    around,
    edges,
    first,
  }: { readonly around: Around; readonly edges: readonly number[]; readonly first: number | null },
): Found {
  const { setup, total } = around;
  const fixed = first !== null && own.length > 1 && first >= (own[0]?.least ?? 0) && first <= (own[0]?.most ?? 100);
  const bounds = fixed ? [{ least: first, most: first }, ...own.slice(1)] : own;
  const start = shareOut(100, weightsOf(cells, bounds), bounds);
  const { pitch } = setup.styles.cell;
  const costOf = (widths: readonly number[]): number => {
    const inner = edgesOf(widths);
    const moved = widths.reduce((sum, width, i) => sum + Math.abs(width - (start[i] as number)), 0) / 2;
    const off = inner.reduce((sum, edge) => sum + distance(edge, edges), 0);
    const lengths = [0, ...inner, 100].map((percent) => (percent * total) / 100);
    const height = costOfBand(cells, { rows, edges: lengths, padX: setup.table.padX });
    return height + (MOVE * moved + NEAR_COST * off) * pitch;
  };
  return searchWidths(start, bounds, costOf);
}

/** How far an edge is from the nearest of the others; 0 where none is near. */
function distance(edge: number, others: readonly number[]): number {
  const nearest = others.reduce((least, other) => Math.min(least, Math.abs(edge - other)), NEAR);
  return nearest < NEAR ? nearest : 0;
}

/** The inner edges between columns, in percents. */
function edgesOf(columns: readonly number[]): number[] {
  let sum = 0;
  return columns.slice(0, -1).map((column) => {
    sum += column;
    return Math.round(sum * 100) / 100;
  });
}

const boundsOf = (wish: ColumnWish): Bounds =>
  typeof wish === 'number'
    ? { least: wish, most: wish }
    : { least: Math.max(wish.least, Math.min(LEAST, wish.most)), most: Math.min(wish.most, 100) };

/**
 * What each column asks for in the rough: the mean length of its texts, rounded to half an octave, so that only a change
 * of scale moves it.
 */
function weightsOf(cells: readonly CostedCell[], bounds: readonly Bounds[]): number[] {
  return bounds.map((_, x) => {
    const lengths = cells
      .filter((cell) => cell.x === x && cell.width === 1)
      .map(({ spec }) =>
        spec.paragraphs.reduce((sum, { runs }) => sum + runs.reduce((a, run) => a + run.text.length, 0), 0),
      );
    const mean = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length);
    return 2 ** (Math.round(Math.log2(Math.max(2, mean)) * 1.5) / 2);
  });
}

function impossible(band: BandSpec<ColumnWish>, { least, most }: Bounds): Diagnostic {
  const seen = least > 100 ? `最窄合起来也有 ${least}` : `最宽合起来只有 ${most}`;
  return diagnostic({
    code: 'G001',
    at: band.at,
    message: `这一段的栏宽${seen}，凑不成 100`,
    advice: least > 100 ? '减小写死的栏宽或下限。' : '加大写死的栏宽或上限，或让一栏写 auto。',
  });
}
