import type { EditedCell } from './edited/document.ts';
import { placeText } from './edited/document.ts';
import { shown } from './faults.ts';
import type { PrintedRow } from './printed/expect.ts';
import type { Model } from './printed/model.ts';
import type { Reading } from './reading/read.ts';
import { squeezed } from './text/blanks.ts';

/**
 * The first cell that the new YAML prints otherwise than it stands in the document; null: there is none. Rows are
 * compared one by one as they stand, not by what they were taken for; numbers and sums have been compared as numbers.
 */
export function firstDifference({ blocks }: Model, { rows }: Pick<Reading, 'rows'>): string | null {
  const printed = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  let next = 0;
  for (const { row, fit } of rows) {
    while (next < printed.length && !isLike(printed[next] as PrintedRow, fit.cells.length)) next += 1;
    const own = printed[next];
    next += 1;
    const wrong = own?.cells.findIndex(({ pattern }, i) => {
      const fitted = fit.cells[i];
      if (fitted === undefined || (fitted.kind === 'same' && fitted.cell.text === '')) return false;
      return !isNumber(pattern) && !sameText(fitted.cell, pattern.text);
    });
    if (own === undefined) return `${placeText(row.where)}多出来`;
    if (wrong !== undefined && wrong !== -1) {
      const cell = fit.cells[wrong]?.cell as EditedCell;
      return `${placeText(cell.where)}是“${shown(cell.text)}”，写回以后会印“${shown(own.cells[wrong]?.pattern.text ?? '')}”`;
    }
  }
  return null;
}

const isLike = ({ cells }: PrintedRow, count: number): boolean => cells.length === count;

const isNumber = ({ slots }: PrintedRow['cells'][number]['pattern']): boolean =>
  slots.some(({ spot }) => ['amount', 'count', 'year'].includes(spot.field?.kind ?? ''));

const digits = /[0-9０-９]+/g;

/** Numbers that the form counts follow by themselves. */
const sameText = ({ text }: EditedCell, printed: string): boolean =>
  squeezed(text) === squeezed(printed) || squeezed(text).replace(digits, '') === squeezed(printed).replace(digits, '');
