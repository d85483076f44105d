import type { Document } from '../base/index.ts';
import type { Paragraph } from '../form/index.ts';
import type { Grid } from '../grid/index.ts';
import type { MeasuredBlock } from '../measure/index.ts';
import { inked } from './ink.ts';
import type { Print, PrintedTable } from './types.ts';

/** What a document that is set prints. */
export const printOf = ({ sections }: Pick<Document<MeasuredBlock>, 'sections'>): Print =>
  joined(sections.flatMap(({ blocks }) => blocks.map(printedBlock)));

function printedBlock(block: MeasuredBlock): Print[number] {
  switch (block.kind) {
    case 'grid':
      return printedTable(block.grid);
    case 'heading':
      return { kind: 'text', text: textOf(block.paragraphs.map(({ source }) => source)) };
    case 'lines':
      return {
        kind: 'text',
        text: block.cells.map(({ paragraphs }) => textOf(paragraphs.map(({ source }) => source))).join('\n'),
      };
  }
}

const printedTable = ({ edges, rows, cells }: Grid): PrintedTable => ({
  kind: 'table',
  columns: edges.length - 1,
  rows,
  cells: cells.map(({ x, y, width, height, paragraphs }) => ({ x, y, width, height, text: textOf(paragraphs) })),
});

function textOf(paragraphs: readonly Paragraph[]): string {
  let all = '';
  paragraphs.forEach(({ runs }, i) => {
    if (i > 0) all += '\n';
    for (const { text } of runs) all += text;
  });
  return all;
}

/** One text for all that stands between two tables; where that is nothing, none. */
export function joined(blocks: Print): Print {
  const all: Print[number][] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (block.kind === 'table') all.push(block);
    else if (inked(block.text) === '') continue;
    else if (last?.kind === 'text') all[all.length - 1] = { kind: 'text', text: `${last.text}\n${block.text}` };
    else all.push(block);
  }
  return all;
}
