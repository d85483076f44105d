import { flatMap } from '../base/index.ts';
import type { TextItem } from '../layout/index.ts';
import type { MeasuredBlock, MeasuredDocument, MeasuredHeading } from '../measure/index.ts';
import type { Line } from '../text/index.ts';
import { tagParagraphs } from './paragraphs.ts';
import { type CellElements, tagTable } from './table.ts';
import type { Tag, TagTree } from './types.ts';

/** Of a table the elements of its cells, of other blocks those of their lines. */
type BlockElements = readonly CellElements[] | ReadonlyMap<Line, number>;

/** Names the parts of a document: its title, its lines of text, its tables with their rows and cells. */
export function tagDocument({ sections }: Pick<MeasuredDocument, 'sections'>): TagTree {
  const tags: Tag[] = [];
  const blocks = flatMap(sections, (section) => section.blocks.map((block) => tagBlock(block, tags)));
  const tagOf = ({ owner, repeat, line }: TextItem): number | null => {
    if (repeat || owner.kind === 'folio') return null;
    const block = blocks[owner.block];
    const found = owner.kind === 'cell' && isTable(block) ? block[owner.cell] : block;
    const element = found instanceof Map ? found.get(line) : found;
    if (typeof element !== 'number') throw new Error(`a text of block ${owner.block} belongs to no element`);
    return element;
  };
  return { tags, tagOf };
}

const isTable = (elements: BlockElements | undefined): elements is readonly CellElements[] => Array.isArray(elements);

function tagBlock(block: MeasuredBlock, tags: Tag[]): BlockElements {
  switch (block.kind) {
    case 'grid':
      return tagTable(block, tags);
    case 'heading':
      return block.role === 'title' ? tagTitle(block, tags) : tagParagraphs(block.paragraphs, -1, tags);
    case 'lines':
      return tagParagraphs(
        flatMap(block.cells, (cell) => cell.paragraphs),
        -1,
        tags,
      );
  }
}

/** A title is one heading, in however many lines it is set. */
function tagTitle({ paragraphs }: MeasuredHeading, tags: Tag[]): ReadonlyMap<Line, number> {
  const element = tags.push({ role: 'H1', parent: -1, cell: null }) - 1;
  return new Map(flatMap(paragraphs, ({ lines }) => lines.map((line) => [line, element])));
}
