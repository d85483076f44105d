import { dealtOf } from '../boxes.ts';
import { THINNEST } from '../double.ts';
import type { Region } from '../regions.ts';
import type { PdfGlyph, PdfPage } from '../types.ts';
import { cellLines } from './cell-lines.ts';
import { clustersOf } from './clusters.ts';
import { faceOf } from './faces.ts';
import type { RuledCell, RuledPart } from './types.ts';

/** The tables of a page from top to bottom, and the glyphs outside them. */
export type PageTables = { readonly parts: readonly RuledPart[]; readonly loose: readonly PdfGlyph[] };

/** Finds the cells of a page and puts those that touch together. A region that is no rectangle is a frame, not a cell. */
export function tablesOn(page: PdfPage, number: number): PageTables {
  const { xs, ys, regions, inside, loose } = dealtOf(page);
  const isCell = ({ left, right, top, bottom, solid }: Region): boolean =>
    solid && (xs[right] ?? 0) - (xs[left] ?? 0) > THINNEST && (ys[bottom] ?? 0) - (ys[top] ?? 0) > THINNEST;
  const cells = regions.flatMap((region, i) => (isCell(region) ? [{ region, glyphs: inside[i] ?? [] }] : []));
  const stray = regions.flatMap((region, i) => (isCell(region) ? [] : (inside[i] ?? [])));
  const parts = clustersOf(cells.map(({ region }) => region)).map((members) =>
    partOf(
      members.map((i) => cells[i] as Placed),
      { xs, ys, number },
    ),
  );
  const outside = stray.length === 0 ? loose : [...loose, ...stray];
  return { parts: parts.toSorted((a, b) => a.top - b.top || a.left - b.left), loose: outside };
}

type Placed = { readonly region: Region; readonly glyphs: readonly PdfGlyph[] };

type Lines = { readonly xs: readonly number[]; readonly ys: readonly number[]; readonly number: number };

function partOf(placed: readonly Placed[], { xs, ys, number }: Lines): RuledPart {
  const columnAt = ranks(placed.flatMap(({ region: { left, right } }) => [left, right]));
  const rowAt = ranks(placed.flatMap(({ region: { top, bottom } }) => [top, bottom]));
  const across = [...columnAt.keys()].map((line) => xs[line] ?? 0);
  const down = [...rowAt.keys()].map((line) => ys[line] ?? 0);
  const left = across[0] ?? 0;
  const cells = placed.map(({ region, glyphs }): RuledCell => {
    const [x, y] = [columnAt.get(region.left) ?? 0, rowAt.get(region.top) ?? 0];
    const corner = { x: xs[region.left] ?? 0, y: ys[region.top] ?? 0 };
    const lines = cellLines(glyphs, corner);
    return {
      x,
      y,
      columns: (columnAt.get(region.right) ?? 0) - x,
      rows: (rowAt.get(region.bottom) ?? 0) - y,
      width: (xs[region.right] ?? 0) - corner.x,
      height: (ys[region.bottom] ?? 0) - corner.y,
      lines,
      text: lines.map(({ text }) => text).join(''),
      face: faceOf(glyphs),
    };
  });
  return {
    page: number,
    top: down[0] ?? 0,
    bottom: down.at(-1) ?? 0,
    left,
    edges: across.map((edge) => edge - left),
    rows: down.length - 1,
    cells: cells.toSorted((a, b) => a.y - b.y || a.x - b.x),
  };
}

/** The different numbers in growing order, each with its place among them. */
const ranks = (values: readonly number[]): ReadonlyMap<number, number> =>
  new Map([...new Set(values)].sort((a, b) => a - b).map((value, rank) => [value, rank]));
