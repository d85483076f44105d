import type { GroupField } from '../../blueprint/index.ts';
import type { Paragraph } from '../../form/index.ts';
import type { Grid, GridDocument } from '../../grid/index.ts';
import { isWithin, type Spot, spotOf } from './spots.ts';

/** How a form prints the items of its lists, told from some of its printings. */
export type Uses = {
  /** Lists whose items stand beside each other, in several tables or outside any, or in two parts of one table. */
  readonly frozen: ReadonlySet<string>;
  /** Lists whose items are paragraphs of one cell. */
  readonly repeated: ReadonlySet<string>;
};

const none: ReadonlySet<string> = new Set();

/** Looks through the printings of a form for how items stand to each other. */
export function usesOf(printings: readonly GridDocument[], root: GroupField): Uses {
  const frozen = new Set<string>();
  const inCells = new Set<string>();
  const spotsIn = (paragraphs: readonly Paragraph[]): readonly Spot[] =>
    paragraphs.flatMap(({ runs }) =>
      runs.flatMap(({ origin }) => ('path' in origin ? (spotOf(origin.path, root, none) ?? []) : [])),
    );
  for (const { sections } of printings) {
    const tables: Rows[] = [];
    for (const block of sections.flatMap(({ blocks }) => blocks)) {
      if (block.kind === 'grid') tables.push(rowsOf(block, spotsIn));
      else {
        const paragraphs = block.kind === 'heading' ? block.paragraphs : block.cells.flatMap((cell) => cell.paragraphs);
        for (const level of levelsOf(spotsIn(paragraphs))) frozen.add(level);
      }
    }
    for (const rows of tables) for (const row of rows) noteRow(row, { frozen, inCells });
    for (const level of parted(tables)) frozen.add(level);
  }
  const repeated = [...inCells].filter(
    (level) => !frozen.has(level) && ![...inCells].some((other) => isWithin(level, other)),
  );
  for (const level of inCells) if (!repeated.includes(level)) frozen.add(level);
  return { frozen, repeated: new Set(repeated) };
}

/** For each row of a table, for each cell that covers it, the spots in it. */
type Rows = readonly (readonly (readonly Spot[])[])[];

function rowsOf({ cells, slots }: Grid, spotsIn: (paragraphs: readonly Paragraph[]) => readonly Spot[]): Rows {
  const spots = cells.map(({ paragraphs }) => spotsIn(paragraphs));
  return slots.map((owners) => [...new Set(owners)].map((id) => spots[id] ?? []));
}

const levelsOf = (spots: readonly Spot[]): ReadonlySet<string> => new Set(spots.flatMap(({ levels }) => levels));

const holdersOf = (spots: readonly Spot[], level: string): ReadonlySet<string> =>
  new Set(
    spots.flatMap(({ levels, holders }) => levels.flatMap((one, i) => (one === level ? [holders[i] as string] : []))),
  );

type Notes = { readonly frozen: Set<string>; readonly inCells: Set<string> };

/** Items side by side in a row are paragraphs of one cell, or they are as many as there are. */
function noteRow(row: readonly (readonly Spot[])[], { frozen, inCells }: Notes): void {
  for (const level of levelsOf(row.flat())) {
    if (holdersOf(row.flat(), level).size < 2) continue;
    const cells = row.filter((cell) => holdersOf(cell, level).size > 0);
    (cells.length === 1 ? inCells : frozen).add(level);
  }
}

/** The outermost levels whose rows do not all stand together in one table. */
function parted(tables: readonly Rows[]): ReadonlySet<string> {
  const left = new Set<string>();
  const found = new Set<string>();
  for (const rows of tables) {
    let home: string | undefined;
    for (const row of [...rows, []]) {
      const next = row.flat().find(({ levels }) => levels.length > 0)?.levels[0];
      if (next === home) continue;
      if (home !== undefined) left.add(home);
      if (next !== undefined && left.has(next)) found.add(next);
      home = next;
    }
  }
  return found;
}
