import type { ReadCell, ReadTable } from '../types.ts';
import type { WrittenCell, WrittenParagraph, WrittenRow } from './types.ts';

/** A cell in the making: `rows` grows while continuations are found below. */
type Draft = {
  x: number;
  columns: number;
  rows: number;
  paragraphs: readonly WrittenParagraph[];
  continuation: boolean;
  restarts: boolean;
};

/**
 * Works out which cells belong together. A `w:vMerge` continuation belongs to the merged cell above it that has the same
 * left and right edge (as Word does); one without such a cell stands for itself. `gridColumns` is the length of `w:tblGrid`.
 */
export function resolveMerges(rows: readonly WrittenRow[], gridColumns: number): ReadTable {
  let above: ReadonlyMap<number, Draft> = new Map();
  let columns = gridColumns;
  const drafts: Draft[][] = [];
  for (const row of rows) {
    const line: Draft[] = [];
    const merged = new Map<number, Draft>();
    let x = row.before;
    for (const cell of joinLegacy(row.cells)) {
      const draft = {
        x,
        columns: cell.span,
        rows: 1,
        paragraphs: cell.paragraphs,
        continuation: false,
        restarts: cell.vertical === 'restart',
      };
      const owner = cell.vertical === 'continue' ? above.get(x) : undefined;
      if (owner?.columns === cell.span) {
        owner.rows += 1;
        draft.continuation = true;
        merged.set(x, owner);
      } else if (cell.vertical !== 'none') {
        merged.set(x, draft);
      }
      line.push(draft);
      x += cell.span;
    }
    columns = Math.max(columns, x + row.after);
    above = merged;
    drafts.push(line);
  }
  return { kind: 'table', columns, rows: drafts.map((line) => line.map(finished)) };
}

/** Cells merged by `w:hMerge` as one cell with the sum of their spans; text in the hidden ones is kept. */
function joinLegacy(cells: readonly WrittenCell[]): readonly WrittenCell[] {
  const joined: (WrittenCell & { span: number; readonly paragraphs: WrittenParagraph[] })[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    if (cell.horizontal !== 'continue' || last === undefined || last.horizontal === 'none') {
      joined.push({ ...cell, paragraphs: [...cell.paragraphs] });
      continue;
    }
    last.span += cell.span;
    for (const one of cell.paragraphs) if (one.text !== '' || one.unread.length > 0) last.paragraphs.push(one);
  }
  return joined;
}

function finished({ x, columns, rows, paragraphs: written, continuation, restarts }: Draft): ReadCell {
  const paragraphs = written.map(({ text }) => text);
  const unread = [...new Set(written.flatMap((one) => one.unread))];
  return {
    x,
    columns,
    rows,
    text: paragraphs.join('\n'),
    paragraphs,
    continuation,
    ...(restarts ? { restarts } : {}),
    ...(unread.length === 0 ? {} : { unread }),
  };
}
