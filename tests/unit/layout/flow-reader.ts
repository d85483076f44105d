import { pt, sum } from '../../../src/base/index.ts';
import { type RowText, rowTexts } from '../../../src/layout/flow-rows.ts';
import { planFlow, type TableFlow } from '../../../src/layout/index.ts';
import type { SetForm } from '../../support/set-form.ts';

/** How much higher the pages of the reader are. */
export const EXTRA = pt(3);

/** At least so many lines of a row stay on either side of a page turn. */
const APART = 2;

export const tableOf = ({ measured, paged, block }: SetForm): TableFlow => {
  const table = planFlow(measured, paged, EXTRA)[block]?.table;
  if (table == null) throw new Error('a plan without a table');
  return table;
};

export const pagesOf = ({ paged, block }: SetForm) => paged.tables.find((table) => table.block === block)?.pages ?? [];

export const isBroken = (set: SetForm): boolean => pagesOf(set).some(({ pieces }) => pieces.some(({ last }) => !last));

/** The height of the lines below the table. */
export function tailOf({ measured, block }: SetForm): number {
  const below = measured.sections[0]?.blocks.slice(block + 1) ?? [];
  const end = below.findIndex(({ kind }) => kind !== 'lines');
  const lines = below.slice(0, end === -1 ? undefined : end);
  return lines.reduce((all, one) => all + (one.kind === 'lines' ? one.height : 0), 0);
}

/** Where a page begins: with a row, or inside it. */
export type Start = { readonly row: number; readonly inside: boolean };

/** Where the pages begin as they are laid out. */
export function laidOutStarts(set: SetForm): Start[] {
  let open: number | undefined;
  return pagesOf(set).map(({ pieces }) => {
    const own = pieces.filter(({ repeat }) => !repeat);
    const row = own[0]?.row ?? 0;
    const inside = row === open;
    const last = own.at(-1);
    open = last?.last === false ? last.row : undefined;
    return { row, inside };
  });
}

/**
 * Where the pages of a reader begin who repeats no label and no inner header, takes rows as long as they fit and kept
 * ones only together, and parts rows that may be parted at a line.
 */
export function readerStarts(set: SetForm): Start[] {
  const { rows, repeated } = tableOf(set);
  const texts = rowTexts(set.grid);
  const rooms = pagesOf(set).map(({ room }) => room - set.grid.table.rule + EXTRA);
  const heads = sum(rows.slice(0, repeated).map(({ height }) => height));
  const starts: Start[] = [{ row: 0, inside: false }];
  let used = 0;
  const left = (): number => (rooms[starts.length - 1] ?? rooms.at(-1) ?? 0) - used;
  const turn = (start: Start): void => {
    starts.push(start);
    used = heads;
  };
  const heightOf = (row: number): number => {
    const { height, below } = rows[row] as TableFlow['rows'][number];
    return height > 0 ? height : (texts[row] as RowText).need + below;
  };
  const setParted = (row: number): void => {
    const { pitch, padding } = texts[row] as RowText;
    let rest = heightOf(row);
    let inside = false;
    while (rest > left()) {
      const lines = Math.round((rest - padding) / pitch);
      const fitting = Math.min(Math.floor((left() - padding) / pitch), lines - APART);
      if (fitting >= APART) {
        rest -= fitting * pitch;
        inside = true;
      } else if (used === heads) break;
      turn({ row, inside });
    }
    used += rest;
  };
  for (let row = 0; row < rows.length; ) {
    let end = row;
    while (rows[end]?.keepNext === true) end += 1;
    if (end === row && rows[row]?.splits) {
      setParted(row);
    } else {
      const together = rows.slice(row, end + 1).map((_, i) => heightOf(row + i));
      const height = together.reduce((all, one) => all + one, 0) + (end === rows.length ? tailOf(set) : 0);
      if (used > 0 && height > left()) turn({ row, inside: false });
      used += height;
    }
    row = end + 1;
  }
  return starts;
}
