import type { Columns } from './columns.ts';
import { type Flow, flowOf } from './flow.ts';
import type { Habits } from './habits.ts';
import { againSuffix, type Suffix } from './suffix.ts';
import type { RuledCell, RuledPart } from './types.ts';

/** A cell at the foot of a page and one below the repeated headers of the next that stand in the same columns. */
export type Pair = { readonly above: RuledCell; readonly below: RuledCell; readonly relation: Relation };

/**
 * What ink tells of a pair: `again` the same text is printed again (`suffix` says that it goes on), `void` the text ended
 * above and nothing stands below, `blank` neither holds text, `fresh` another text begins below, `flow` texts differ.
 */
export type Relation =
  | { readonly kind: 'again'; readonly suffix: Suffix }
  | { readonly kind: 'void' | 'blank' | 'fresh' }
  | { readonly kind: 'flow'; readonly flow: Flow };

/** A page turn inside a table, before anything is decided. */
export type Turn = {
  /** How many rows at the top of the next page are headers printed again. */
  readonly headers: number;
  /** From left to right. */
  readonly pairs: readonly Pair[];
  /** Whether every cell at the foot and at the head is one of a pair. */
  readonly matched: boolean;
};

/** What is known of a table, and how many rows at the top of the next page are printed again. */
export type Known = { readonly columns: Columns; readonly habits: Habits; readonly headers: number };

/** Looks at the turn from one part of a table to the next. */
export function turnBetween(last: RuledPart, next: RuledPart, { columns, habits, headers }: Known): Turn {
  const feet = last.cells.filter(({ y, rows }) => y + rows === last.rows);
  const heads = next.cells.filter(({ y, rows }) => y <= headers && y + rows > headers);
  const keyOf = columnsKey(columns);
  const headAt = new Map(heads.map((cell) => [keyOf(next, cell), cell]));
  const pairs = feet.flatMap((above): Pair[] => {
    const below = headAt.get(keyOf(last, above));
    return below === undefined ? [] : [{ above, below, relation: relationOf(above, below, habits) }];
  });
  const matched = pairs.length === feet.length && pairs.length === heads.length;
  return { headers, pairs: pairs.toSorted((a, b) => a.above.x - b.above.x), matched };
}

/** The columns of the whole table that a cell covers, as a key. */
export const columnsKey =
  (columns: Columns) =>
  ({ edges }: RuledPart, { x, columns: count }: RuledCell): string =>
    `${columns.at(edges[x] ?? 0)} ${columns.at(edges[x + count] ?? 0)}`;

/** A cell holds one amount; two of them, one above the other, were no text that went on. */
const AMOUNT = /^[-−+]?\d[\d,]*\.\d+$/u;

function relationOf(above: RuledCell, below: RuledCell, habits: Habits): Relation {
  if (below.text === '') return { kind: above.text === '' ? 'blank' : 'void' };
  if (above.text === '') return { kind: 'fresh' };
  const suffix = againSuffix(above, below);
  if (suffix !== null) return { kind: 'again', suffix };
  if (AMOUNT.test(above.text) && AMOUNT.test(below.text)) return { kind: 'fresh' };
  return { kind: 'flow', flow: flowOf(above, below, habits) };
}
