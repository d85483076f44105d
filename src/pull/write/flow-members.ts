import type { Entry, Mapping } from '../../source/index.ts';
import type { Wish } from '../wishes/types.ts';
import { contentOf } from './content.ts';
import type { Desk } from './desk.ts';
import { entryLines, flowEntry } from './print.ts';
import { behindColon, insertAt, lineEnd, onNewLines, type Splice, spaces } from './splice.ts';

export type MembersWish = Extract<Wish, { kind: 'members' }>;

/** The last entry of a mapping that the form prints before a name. */
export const entryBefore = (name: string, entries: readonly Entry[], order: readonly string[]): Entry | undefined =>
  entries.findLast(({ key }) => order.includes(key.text) && order.indexOf(key.text) < order.indexOf(name));

/**
 * The splices that change members of a mapping between brackets; one that is to hold a blank or a text of several lines
 * gets lines of its own.
 */
export function flowMemberSplices(
  map: Mapping,
  wish: MembersWish,
  desk: Desk,
  holder: Entry | null,
): readonly Splice[] {
  const { text } = desk;
  const isInLine = !desk.groundOf(map).flow && !text.slice(map.span.start, map.span.end).includes('\n');
  if (isInLine && [...wish.members.values()].some(isHard)) return inLines(map, wish, desk, holder);
  return wish.order.flatMap((name): readonly Splice[] => {
    const member = wish.members.get(name);
    if (member === undefined) return [];
    const own = map.entries.find(({ key }) => key.text === name);
    if (own === undefined) return insertion(map, [name, member], wish.order, desk);
    return member.kind === 'gone' ? [removal(map, own)] : desk.splices(own.value, member, own);
  });
}

/** Whether a wish is for a text that brackets do not hold well. */
const isHard = (wish: Wish): boolean => wish.kind === 'text' && (wish.text === '' || wish.text.includes('\n'));

/** Takes an entry away with the comma behind it, or before it where it is the last one. */
function removal({ entries }: Mapping, own: Entry): Splice {
  const at = entries.indexOf(own);
  const next = entries[at + 1]?.key.span.start;
  if (next !== undefined) return { start: own.span.start, end: next, text: '' };
  return { start: entries[at - 1]?.span.end ?? own.span.start, end: own.span.end, text: '' };
}

/** Puts a new entry behind the last one that the form prints before it, else before all others. */
function insertion(
  { entries, span }: Mapping,
  [name, member]: readonly [string, Wish],
  order: readonly string[],
  { refuse }: Desk,
): readonly Splice[] {
  const entry = flowEntry(name, contentOf(member));
  if (entry === null) {
    refuse(span);
    return [];
  }
  const before = entryBefore(name, entries, order);
  if (before !== undefined) return [insertAt(before.span.end, `, ${entry}`)];
  return [insertAt(entries[0]?.key.span.start ?? span.start + 1, `${entry}${entries.length > 0 ? ', ' : ''}`)];
}

/** The members of a mapping that stood between brackets, a line each; what stands behind it stays on the first line. */
function inLines(map: Mapping, wish: MembersWish, desk: Desk, holder: Entry | null): readonly Splice[] {
  const { text, groundOf, style } = desk;
  const column = groundOf(map).column + 2;
  const kept = map.entries.map(({ key }) => key.text);
  const added = wish.order.filter((name) => wish.members.has(name) && !kept.includes(name));
  const lines = [...kept, ...added].flatMap((name) => {
    const member = wish.members.get(name);
    const own = map.entries.find(({ key }) => key.text === name);
    if (member?.kind === 'gone') return [];
    if (member?.kind === 'text') return entryLines(name, member, column, style);
    if (own !== undefined)
      return [
        `${spaces(column)}${text.slice(own.key.span.start, own.key.span.end)}: ${text.slice(own.value.span.start, own.value.span.end)}`.trimEnd(),
      ];
    return member === undefined ? [] : entryLines(name, contentOf(member), column, style);
  });
  const behind = lineEnd(text, map.span.end);
  if (holder !== null) {
    return [{ start: behindColon(text, holder), end: map.span.end, text: '' }, insertAt(behind, onNewLines(lines))];
  }
  const [first = '', ...others] = lines;
  return [{ start: map.span.start, end: map.span.end, text: first.trimStart() }, insertAt(behind, onNewLines(others))];
}
