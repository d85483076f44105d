import type { EditedBlock, EditedCell, EditedRow } from '../edited/document.ts';
import type { PrintedBlock, PrintedLine } from '../printed/expect.ts';
import type { Token } from '../printed/pattern.ts';
import { bindCell, boundsOf, type CellReading } from './bind.ts';
import { ownReading } from './own.ts';
import { splitUnits } from './split.ts';

/** Blocks of the form with what they are in a document; null on one side: the other does not have it. */
export type BlockPair = { readonly printed: PrintedBlock | null; readonly edited: EditedBlock | null };

const COST = { changed: 3, missing: 2, added: 2, noTable: 10, strangeTable: 5 } as const;

/** Finds the headings, lines and tables of a form again in a document. */
export function pairBlocks(printed: readonly PrintedBlock[], found: readonly EditedBlock[]): readonly BlockPair[] {
  const edited = joinTables(printed, found);
  const width = edited.length + 1;
  const cost = new Float64Array((printed.length + 1) * width);
  const costs = (i: number, j: number): readonly [pair: number, missing: number, added: number] => {
    const [one, other] = [printed[i], edited[j]];
    const at = i * width + j;
    return [
      one && other ? pairCost(one, other) + (cost[at + width + 1] as number) : Number.POSITIVE_INFINITY,
      one ? missingCost(one) + (cost[at + width] as number) : Number.POSITIVE_INFINITY,
      other ? addedCost(other) + (cost[at + 1] as number) : Number.POSITIVE_INFINITY,
    ];
  };
  for (let i = printed.length; i >= 0; i -= 1)
    for (let j = edited.length; j >= 0; j -= 1)
      cost[i * width + j] = i === printed.length && j === edited.length ? 0 : Math.min(...costs(i, j));
  const pairs: BlockPair[] = [];
  for (let i = 0, j = 0; i < printed.length || j < edited.length; ) {
    const [pair, missing] = costs(i, j);
    const here = cost[i * width + j];
    if (pair === here) pairs.push({ printed: printed[i++] as PrintedBlock, edited: edited[j++] as EditedBlock });
    else if (missing === here) pairs.push({ printed: printed[i++] as PrintedBlock, edited: null });
    else pairs.push({ printed: null, edited: edited[j++] as EditedBlock });
  }
  return pairs;
}

/** A form's only table may have been split in two. */
function joinTables(printed: readonly PrintedBlock[], found: readonly EditedBlock[]): readonly EditedBlock[] {
  if (printed.filter(({ kind }) => kind === 'table').length !== 1) return found;
  const lines = printed.filter((block) => block.kind === 'line');
  const isPart = (block: EditedBlock): boolean =>
    block.kind === 'table' && !lines.some((line) => pairCost(line, block) === 0);
  const parts = found.filter(isPart);
  const rows: EditedRow[] = parts.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  return found.flatMap((block): readonly EditedBlock[] => {
    if (!isPart(block)) return [block];
    return block === parts[0] ? [{ kind: 'table', rows }] : [];
  });
}

function pairCost(printed: PrintedBlock, edited: EditedBlock): number {
  if (printed.kind === 'table') return edited.kind === 'table' ? 0 : Number.POSITIVE_INFINITY;
  if (bindLine(printed, edited) !== null) return 0;
  return edited.kind === 'line' ? COST.changed : Number.POSITIVE_INFINITY;
}

const missingCost = (block: PrintedBlock): number => {
  if (block.kind === 'table') return COST.noTable;
  return block.cells.every(({ text }) => text === '') ? 0 : COST.missing;
};

const addedCost = ({ kind }: EditedBlock): number => (kind === 'table' ? COST.strangeTable : COST.added);

/** What stands in the cells of a line; null where its fixed words are not in it. */
export function bindLine(line: PrintedLine, edited: EditedBlock): CellReading | null {
  const pieces = piecesOf(line, edited);
  if (pieces === null) return null;
  const cells = bindCells(line, pieces);
  if (edited.kind === 'table') return cells;
  const { text, where, unread } = edited;
  return cells ?? bindWhole(line, { text, where, rows: 1, restarts: false, unread });
}

/** The cells of a line: a table of one row, or what tabs part; null for a table of more. */
export function piecesOf({ cells, leadingTab }: PrintedLine, edited: EditedBlock): readonly EditedCell[] | null {
  if (edited.kind === 'line')
    return leadingTab && edited.pieces.length === cells.length + 1 ? edited.pieces.slice(1) : edited.pieces;
  const [row, second] = edited.rows;
  return row === undefined || second !== undefined ? null : row.cells.map(({ cell }) => cell);
}

function bindCells({ cells }: PrintedLine, pieces: readonly EditedCell[]): CellReading | null {
  if (cells.length !== pieces.length) return null;
  const readings = cells.map((pattern, i) => {
    const piece = pieces[i] as EditedCell;
    return ownReading(pattern, piece) ?? bindCell(pattern, piece);
  });
  return readings.includes(null)
    ? null
    : { bounds: readings.flatMap((one) => one?.bounds ?? []), lists: readings.flatMap((one) => one?.lists ?? []) };
}

/** Tabs may have become blanks: then only the fixed words part the cells. */
function bindWhole({ cells }: PrintedLine, cell: EditedCell): CellReading | null {
  if (cells.length < 2) return null;
  const unit = cells.flatMap(({ parts }): readonly Token[] => [
    { kind: 'literal', text: ' ' },
    ...parts.flatMap(({ units }) => units.flat()),
  ]);
  const split = splitUnits([unit], cell.text);
  if (split === null) return null;
  const slots = unit.filter((token) => token.kind === 'slot');
  return { bounds: boundsOf(slots, split, cell), lists: [] };
}
