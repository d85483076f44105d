import { mpt, type Origin, pt } from '../base/index.ts';
import type { CellBox, Ground, Page, TextItem } from '../layout/index.ts';
import type { MeasuredDocument } from '../measure/index.ts';
import type { Mark, Marks } from './marks.ts';
import { joinReaches, type Reach, withoutReaches } from './reaches.ts';
import { type Underlined, underlines } from './underlines.ts';

/** The ground of a changed cell: light enough for a copier to keep the text clear. */
const GREY = 0.86;
/** The bar in the margin: how far from the table, how wide, and the dashes of a row that moved. */
const AWAY = pt(5);
const BAR = pt(2);
const DASH = pt(4);
/** How far a line of text reaches above and below its baseline, in parts of its size. */
const ABOVE = 1;
const BELOW = 0.4;

/** How a cell is marked: `lines` only in the lines that changed. */
type CellMark = Mark | 'lines';

/** The same pages with marks under what changed; nothing else is any different. */
export function markPages(
  pages: readonly Page[],
  measured: Pick<MeasuredDocument, 'sections'>,
  marks: Marks,
): readonly Page[] {
  const cells = cellMarks(measured, marks);
  const underlined = underlines(marks);
  return pages.map((page) => {
    const boxes = (wanted: CellMark): readonly CellBox[] =>
      page.boxes.filter(({ block, cell }) => cells[block]?.[cell] === wanted);
    const changed = boxes('changed');
    const lines = underlined(page.texts);
    const stripes = stripesIn(boxes('lines'), lines);
    const outside = lines.filter(({ item }) => item.owner.kind === 'block').map(({ item }) => item);
    const solid = joinReaches([...[...changed, ...stripes].map(reachOfBox), ...outside.map(reachOfLine)]);
    const dashed = withoutReaches(joinReaches(boxes('moved').map(reachOfBox)), solid);
    const left = leftOf(page, outside);
    const grounds = [
      ...[...changed, ...stripes].map(groundOf),
      ...solid.map((reach) => bar(left, reach)),
      ...dashed.flatMap((reach) => dashes(left, reach)),
      ...lines.flatMap(({ strokes }) => strokes),
    ];
    // A page may hold its parts as getters, which a spread would lose.
    const { width, height, texts, rules } = page;
    return grounds.length === 0 ? page : { width, height, texts, rules, boxes: page.boxes, grounds };
  });
}

/** The marks of all cells, by block and number. */
const cellMarks = ({ sections }: Pick<MeasuredDocument, 'sections'>, marks: Marks): (CellMark | null)[][] =>
  sections
    .flatMap(({ blocks }) => blocks)
    .map((block) =>
      block.kind === 'grid'
        ? block.grid.cells.map(({ paragraphs }) =>
            markOfRuns(
              paragraphs.flatMap(({ runs }) => runs),
              marks,
            ),
          )
        : [],
    );

function markOfRuns(runs: readonly { readonly origin: Origin }[], marks: Marks): CellMark | null {
  const found = runs.map(({ origin }) => {
    const mark = 'path' in origin ? marks.markOf(origin.path) : null;
    return mark === 'changed' && 'path' in origin && marks.stretchesOf(origin.path) !== null ? 'lines' : mark;
  });
  return (['changed', 'lines', 'moved'] as const).find((mark) => found.includes(mark)) ?? null;
}

type Area = Pick<CellBox, 'x' | 'y' | 'width' | 'height'>;

/** The lines that changed in cells, as wide as their cells. */
function stripesIn(boxes: readonly CellBox[], lines: readonly Underlined[]): readonly Area[] {
  const byCell = new Map(boxes.map((box) => [`${box.block} ${box.cell}`, box]));
  return lines.flatMap(({ item }) => {
    const box = item.owner.kind === 'cell' ? byCell.get(`${item.owner.block} ${item.owner.cell}`) : undefined;
    if (box === undefined) return [];
    const { top, bottom } = reachOfLine(item);
    const y = Math.max(top, box.y);
    const end = Math.min(bottom, box.y + box.height);
    return [{ x: box.x, width: box.width, y: mpt(y), height: mpt(end - y) }];
  });
}

const groundOf = ({ x, y, width, height }: Area): Ground => ({ kind: 'ground', x, y, width, height, grey: GREY });

const reachOfBox = ({ y, height }: Area): Reach => ({ top: y, bottom: y + height });

const reachOfLine = ({ y, line }: TextItem): Reach => {
  const size = Math.max(...line.fragments.map((fragment) => fragment.size));
  return { top: y - ABOVE * size, bottom: y + BELOW * size };
};

/** Left of all tables, where a bar stands; of the marked text on a page without one. */
function leftOf({ boxes }: Page, outside: readonly TextItem[]): number {
  const left = Math.min(...(boxes.length > 0 ? boxes : outside).map(({ x }) => x));
  return Math.max(left - AWAY - BAR, 0);
}

const bar = (left: number, { top, bottom }: Reach): Ground => ({
  kind: 'ground',
  x: mpt(left),
  y: mpt(top),
  width: BAR,
  height: mpt(bottom - top),
  grey: 0,
});

function dashes(left: number, { top, bottom }: Reach): readonly Ground[] {
  const found: Ground[] = [];
  for (let at = top; at < bottom; at += 2 * DASH)
    found.push(bar(left, { top: at, bottom: Math.min(at + DASH, bottom) }));
  return found;
}
