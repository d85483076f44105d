import { isFlow, scalarText } from '../../author/format/index.ts';
import { words } from '../../blueprint/index.ts';
import type { Entry, Mapping, Node, Sequence } from '../../source/index.ts';
import type { Fresh, ItemWish, NameWish, Wish } from '../wishes/types.ts';
import { contentOf, freshOfNode } from './content.ts';
import { type Desk, dashBefore } from './desk.ts';
import { valueInstead } from './members.ts';
import { entryLines, flowEntry, flowText, itemLines, type RowStyle } from './print.ts';
import { type Chunk, chunksOf, ended, reindented, withoutGap } from './sequence.ts';
import { behindColon, columnOf, insertAt, lineEnd, type Splice, splicedSlice } from './splice.ts';

/** A member of a list or of names as it is to be: what it was, if anything, and its new text. */
type Member = {
  readonly from: Node | Entry | null;
  readonly wish: Wish;
  readonly splices: readonly Splice[];
  readonly lines: (column: number, style: RowStyle) => readonly string[];
  readonly flow: () => string | null;
};

/** The splices that give a list the items of a document, in its order. */
export function itemSplices(
  list: Node,
  items: readonly ItemWish[],
  desk: Desk,
  holder: Entry | null,
): readonly Splice[] {
  const members = items.map(({ from, wish }): Member => {
    const content = () => (from === null || wish.kind === 'fresh' ? contentOf(wish) : freshOfNode(from));
    return {
      from,
      wish,
      splices: from === null ? [] : desk.splices(from, wish, null),
      lines: (column, style) => itemLines(content(), column, style),
      flow: () => flowText(content()),
    };
  });
  const olds = list.kind === 'list' ? list.items : [];
  return rebuild({ node: list, olds, members, empty: { kind: 'list', items: [] } }, desk, holder);
}

/** The splices that give a level of indicators the names of a document, in its order. */
export function nameSplices(
  map: Node,
  names: readonly NameWish[],
  desk: Desk,
  holder: Entry | null,
): readonly Splice[] {
  const members = names.map(({ name, from, wish }): Member => {
    const content = () => (from === null || wish.kind === 'fresh' ? contentOf(wish) : freshOfNode(from.value));
    const renamed: readonly Splice[] =
      from === null || from.key.text === name
        ? []
        : [{ start: from.key.span.start, end: from.key.span.end, text: scalarText(name, 'block') }];
    return {
      from,
      wish,
      splices: from === null ? [] : [...renamed, ...desk.splices(from.value, wish, from)],
      lines: (column, style) => entryLines(name, content(), column, style),
      flow: () => flowEntry(name, content()),
    };
  });
  // What an author accepts stands among the names and is none.
  const olds = map.kind === 'map' ? map.entries.filter(({ key }) => key.text !== words.record.accept) : [];
  return rebuild({ node: map, olds, members, empty: { kind: 'map', entries: [] } }, desk, holder);
}

type Rebuilding = {
  readonly node: Node;
  readonly olds: readonly (Node | Entry)[];
  readonly members: readonly Member[];
  /** What is written where nothing is left. */
  readonly empty: Fresh;
};

function rebuild({ node, olds, members, empty }: Rebuilding, desk: Desk, holder: Entry | null): readonly Splice[] {
  if (olds.length === members.length && members.every(({ from }, i) => from === olds[i]))
    return members.flatMap(({ splices }) => splices);
  const { text, groundOf } = desk;
  const flow = groundOf(node).flow || (node.kind !== 'scalar' && isFlow(text, node));
  if (members.length === 0) {
    if (groundOf(node).flow || holder === null) return [{ ...node.span, text: node.kind === 'map' ? '{}' : '[]' }];
    return valueInstead(holder, empty, desk);
  }
  if (flow && olds.length > 0) return rebuildFlow(node as Mapping | Sequence, olds, members, desk);
  if (groundOf(node).flow) {
    const texts = members.map((member) => member.flow());
    if (texts.includes(null)) desk.refuse(node.span);
    const [open, close] = empty.kind === 'map' ? ['{ ', ' }'] : ['[', ']'];
    return [{ ...node.span, text: open + texts.join(', ') + close }];
  }
  return rebuildLines({ node, olds, members }, desk, holder);
}

