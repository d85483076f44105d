import type { Columns } from './columns.ts';
import { type Manner, mannerOf } from './decide.ts';
import { type Habits, habitsOf } from './habits.ts';
import { type Repeated, repeatedRows } from './headers.ts';
import { type Turn, turnBetween } from './turn.ts';
import type { RuledPart } from './types.ts';

/** What is learned of a table from all its pages, and its page turns: the first is that from its first part to its second. */
export type Turns = { readonly habits: Habits; readonly manner: Manner; readonly turns: readonly Turn[] };

/**
 * Learns the habits of a table. Rows of data may happen to be equal to rows of the page before: those count as a header
 * printed again only if they stand at the top of the table, or if nothing in them is set as values are and labels are
 * printed again as well (what other programs do not do).
 */
export function turnsOf(parts: readonly RuledPart[], columns: Columns): Turns {
  const found = parts.slice(1).map((part, i) => repeatedRows(parts[i] as RuledPart, part, columns));
  const top = fromTop(found);
  const habits = habitsOf(parts, [0, ...found.map(({ count }) => count)]);
  const turnsWith = (counts: readonly number[]): Turn[] =>
    parts
      .slice(1)
      .map((part, i) => turnBetween(parts[i] as RuledPart, part, { columns, habits, headers: counts[i] ?? 0 }));

  const likely = found.map(({ count }, i) => {
    const part = parts[i + 1] as RuledPart;
    const holdsValue = part.cells.some((cell) => cell.y + cell.rows <= count && habits.roleOf(cell) === 'value');
    return holdsValue && !top[i] ? 0 : count;
  });
  const turns = turnsWith(likely);
  const manner = mannerOf(turns);
  if (manner.repeats || likely.every((count, i) => count === 0 || top[i])) return { habits, manner, turns };
  return { habits, manner, turns: turnsWith(likely.map((count, i) => (top[i] ? count : 0))) };
}

/** For each page turn whether what is printed again stands at the very top of the table. */
function fromTop(found: readonly Repeated[]): boolean[] {
  let all = true;
  return found.map(({ count, start }) => {
    all &&= count > 0 && start === 0;
    return all;
  });
}
