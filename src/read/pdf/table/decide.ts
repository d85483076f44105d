import type { Habits } from './habits.ts';
import { hasWord, type Suffix } from './suffix.ts';
import type { Pair, Turn } from './turn.ts';

/** What was decided of a page turn: the pairs that are one cell, and whether the page turned inside a row. */
export type Decision = { readonly joined: readonly Pair[]; readonly broken: boolean };

/** How a table treats labels at a page turn, as its turns together show. */
export type Manner = {
  /** Whether labels are printed again (we do), or leave an empty cell (LibreOffice and Word do). */
  readonly repeats: boolean;
  /** What is added to them; empty if nothing. */
  readonly suffix: Suffix;
};

/** A row is broken if text in it has at least so many lines; a shorter one goes to the next page as a whole. */
const LONG = 8;
/** At least so many lines stand on either side. */
const APART = 2;

/** What all turns of a table show of its manner. */
export function mannerOf(turns: readonly Turn[]): Manner {
  let [again, empty] = [0, 0];
  let suffix = '';
  for (const { pairs } of turns) {
    const [first] = pairs;
    if (first?.above.x === 0 && first.relation.kind === 'again') again += 1;
    if (first?.above.x === 0 && first.relation.kind === 'void' && spans(first)) empty += 1;
    for (const { relation } of pairs) if (relation.kind === 'again' && relation.suffix !== '') suffix = relation.suffix;
  }
  return { repeats: again >= empty, suffix };
}

/** Decides which cells go on over a page turn. */
export function decide(turn: Turn, manner: Manner, habits: Habits): Decision {
  if (isBroken(turn, manner, habits)) return { joined: turn.pairs, broken: true };
  const joined: Pair[] = [];
  let fromLeft = true;
  for (const pair of turn.pairs) {
    const one = goesOn(pair, { manner, habits, fromLeft, joined });
    if (one) joined.push(pair);
    fromLeft &&= one;
  }
  // Where everything goes on there is no edge of a row: the page turned inside one.
  return { joined, broken: turn.matched && joined.length === turn.pairs.length };
}

const spans = ({ above, below }: Pair): boolean => above.rows > 1 || below.rows > 1;

/**
 * A row is broken if all its cells go on: every cell at the foot has one at the head, the text of one or more of them
 * flows on, and labels and the row's name are printed again (or nothing is, where a table repeats nothing).
 */
function isBroken({ pairs, matched }: Turn, manner: Manner, habits: Habits): boolean {
  if (!matched) return false;
  const name = pairs.find((pair) => !spans(pair));
  let [flows, surely, long, named] = [0, 0, 0, 0];
  for (const pair of pairs) {
    const { above, below, relation } = pair;
    const role = habits.roleOf(above);
    if (relation.kind === 'fresh') return false;
    if (relation.kind === 'again') {
      if (role === 'value' && pair !== name) return false;
      if (pair === name) named += 1;
    }
    if (relation.kind === 'void') {
      if (role === 'label' && manner.repeats) return false;
      if (pair === name && !manner.repeats) named += 1;
    }
    if (relation.kind !== 'flow') continue;
    if (relation.goesOn === 'no' || (role === 'label' && relation.goesOn !== 'yes')) return false;
    flows += 1;
    if (relation.goesOn === 'yes') surely += 1;
    const [up, down] = [above.lines.length, below.lines.length];
    if (up >= APART && down >= APART && up + down >= LONG) long += 1;
  }
  if (flows === 0) return false;
  return long > 0 ? surely > 0 || named > 0 : surely > 0 && named > 0;
}

type Beside = {
  readonly manner: Manner;
  readonly habits: Habits;
  /** Whether all cells further left go on. */
  readonly fromLeft: boolean;
  readonly joined: readonly Pair[];
};

/** Whether a pair is one cell where the page turned between two rows. */
function goesOn(pair: Pair, beside: Beside): boolean {
  const { above, below, relation } = pair;
  const { manner, habits, fromLeft, joined } = beside;
  const role = habits.roleOf(above);
  switch (relation.kind) {
    case 'fresh':
      return false;
    case 'again':
      if (role === 'value') return false;
      if (manner.suffix !== '') return relation.suffix !== '' || hasWord(above, manner.suffix);
      return fromLeft || spans(pair);
    case 'void':
      if (manner.repeats || role === 'value') return role !== 'label' && isAlongside(pair, joined);
      return fromLeft && (role === 'label' || spans(pair));
    case 'blank':
      return isAlongside(pair, joined);
    case 'flow':
      if (role === 'label' || !spans(pair)) return false;
      return relation.goesOn === 'yes' || (relation.goesOn === 'maybe' && isAlongside(pair, joined));
  }
  return below === above;
}

/** Whether a cell of several rows has the very rows of a label that goes on, as what is said of a whole group has. */
const isAlongside = (pair: Pair, joined: readonly Pair[]): boolean =>
  spans(pair) &&
  joined.some(
    ({ above, below }) => above.y === pair.above.y && below.y + below.rows === pair.below.y + pair.below.rows,
  );
