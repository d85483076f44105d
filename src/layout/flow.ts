import { flatMap, type Length, mpt, ZERO } from '../base/index.ts';
import type { MeasuredBlock, MeasuredDocument } from '../measure/index.ts';
import { planTable, type TableFlow } from './flow-table.ts';
import type { PagedDocument } from './types.ts';

/** How a block stands in a document that the reader lays out by himself. */
export type BlockFlow = {
  /** Whether a new page begins with it. */
  readonly newPage: boolean;
  /** Null for headings and lines. */
  readonly table: TableFlow | null;
};

/** For every block of a document, in order. */
export type FlowPlan = readonly BlockFlow[];

/**
 * What a flow document must say so that its reader, who repeats neither labels nor most headers, turns pages where the
 * pages given do. `extra` is how much higher his pages are, so that rounding never pushes a row away.
 */
export function planFlow(document: MeasuredDocument, paged: PagedDocument, extra: Length): FlowPlan {
  const tables = new Map(paged.tables.map((table) => [table.block, table]));
  let before = 0;
  let block = -1;
  return flatMap(document.sections, ({ blocks }) =>
    blocks.map((measured, i): BlockFlow => {
      block += 1;
      const pages = paged.blocks.get(block);
      const newPage = i > 0 && pages !== undefined && pages.first > before;
      before = pages?.last ?? before;
      const table = tables.get(block);
      if (measured.kind !== 'grid') return { newPage, table: null };
      const tail = tailBelow(blocks, i, (below) => (paged.blocks.get(block - i + below)?.first ?? before) <= before);
      return { newPage, table: planTable(measured, table?.pages ?? [], { extra, tail }) };
    }),
  );
}

/** The height of the lines below a table that stand on the page where it ends; those without ink stand anywhere. */
function tailBelow(blocks: readonly MeasuredBlock[], table: number, isOnPage: (block: number) => boolean): Length {
  let tail = ZERO;
  for (let i = table + 1; i < blocks.length; i += 1) {
    const block = blocks[i] as MeasuredBlock;
    if (block.kind !== 'lines' || !isOnPage(i)) break;
    tail = mpt(tail + block.height);
  }
  return tail;
}
