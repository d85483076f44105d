import type { Path, Span } from '../../base/index.ts';
import type { GroupField } from '../../blueprint/index.ts';
import type { CellSpec } from '../../form/index.ts';
import type { Grid, GridDocument } from '../../grid/index.ts';
import { type Pattern, patternOf, type Sight, unitsOf } from './pattern.ts';
import { spotOf } from './spots.ts';
import type { Uses } from './uses.ts';

/** A row of a table as the YAML prints it: all cells that cover it, from left to right. */
export type PrintedRow = {
  readonly cells: readonly PrintedCell[];
  /** The same for rows of one kind. */
  readonly key: string;
  /** The level of its outermost item; null: it stands in the table once. */
  readonly home: string | null;
};

export type PrintedCell = {
  readonly pattern: Pattern;
  /** Whether the cell begins in this row. */
  readonly begins: boolean;
};

/** A paragraph of a heading, or the cells of a line above or below a table. */
export type PrintedLine = { readonly kind: 'line'; readonly cells: readonly Pattern[]; readonly leadingTab: boolean };
export type PrintedTable = { readonly kind: 'table'; readonly rows: readonly PrintedRow[] };
export type PrintedBlock = PrintedLine | PrintedTable;

/** What a reader needs to know of the record whose form was printed. */
export type PrintedFrom = {
  readonly root: GroupField;
  readonly uses: Uses;
  readonly textAt: (path: Path) => string;
};

/** The blocks of a printed form as they are looked for in a document. */
export function printedBlocks(
  { sections }: GridDocument,
  { root, uses, textAt }: PrintedFrom,
): readonly PrintedBlock[] {
  const sight: Sight = { spotOf: (path) => spotOf(path, root, uses.frozen), textAt };
  const lineOf = (cells: readonly Pick<CellSpec, 'paragraphs' | 'at'>[], leadingTab: boolean): PrintedLine => ({
    kind: 'line',
    cells: cells.map(({ paragraphs, at }) => wordsOf(unitsOf(paragraphs, sight), at, uses, false)),
    leadingTab,
  });
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block): readonly PrintedBlock[] => {
      if (block.kind === 'grid') return [tableOf(block, sight, uses)];
      if (block.kind === 'lines') {
        const align = block.cells[0]?.align;
        return [lineOf(block.cells, align === 'center' || align === 'right')];
      }
      return block.paragraphs.map((paragraph) => lineOf([{ paragraphs: [paragraph], at: block.at }], false));
    });
}

const wordsOf = (units: ReturnType<typeof unitsOf>, at: Span, { repeated }: Uses, isLabel: boolean): Pattern =>
  patternOf(units, { isLabel, at, repeated });

function tableOf({ cells, slots }: Grid, sight: Sight, uses: Uses): PrintedTable {
  const patterns = cells.map(({ paragraphs, at, role }) =>
    wordsOf(unitsOf(paragraphs, sight), at, uses, role === 'label'),
  );
  const rows = slots.map((owners, y): PrintedRow => {
    const ids = [...new Set(owners)];
    const own = ids.map((id) => ({ pattern: patterns[id] as Pattern, begins: cells[id]?.y === y }));
    const levels = own.flatMap(({ pattern }) => pattern.slots.flatMap(({ spot }) => spot.levels));
    return {
      cells: own,
      key: own.map(({ pattern }) => pattern.key).join('\u0006'),
      home: levels.find((level) => !uses.repeated.has(level)) ?? null,
    };
  });
  return { kind: 'table', rows };
}
