import { type Length, mpt } from '../base/index.ts';
import type { CellId, GridCell } from '../grid/index.ts';
import { type Frame, isAgain, textOf } from './frame.ts';
import { type GridPage, portionOfSlot } from './grid-page.ts';
import { slotsOn } from './heights.ts';
import { linesHeight, stretchesOf } from './line-heights.ts';
import type { Portion } from './pieces.ts';
import { placeLines } from './place-lines.ts';
import type { Placement } from './placed-page.ts';
import { addRules } from './rules.ts';
import type { CellBox, TextItem } from './types.ts';

/** What stands of one cell on a page. */
type Part = {
  readonly cell: CellId;
  readonly first: number;
  readonly last: number;
  readonly portion: Portion;
  readonly repeat: boolean;
  readonly corner: boolean;
};

/** Puts the cells of a grid page on the sheet, `x` and `y` being the table's top left corner, and the rules around them. */
export function placeGrid(
  frame: Frame,
  page: GridPage,
  { x, y, block }: { readonly x: Length; readonly y: Length; readonly block: number },
  on: Placement,
): void {
  const { grid, table } = frame.source;
  const tops: number[] = [y];
  for (const height of page.heights) tops.push((tops.at(-1) as number) + height);
  const boxes: CellBox[] = [];
  for (const part of partsOf(frame, page)) {
    const cell = grid.cells[part.cell] as GridCell;
    const left = grid.edges[cell.x] as number;
    const box: CellBox = {
      block,
      cell: part.corner ? -1 : part.cell,
      x: mpt(x + left),
      y: mpt(tops[part.first] as number),
      width: mpt((grid.edges[cell.x + cell.width] as number) - left),
      height: mpt((tops[part.last + 1] as number) - (tops[part.first] as number)),
      repeat: part.repeat,
    };
    boxes.push(box);
    on.boxes.push(box);
    if (!part.corner) placeText(frame, part, box, on.texts);
  }
  addRules(boxes, table.rule, on.rules);
}

/** All cells that reach the page, in reading order. */
function partsOf(frame: Frame, page: GridPage): Part[] {
  const parts: Part[] = [];
  page.pieces.forEach(({ portions, repeat }, i) => {
    for (const [cell, portion] of portions) {
      const again = repeat || isAgain(frame, cell, page.done);
      parts.push({ cell, first: i, last: i, portion, repeat: again, corner: false });
    }
  });
  for (const { cell, first, last, corner } of slotsOn(frame, page.pieces)) {
    const repeat = page.pieces[last]?.repeat === true || isAgain(frame, cell, page.done);
    parts.push({ cell, first, last, portion: portionOfSlot(frame, cell, { page, first, last }), repeat, corner });
  }
  return parts.toSorted((a, b) => a.cell - b.cell);
}

function placeText(frame: Frame, { cell, portion, repeat }: Part, box: CellBox, texts: TextItem[]): void {
  const measured = frame.source.cells[cell];
  const place = frame.source.grid.cells[cell];
  if (!measured || !place) return;
  const { padX, padY } = frame.source.table;
  const { from, to, again } = portion;
  const text = textOf(frame, cell, again);
  const slack = box.height - 2 * padY - linesHeight(text, from, to);
  const whole = to - from === text.lines.length;
  const shift = !whole || place.valign === 'top' ? 0 : place.valign === 'middle' ? slack / 2 : slack;
  const owner = { kind: 'cell', block: box.block, cell } as const;
  const { align, style, left, beyond } = measured;
  const x = mpt(box.x + padX + left - beyond);
  const width = mpt(box.width - left - 2 * (padX - beyond));
  for (const { lines, top } of stretchesOf(text, from, to)) {
    placeLines(lines, { x, top: mpt(box.y + padY + shift + top), width, align, style, owner, repeat }, texts);
  }
}
