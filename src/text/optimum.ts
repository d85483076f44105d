import { type Breakable, giveOf, type LineRange, rangeOf, widthOf } from './breakable.ts';
import { Place } from './breaks.ts';
import { breakClass } from './classes.ts';
import { fillLines, type Measure } from './fill.ts';
import { MOST_STRETCH, NARROW, sharesOf } from './justify.ts';

/** A line is loose if its Han would stand farther apart than this, in ems. */
const LOOSE = 0.1;
/** No line is left shorter than the measure by more ems than this for the sake of others. */
const SHORTEST = 6;
/** What a line of a single character costs; a line that is just loose, or ragged by one em, costs 1. */
const LONE = 30;
/** A text of fewer lines is a name or a value and not justified, unless its lines are at least `WIDE` ems long. */
const TEXT = 3;
const WIDE = 24;
/** Longer paragraphs are broken stretch by stretch: the more lines, the more places each of them could end at. */
const MOST_LINES = 100;
/** A number or a word that is as wide as so many ems may stand alone. */
const LONELY = 2;
/** What it costs to part a number from its unit: that is done only where nothing else is possible. */
const RELUCTANT = 10_000;

/** The lines of a paragraph; `ragged` ones are not to be justified, because that would tear one of them apart. */
export type BrokenLines = { readonly ranges: readonly LineRange[]; readonly ragged: boolean };

/**
 * Breaks a paragraph line by line, and where that leaves a single character on the last line (CLREQ 7.1.2) or a loose
 * line, chooses the breaks of the whole paragraph together, in no more lines.
 */
export function breakLines(
  breakable: Breakable,
  measure: Measure,
  greedy: readonly LineRange[] = fillLines(breakable, measure),
): BrokenLines {
  const { size } = breakable.shaped.style;
  const isName = greedy.length < TEXT && measure.width < WIDE * size;
  const narrow = measure.width < NARROW * size || isName;
  if (greedy.length < 2) return { ranges: greedy, ragged: narrow };
  const alone = endsAlone(breakable, greedy.at(-1) as LineRange);
  const slackOf = ({ start, end }: LineRange, i: number): number => roomOf(measure, i) - widthOf(breakable, start, end);
  const even = (ranges: readonly LineRange[], limit: number): boolean =>
    ranges.every((line, i) => i === ranges.length - 1 || looseness(breakable, line, slackOf(line, i)) <= limit);
  if (!narrow && !alone && even(greedy, LOOSE)) return { ranges: greedy, ragged: false };
  const stretched = narrow ? null : bestLines(breakable, measure, { greedy, costOf: stretchCost });
  const justified = stretched !== null && even(stretched, MOST_STRETCH) ? stretched : null;
  if (justified !== null && !endsAlone(breakable, justified.at(-1) as LineRange))
    return { ranges: justified, ragged: false };
  const ragged = alone ? bestLines(breakable, measure, { greedy, costOf: raggedCost }) : null;
  if (justified !== null && (ragged === null || endsAlone(breakable, ragged.at(-1) as LineRange)))
    return { ranges: justified, ragged: false };
  return { ranges: ragged ?? greedy, ragged: true };
}

const roomOf = ({ width, indent }: Measure, line: number): number => (line === 0 ? width - indent : width);

/** A last line with one Han, or a number or a word as short, besides marks and dashes. */
function endsAlone(breakable: Breakable, { start, end }: LineRange): boolean {
  const { shaped, places } = breakable;
  let first = end;
  let last = start;
  for (let i = start; i < end; i += 1) {
    const kind = breakClass(shaped.codePoints[i] as number);
    if (kind === 'close' || kind === 'open' || kind === 'dash' || kind === 'space') continue;
    if (first < end && places[i] !== Place.never) return false;
    first = Math.min(first, i);
    last = i;
  }
  return first === end || widthOf(breakable, first, last + 1) < LONELY * shaped.style.size;
}

/** How far apart the Han of a line would stand if it were stretched by `slack`, in ems; 0 where it is squeezed. */
function looseness(breakable: Breakable, line: LineRange, slack: number): number {
  if (slack <= 0) return 0;
  const { plain, left } = sharesOf(breakable, line, slack);
  return left > 1 ? Number.POSITIVE_INFINITY : plain / breakable.shaped.style.size;
}

/** What a line costs that is wider than its room by `over`; a negative `over` is what it lacks. */
type CostOf = (breakable: Breakable, line: LineRange, over: number) => number;

const stretchCost: CostOf = (breakable, line, over) => {
  if (over > 0) return squeezeCost(breakable, line, over);
  return (Math.min(looseness(breakable, line, -over), 1) / LOOSE) ** 3;
};

