import { isFlow, lineStartOf } from '../../author/format/index.ts';
import type { Entry, Mapping } from '../../source/index.ts';
import type { Fresh } from '../wishes/types.ts';
import { contentOf } from './content.ts';
import type { Desk } from './desk.ts';
import { entryBefore, flowMemberSplices, type MembersWish } from './flow-members.ts';
import { entryLines, valueLines } from './print.ts';
import { behindColon, columnOf, insertAt, lineEnd, nextLine, onNewLines, type Splice, spaces } from './splice.ts';

/** The splices that change members of a mapping, put new ones where the form has them, and take others away. */
export function memberSplices(map: Mapping, wish: MembersWish, desk: Desk, holder: Entry | null): readonly Splice[] {
  if (isFlow(desk.text, map)) return flowMemberSplices(map, wish, desk, holder);
  return wish.order.flatMap((name): readonly Splice[] => {
    const member = wish.members.get(name);
    if (member === undefined) return [];
    const own = map.entries.find(({ key }) => key.text === name);
    if (own === undefined) return insertion(map, [name, contentOf(member)], wish.order, desk);
    return member.kind === 'gone' ? [removal(map, own, desk.text)] : desk.splices(own.value, member, own);
  });
}

/** A new entry stands behind the last one that the form prints before it. */
function insertion(
  { entries, span }: Mapping,
  [name, content]: readonly [string, Fresh],
  order: readonly string[],
  { text, style }: Desk,
): readonly Splice[] {
  const before = entryBefore(name, entries, order);
  const column = columnOf(text, entries[0]?.key.span.start ?? span.start);
  const lines = entryLines(name, content, column, style).join('\n');
  if (before !== undefined) return [insertAt(lineEnd(text, before.span.end), `\n${lines}`)];
  const next = entries.find(({ key }) => order.indexOf(key.text) > order.indexOf(name));
  if (next === undefined) return [insertAt(lineEnd(text, entries.at(-1)?.span.end ?? span.end), `\n${lines}`)];
  // The first entry of an item shares the line of its dash.
  return [insertAt(next.key.span.start, `${lines.trimStart()}\n${spaces(column)}`)];
}

function removal({ entries }: Mapping, own: Entry, text: string): Splice {
  const next = entries[entries.indexOf(own) + 1];
  const { start } = own.key.span;
  const sharesLine = text.slice(lineStartOf(text, start), start).trim() !== '';
  if (sharesLine && next !== undefined) return { start, end: next.key.span.start, text: '' };
  return { start: lineStartOf(text, start), end: nextLine(text, own.span.end), text: '' };
}

/** The splices that put something new in the place of an entry's value; a comment beside the key stays. */
export function valueInstead(entry: Entry, content: Fresh, { text, style }: Desk): readonly Splice[] {
  const { key, value } = entry;
  const colon = behindColon(text, entry);
  const [first = '', ...others] = valueLines('', content, columnOf(text, key.span.start) + 2, style);
  const below = onNewLines(others);
  const end = Math.max(value.span.end, colon);
  if (lineStartOf(text, value.span.start) === lineStartOf(text, key.span.start)) {
    return [{ start: colon, end, text: first }, insertAt(lineEnd(text, end), below)];
  }
  const from = lineStartOf(text, value.span.start) - 1;
  return [insertAt(colon, first), { start: from, end: lineEnd(text, end), text: below }];
}
