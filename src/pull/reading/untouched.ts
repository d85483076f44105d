import type { EditedBlock, EditedRow } from '../edited/document.ts';
import type { PrintedBlock } from '../printed/expect.ts';
import { asReadBack } from '../text/blanks.ts';
import { piecesOf } from './blocks.ts';
import { isSameRow, saysTheSame } from './own.ts';

/** Whether a document says just what the record prints, block for block and cell for cell, and nothing that is no text. */
export function isUntouched(printed: readonly PrintedBlock[], edited: readonly EditedBlock[]): boolean {
  // An empty paragraph is nothing that a document has; lines of several cells or paragraphs stand in it as a table.
  const own = printed.filter(
    (block) => block.kind === 'table' || block.cells.some(({ text }) => asReadBack(text) !== ''),
  );
  const here = edited.filter((block) => block.kind === 'line' || !isEmpty(block.rows));
  return own.length === here.length && own.every((block, i) => isSameBlock(block, here[i] as EditedBlock));
}

/** Whether a table is one row that holds nothing. */
const isEmpty = ([row, second]: readonly EditedRow[]): boolean =>
  second === undefined && row?.cells.every(({ cell }) => cell.text === '' && cell.unread.length === 0) === true;

function isSameBlock(printed: PrintedBlock, edited: EditedBlock): boolean {
  if (printed.kind === 'table')
    return (
      edited.kind === 'table' &&
      edited.rows.length === printed.rows.length &&
      edited.rows.every((row, y) => {
        const own = printed.rows[y];
        return own !== undefined && isSameRow(row, own) && row.cells.every(({ cell }) => cell.unread.length === 0);
      })
    );
  const pieces = piecesOf(printed, edited);
  return (
    pieces?.length === printed.cells.length &&
    printed.cells.every((pattern, i) => {
      const piece = pieces[i];
      return piece !== undefined && saysTheSame(pattern, piece) && piece.unread.length === 0;
    })
  );
}