const raggedCost: CostOf = (breakable, line, over) =>
  over > 0 ? squeezeCost(breakable, line, over) : (over / breakable.shaped.style.size) ** 2;

const squeezeCost = ({ shaped }: Breakable, { start, end }: LineRange, over: number): number =>
  (over / (LOOSE * shaped.style.size * (end - start))) ** 2;

/** The best way found to reach a place in so many lines. */
type Node = { readonly at: number; readonly cost: number; readonly from: Node | null };

type Choice = { readonly greedy: readonly LineRange[]; readonly costOf: CostOf };

/**
 * The cheapest lines, no more than the greedy ones; null where there is no choice. What had to be broken inside a word or
 * an address stays as it is, with all before it.
 */
function bestLines(breakable: Breakable, measure: Measure, { greedy, costOf }: Choice): LineRange[] | null {
  const kept = greedy.findLastIndex(({ next }) => !isFree(breakable, next)) + 1;
  const free = greedy.length - kept;
  if (free < 2) return null;
  const size = Math.ceil(free / Math.ceil(free / MOST_LINES));
  const lines = greedy.slice(0, kept);
  for (let first = kept; first < greedy.length; first += size) {
    const ways = greedy.slice(first, first + size).map((range, i): Way => {
      return { range, room: roomOf(measure, first + i), costOf };
    });
    const best = bestStretch(breakable, ways);
    if (best === null) return null;
    lines.push(...best);
  }
  return lines;
}

/**
 * The cheapest lines for the text of some greedy lines, no more than these. A way that costs more than the greedy one is not
 * followed further.
 */
function bestStretch(breakable: Breakable, ways: readonly Way[]): LineRange[] | null {
  const from = (ways[0] as Way).range.start;
  const to = (ways.at(-1) as Way).range.next;
  const bound = ways.reduce((sum, way) => sum + costTo(breakable, way.range.start, way.range.next, way), 0);
  let best: Node | null = null;
  let reached = new Map<number, Node>([[from, { at: from, cost: 0, from: null }]]);
  for (const way of ways) {
    const next = new Map<number, Node>();
    const shortest = way.room - SHORTEST * breakable.shaped.style.size;
    for (const node of reached.values()) {
      for (let end = Math.min(to, furthestEnd(breakable, node.at, way.room)); end > node.at; end -= 1) {
        const total = node.cost + costTo(breakable, node.at, end, way);
        if (total <= bound && total < Number.POSITIVE_INFINITY) {
          const rival = end === to ? best : next.get(end);
          if (!rival || total < rival.cost) {
            const reaching: Node = { at: end, cost: total, from: node };
            if (end === to) best = reaching;
            else next.set(end, reaching);
          }
        }
        if (end < to && widthOf(breakable, node.at, end) < shortest) break;
      }
    }
    reached = next;
  }
  if (best === null) return null;
  const ends: number[] = [];
  for (let node: Node = best; node.from !== null; node = node.from) ends.unshift(node.at);
  return ends.map((end, i) => rangeOf(breakable, ends[i - 1] ?? from, end));
}

/** One of the lines: its range in the greedy way, and in any way its room and what it costs. */
type Way = { readonly range: LineRange; readonly room: number; readonly costOf: CostOf };

/** What the line from `start` costs that ends before `end`; infinite where it may not end there. */
function costTo(breakable: Breakable, start: number, end: number, { room, costOf }: Way): number {
  const { places } = breakable;
  if (!isFree(breakable, end)) return Number.POSITIVE_INFINITY;
  const isLast = end === places.length;
  const over = widthOf(breakable, start, end) - room;
  if (over > 0 && over > giveOf(breakable, start, end)) return Number.POSITIVE_INFINITY;
  const line = rangeOf(breakable, start, end);
  const slack = isLast && over <= 0 ? 0 : costOf(breakable, line, over);
  const lone = (isLast ? endsAlone(breakable, line) : end - start === 1) ? LONE : 0;
  return slack + lone + (places[end] === Place.reluctant ? RELUCTANT : 0);
}

/** Whether a line may end before a character other than as a last resort. */
const isFree = ({ places }: Breakable, end: number): boolean =>
  end === places.length || places[end] === Place.good || places[end] === Place.reluctant;

/** No line that begins at `start` ends later, however it is squeezed. */
function furthestEnd({ spacing, places }: Breakable, start: number, room: number): number {
  const limit = (spacing.left[start] as number) + (spacing.startTrim[start] as number) + room;
  let end = start + 1;
  while (end < places.length) {
    const squeezed = (spacing.give[end] as number) - (spacing.give[start] as number) + (spacing.endTrim[end] as number);
    if ((spacing.right[end] as number) - squeezed > limit + room / 4) break;
    end += 1;
  }
  return end;
}
