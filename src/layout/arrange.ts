import type { MeasuredBlock, MeasuredGrid, MeasuredHeading, MeasuredLines } from '../measure/index.ts';

/** A block with its number among all blocks of the document. */
export type Numbered<Block> = { readonly block: Block; readonly index: number };

/**
 * A table with the headings and lines that stand above it, and the lines below it up to the next heading or table, but for
 * those that shall be kept with the next one.
 */
export type Arrangement = {
  readonly lead: readonly Numbered<MeasuredHeading | MeasuredLines>[];
  readonly grid: Numbered<MeasuredGrid> | null;
  readonly tail: readonly Numbered<MeasuredLines>[];
};

/** The blocks of a section by the tables they belong to; what has no table below it comes last. */
export function arrange(blocks: readonly MeasuredBlock[], first: number): Arrangement[] {
  const all: Arrangement[] = [];
  let current: Arrangement = { lead: [], grid: null, tail: [] };
  blocks.forEach((block, i) => {
    const index = first + i;
    if (current.grid !== null && block.kind !== 'lines') {
      const own = current.tail.findLastIndex(({ block: { keep } }) => keep !== 'next') + 1;
      all.push({ ...current, tail: current.tail.slice(0, own) });
      current = { lead: current.tail.slice(own), grid: null, tail: [] };
    }
    if (block.kind === 'grid') current = { ...current, grid: { block, index } };
    else if (current.grid === null) current = { ...current, lead: [...current.lead, { block, index }] };
    else if (block.kind === 'lines') current = { ...current, tail: [...current.tail, { block, index }] };
  });
  return [...all, current];
}
