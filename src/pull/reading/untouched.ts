import type { EditedBlock } from '../edited/document.ts';
import type { PrintedBlock } from '../printed/expect.ts';
import { piecesOf } from './blocks.ts';
import { isSameRow, saysTheSame } from './own.ts';

/** Whether a document says just what the record prints, block for block and cell for cell, and nothing that is no text. */
export function isUntouched(printed: readonly PrintedBlock[], edited: readonly EditedBlock[]): boolean {
  // A blank paragraph is nothing that a document has.
  const blocks = printed.filter(
    (block) => block.kind === 'table' || block.cells.some(({ text }) => text.trim() !== ''),
  );
  return blocks.length === edited.length && blocks.every((block, i) => isSameBlock(block, edited[i] as EditedBlock));
}

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