/** A collection whose members have lines of their own. */
function rebuildLines(
  { node, olds, members }: Omit<Rebuilding, 'empty'>,
  desk: Desk,
  holder: Entry | null,
): readonly Splice[] {
  const { text } = desk;
  const starts = olds.map((one) => startOf(text, one));
  const chunks = chunksOf(
    text,
    olds.map((one, i) => ({ start: starts[i] as number, end: one.span.end })),
  );
  if (chunks === null) {
    desk.refuse(node.span);
    return [];
  }
  const column =
    olds.length > 0
      ? columnOf(text, starts[0] as number)
      : holder === null
        ? 0
        : columnOf(text, holder.key.span.start) + 2;
  const style = styleBeside(olds, desk);
  const lines = members.map((member, i) => {
    if (member.from === null) return `${member.lines(column, style).join('\n')}\n`;
    const at = olds.indexOf(member.from);
    const chunk = at === -1 ? chunkElsewhere(member.from, desk) : chunks[at];
    if (chunk === undefined) return `${member.lines(column, style).join('\n')}\n`;
    const now = ended(splicedSlice(text, chunk.start, chunk.end, member.splices));
    const moved = reindented(now, column - columnOf(text, startOf(text, member.from)));
    return i === 0 || at === -1 ? withoutGap(moved) : moved;
  });
  const all = lines.join('');
  const [first] = chunks;
  if (first === undefined) return belowKey(node, all, desk, holder);
  const end = chunks.at(-1)?.end ?? first.end;
  const isLast = end === text.length && !text.endsWith('\n');
  return [{ start: first.start, end, text: isLast ? all.trimEnd() : all }];
}

/** The members of what was empty, below its key. */
function belowKey(node: Node, lines: string, { text, refuse }: Desk, holder: Entry | null): readonly Splice[] {
  if (holder === null) {
    refuse(node.span);
    return [];
  }
  const colon = behindColon(text, holder);
  const end = Math.max(colon, node.span.end);
  return [{ start: colon, end, text: '' }, insertAt(lineEnd(text, end), `\n${lines.trimEnd()}`)];
}

const startOf = (text: string, one: Node | Entry): number =>
  'key' in one ? one.key.span.start : dashBefore(text, one.span.start);

/** The lines of an item of another list; none where it stands between brackets. */
function chunkElsewhere(one: Node | Entry, { text, groundOf }: Desk): Chunk | undefined {
  if (groundOf('key' in one ? one.value : one).flow) return undefined;
  return chunksOf(text, [{ start: startOf(text, one), end: one.span.end }])?.[0];
}

/** New rows, and the groups in them, are written as those beside them: on lines of their own where none is between braces. */
function styleBeside(olds: readonly (Node | Entry)[], { text, style }: Desk): RowStyle {
  const rows = olds.filter((one): one is Mapping => !('key' in one) && one.kind === 'map');
  if (rows.length === 0) return style;
  const groups = rows.flatMap(({ entries }) => entries).filter(({ value }) => value.kind === 'map');
  const braced = groups.filter(({ value }) => isFlow(text, value as Mapping));
  return {
    rows: rows.some((row) => isFlow(text, row)) ? 'braces' : 'lines',
    bracedGroups: new Set(braced.map(({ key }) => key.text)),
  };
}

/** A collection between brackets; what stood between two members that still follow each other stays. */
function rebuildFlow(
  node: Mapping | Sequence,
  olds: readonly (Node | Entry)[],
  members: readonly Member[],
  desk: Desk,
): readonly Splice[] {
  const { text } = desk;
  const texts = members.map((member) => {
    if (member.from === null || !olds.includes(member.from)) return member.flow();
    return splicedSlice(text, member.from.span.start, member.from.span.end, member.splices);
  });
  if (texts.includes(null)) {
    desk.refuse(node.span);
    return [];
  }
  const start = olds[0]?.span.start ?? node.span.end;
  const end = olds.at(-1)?.span.end ?? start;
  return [{ start, end, text: texts.join(', ') }];
}
