import type { Flow } from './flow.ts';
import type { Habits, Role } from './habits.ts';
import { hasWord, type Suffix } from './suffix.ts';
import type { Pair, Turn } from './turn.ts';
import type { RuledCell } from './types.ts';

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
/** Other programs break lines elsewhere, and rows that are not so long. */
const FAIRLY_LONG = 6;
/** At least so many lines stand on either side. */
const APART = 2;

/** What all turns of a table show of its manner. */
export function mannerOf(turns: readonly Turn[]): Manner {
  let [again, empty] = [0, 0];
  let suffix = '';
  for (const { pairs } of turns) {
    const [first] = pairs;
    if (first?.above.x === 0 && first.relation.kind === 'again') again += 1;
    if (first?.above.x === 0 && first.relation.kind === 'void' && first.above.rows + first.below.rows > 2) empty += 1;
    for (const { relation } of pairs) if (relation.kind === 'again' && relation.suffix !== '') suffix = relation.suffix;
  }
  return { repeats: again >= empty, suffix };
}

/** What stands of a cell at the foot of a page, over all pages so far. */
export type SoFar = { readonly rows: number; readonly first: RuledCell };

/** What decisions are taken by. */
export type Grounds = {
  readonly manner: Manner;
  readonly habits: Habits;
  readonly soFar: (above: RuledCell) => SoFar;
};

/** A pair with what was learned of its cell before. */
type Known = Pair & { readonly role: Role; readonly tall: boolean };

/** Decides which cells go on over a page turn. */
export function decide(turn: Turn, grounds: Grounds): Decision {
  const known = turn.pairs.map((pair) => knownOf(pair, grounds));
  if (turn.matched && isBroken(known, grounds.manner)) return { joined: turn.pairs, broken: true };
  const joined: Known[] = [];
  let fromLeft = true;
  for (const pair of known) {
    const one = goesOn(pair, { manner: grounds.manner, fromLeft, joined });
    if (one) joined.push(pair);
    fromLeft &&= one;
  }
  // Where everything goes on there is no edge of a row: the page turned inside one.
  return { joined, broken: turn.matched && joined.length === turn.pairs.length };
}

function knownOf(pair: Pair, { habits, soFar }: Grounds): Known {
  const { rows, first } = soFar(pair.above);
  const ended = pair.relation.kind === 'blank' && first.text !== '';
  return {
    ...pair,
    relation: ended ? { kind: 'void' } : pair.relation,
    role: habits.roleOf(first),
    tall: rows > 1 || pair.below.rows > 1,
  };
}

/**
 * A row is broken if all its cells go on: text of one or more of them flows on, and labels and the row's name, that is the
 * first text that stands in this row alone, with the next one where it is a number, are printed again (or left out, where
 * a table prints nothing again).
 */
function isBroken(pairs: readonly Known[], manner: Manner): boolean {
  const single = pairs.filter(({ tall }) => !tall);
  const named = namesOf(single);
  let [flows, full, long, seen] = [0, 0, 0, 0];
  for (const pair of pairs) {
    const { relation, role } = pair;
    switch (relation.kind) {
      case 'fresh':
        return false;
      case 'again':
        if (role === 'value' && !named.includes(pair)) return false;
        if (named.includes(pair) || pair === single[0]) seen += 1;
        break;
      case 'void':
        if (role === 'label' && manner.repeats) return false;
        if (pair === single[0] && !manner.repeats) seen += 1;
        break;
      case 'flow':
        if (!isFlow(relation.flow, manner) || (role === 'label' && !relation.flow.full)) return false;
        flows += 1;
        if (relation.flow.full && relation.flow.lines[0] >= APART) full += 1;
        if (isLong(relation.flow, manner)) long += 1;
        break;
      case 'blank':
    }
  }
  return flows > 0 && long > 0 && (full > 0 || seen > 0);
}

const COUNT = /^\s*[(（]?(?:\d{1,4}|[〇一二三四五六七八九十百]{1,4})[)）.、．]?\s*$/u;

function namesOf(single: readonly Known[]): readonly Known[] {
  const at = single.findIndex(({ role }) => role !== 'label');
  const [name, next] = at === -1 ? [] : single.slice(at);
  if (name === undefined) return [];
  return next !== undefined && COUNT.test(name.above.text) ? [name, next] : [name];
}

/**
 * We set what is left of a text at the top of its cell, other programs in its middle. A paragraph does not end on a page
 * with the only line of the text there.
 */
const isFlow = ({ full, top: [above, below], lines }: Flow, { repeats }: Manner): boolean =>
  above && (below || !repeats) && (full || Math.min(...lines) >= APART);

const isLong = ({ lines: [above, below] }: Flow, { repeats }: Manner): boolean =>
  above >= APART && (repeats ? below >= APART && above + below >= LONG : above + below >= FAIRLY_LONG);

const isProse = ({ lines: [above, below] }: Flow): boolean => above >= APART && above + below >= FAIRLY_LONG;

type Beside = {
  readonly manner: Manner;
  /** Whether all cells further left go on. */
  readonly fromLeft: boolean;
  readonly joined: readonly Pair[];
};

/** Whether a pair is one cell where the page turned between two rows. */
function goesOn(pair: Known, { manner, fromLeft, joined }: Beside): boolean {
  const { above, below, relation, role, tall } = pair;
  switch (relation.kind) {
    case 'fresh':
      return false;
    case 'again':
      if (role === 'value') return false;
      if (manner.suffix !== '') return relation.suffix !== '' || hasWord(above, manner.suffix);
      return fromLeft || tall;
    case 'void':
      if (!manner.repeats && role !== 'value') return fromLeft && (role === 'label' || tall || joined.length > 0);
      return role !== 'label' && (below.rows > 1 || (tall && isAlongside(pair, joined)));
    case 'blank':
      return tall && isAlongside(pair, joined);
    case 'flow':
      if (role === 'label' || !isFlow(relation.flow, manner)) return false;
      return tall && (isAlongside(pair, joined) || (relation.flow.full && isProse(relation.flow)));
  }
}

/** Whether a cell of several rows has the very rows of a label that goes on, as what is said of a whole group has. */
const isAlongside = (pair: Pair, joined: readonly Pair[]): boolean =>
  joined.some(
    ({ above, below }) => above.y === pair.above.y && below.y + below.rows === pair.below.y + pair.below.rows,
  );
