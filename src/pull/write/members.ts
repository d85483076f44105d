import { isFlow, lineStartOf, scalarText } from '../../author/format/index.ts';
import type { Entry, Mapping } from '../../source/index.ts';
import type { Fresh, Wish } from '../wishes/types.ts';
import type { Desk } from './desk.ts';
import { entryLines, flowText, valueLines } from './print.ts';
import { columnOf, lineEnd, nextLine, type Splice, spaces } from './splice.ts';

type MembersWish = Extract<Wish, { kind: 'members' }>;

/** The splices that change members of a mapping, put new ones where the form has them, and take others away. */
export function memberSplices(map: Mapping, wish: MembersWish, desk: Desk, holder: Entry | null): readonly Splice[] {
  if (isFlow(desk.text, map)) return flowSplices(map, wish, desk, holder);
  const splices: Splice[] = [];
  for (const name of wish.order) {
    const member = wish.members.get(name);
    if (member === undefined) continue;
    const own = map.entries.find(({ key }) => key.text === name);
    if (own === undefined) splices.push(...insertion(map, [name, contentOf(member)], wish.order, desk));
    else if (member.kind === 'gone') splices.push(removal(map, own, desk.text));
    else splices.push(...desk.splices(own.value, member, own));
  }
  return splices;
}

/** What a wish puts where nothing stood. */
export function contentOf(wish: Wish): Fresh {
  switch (wish.kind) {
    case 'text':
      return wish;
    case 'fresh':
      return wish.content;
    case 'members':
      return {
        kind: 'map',
        entries: wish.order.flatMap((name) => {
          const member = wish.members.get(name);
          return member === undefined ? [] : [[name, contentOf(member)] as const];
        }),
      };
    case 'items':
      return { kind: 'list', items: wish.items.map((item) => contentOf(item.wish)) };
    case 'names':
      return { kind: 'map', entries: wish.names.map((one) => [one.name, contentOf(one.wish)]) };
    default:
      return { kind: 'text', text: '' };
  }
}

/** A new entry stands behind the last one that the form prints before it. */
function insertion(
  { entries, span }: Mapping,
  [name, content]: readonly [string, Fresh],
  order: readonly string[],
  { text, style }: Desk,
): readonly Splice[] {
  const rank = order.indexOf(name);
  const before = entries.findLast(({ key }) => order.indexOf(key.text) < rank && order.includes(key.text));
  const column = columnOf(text, entries[0]?.key.span.start ?? span.start);
  const lines = entryLines(name, content, column, style).join('\n');
  if (before !== undefined) {
    const at = lineEnd(text, before.span.end);
    return [{ start: at, end: at, text: `\n${lines}` }];
  }
  const next = entries.find(({ key }) => order.indexOf(key.text) > rank);
  if (next === undefined) {
    const at = lineEnd(text, entries.at(-1)?.span.end ?? span.end);
    return [{ start: at, end: at, text: `\n${lines}` }];
  }
  // The first entry of an item shares the line of its dash.
  const at = next.key.span.start;
  return [{ start: at, end: at, text: `${lines.trimStart()}\n${spaces(column)}` }];
}

function removal({ entries }: Mapping, own: Entry, text: string): Splice {
  const next = entries[entries.indexOf(own) + 1];
  const { start } = own.key.span;
  const sharesLine = text.slice(lineStartOf(text, start), start).trim() !== '';
  if (sharesLine && next !== undefined) return { start, end: next.key.span.start, text: '' };
  return { start: lineStartOf(text, start), end: nextLine(text, own.span.end), text: '' };
}

/** A mapping between brackets; one that is to hold a blank or a text of several lines gets lines of its own. */
function flowSplices(map: Mapping, wish: MembersWish, desk: Desk, holder: Entry | null): readonly Splice[] {
  const isHard = ({ kind, ...rest }: Wish): boolean =>
    kind === 'text' && 'text' in rest && (rest.text === '' || rest.text.includes('\n'));
  const { flow } = desk.groundOf(map);
  const { text } = desk;
  if (!flow && [...wish.members.values()].some(isHard) && !text.slice(map.span.start, map.span.end).includes('\n'))
    return inLines(map, wish, desk, holder);
  const splices: Splice[] = [];
  for (const name of wish.order) {
    const member = wish.members.get(name);
    if (member === undefined) continue;
    const at = map.entries.findIndex(({ key }) => key.text === name);
    const own = map.entries[at];
    if (own !== undefined && member.kind !== 'gone') splices.push(...desk.splices(own.value, member, own));
    else if (own !== undefined) {
      const next = map.entries[at + 1]?.key.span.start;
      const end = own.span.end;
      splices.push({
        start: next === undefined ? (map.entries[at - 1]?.span.end ?? own.span.start) : own.span.start,
        end: next ?? end,
        text: '',
      });
    } else {
      const content = flowText(contentOf(member));
      const rank = wish.order.indexOf(name);
      const before = map.entries.findLast(
        ({ key }) => wish.order.includes(key.text) && wish.order.indexOf(key.text) < rank,
      );
      if (content === null) desk.refuse(map.span);
      else if (before !== undefined)
        splices.push({
          start: before.span.end,
          end: before.span.end,
          text: `, ${scalarText(name, 'flow')}: ${content}`,
        });
      else {
        const start = map.entries[0]?.key.span.start ?? map.span.start + 1;
        splices.push({
          start,
          end: start,
          text: `${scalarText(name, 'flow')}: ${content}${map.entries.length > 0 ? ', ' : ''}`,
        });
      }
    }
  }
  return splices;
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
    const colon = text.indexOf(':', holder.key.span.end) + 1;
    return [
      { start: colon, end: map.span.end, text: '' },
      { start: behind, end: behind, text: lines.map((line) => `\n${line}`).join('') },
    ];
  }
  const [first = '', ...others] = lines;
  return [
    { start: map.span.start, end: map.span.end, text: first.trimStart() },
    { start: behind, end: behind, text: others.map((line) => `\n${line}`).join('') },
  ];
}

/** The splices that put something new in the place of an entry's value; a comment beside the key stays. */
export function valueInstead({ key, value }: Entry, content: Fresh, { text, style }: Desk): readonly Splice[] {
  const colon = text.indexOf(':', key.span.end) + 1;
  const [first = '', ...others] = valueLines('', content, columnOf(text, key.span.start) + 2, style);
  const below = others.map((line) => `\n${line}`).join('');
  const end = Math.max(value.span.end, colon);
  if (lineStartOf(text, value.span.start) === lineStartOf(text, key.span.start)) {
    const behind = lineEnd(text, end);
    return [
      { start: colon, end, text: first },
      { start: behind, end: behind, text: below },
    ];
  }
  const from = lineStartOf(text, value.span.start) - 1;
  return [
    { start: colon, end: colon, text: first },
    { start: from, end: lineEnd(text, end), text: below },
  ];
}
