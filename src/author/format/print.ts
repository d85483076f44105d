import { words } from '../../blueprint/index.ts';
import type { Entry, Mapping, Node, Scalar, Sequence } from '../../source/index.ts';
import type { Collection, CommentLine, Member, Notes } from './notes.ts';
import type { Ground, Order } from './order.ts';
import { blockText, isPlain, scalarText } from './scalar.ts';
import { columnsOf } from './width.ts';

/** Columns of a line that holds a whole mapping; Han take two. A row of indicators with its 30 to 40 Han fits. */
export const ROW_WIDTH = 120;

/** Reserved keys whose settings are short enough for one line wherever they stand. */
const oneLiners: readonly string[] = [words.record.layout, words.record.accept];

type Desk = { readonly notes: Notes; readonly order: Order };

/** Where something is printed. */
type Place = {
  readonly indent: number;
  readonly ground: Ground;
  /** Inside a list, or under a key of settings, a short mapping of texts takes one line. */
  readonly short: boolean;
  /** Right behind a dash: comments above the first member move above the item. */
  readonly isItem?: boolean;
};

/** The lines of a whole file in the one layout; without line ends. */
export function printLines(root: Collection, notes: Notes, order: Order): readonly string[] {
  const desk: Desk = { notes, order };
  const page: string[] = [];
  for (const { text, gap } of notes.head) addLine(page, text, gap && page.length > 0);
  if (notes.headGap) page.push('');
  const body = collectionLines(root, { indent: 0, ground: order.top, short: false }, desk);
  for (const line of body) page.push(line);
  return page;
}

function addLine(lines: string[], line: string, gap: boolean): void {
  if (gap) lines.push('');
  lines.push(line);
}

const indented = (indent: number, text: string): string => ' '.repeat(indent) + text;

/** The lines of a collection that stands by itself; an empty one has lines only at the very top of a file. */
function collectionLines(collection: Collection, place: Place, desk: Desk): string[] {
  const lines: string[] = [];
  if (collection.kind === 'map') {
    if (collection.entries.length === 0) lines.push(indented(place.indent, '{}'));
    for (const entry of desk.order.sorted(collection, place.ground)) addMember(lines, entry, place, desk);
  } else {
    if (collection.items.length === 0) lines.push(indented(place.indent, '[]'));
    for (const item of collection.items) addMember(lines, item, place, desk);
  }
  addComments(lines, desk.notes.tail(collection), place.indent);
  return lines;
}

/** Adds a member with all its comments; an empty line before the first of a collection is left out. */
function addMember(lines: string[], member: Member, place: Place, desk: Desk): void {
  const notes = desk.notes.of(member);
  const { above, own, besides } = 'key' in member ? entryLines(member, place, desk) : itemLines(member, place, desk);
  // Of several comments on one line the last keeps its place.
  const kept = besides ? notes.beside.at(-1) : undefined;
  const moved = kept === undefined ? notes.beside : notes.beside.slice(0, -1);
  addComments(lines, [...notes.above, ...moved.map((text) => ({ text, gap: false })), ...above], place.indent);
  const [first = '', ...others] = own;
  addLine(lines, kept === undefined ? first : `${first}  ${kept}`, notes.gap && lines.length > 0);
  for (const line of others) lines.push(line);
  addComments(lines, notes.below, place.indent + 2);
}

function addComments(lines: string[], comments: readonly CommentLine[], indent: number): void {
  for (const { text, gap } of comments) addLine(lines, indented(indent, text), gap && lines.length > 0);
}

/** The lines of a member itself, comments of what it holds that must stand above it, and whether one may stand beside. */
type MemberLines = {
  readonly above: readonly CommentLine[];
  readonly own: readonly string[];
  readonly besides: boolean;
};

const simple = (own: readonly string[]): MemberLines => ({ above: [], own, besides: true });

function entryLines({ key, value }: Entry, place: Place, desk: Desk): MemberLines {
  const start = `${indented(place.indent, scalarText(key.text, 'block'))}:`;
  const short = place.short || oneLiners.includes(key.text);
  const under: Place = { indent: place.indent + 2, ground: desk.order.under(place.ground, key.text), short };
  if (value.kind === 'scalar') return simple(scalarLines(start, value, under.indent));
  const line = oneLine(start, value, under, desk);
  if (line !== null) return simple([line]);
  const lines = collectionLines(value, under, desk);
  lines.unshift(start);
  return simple(lines);
}

function itemLines(item: Node, place: Place, desk: Desk): MemberLines {
  const start = indented(place.indent, '-');
  const under: Place = { indent: place.indent + 2, ground: desk.order.item(place.ground), short: true };
  if (item.kind === 'scalar') return simple(scalarLines(start, item, under.indent));
  const line = oneLine(start, item, { ...under, isItem: true }, desk);
  if (line !== null) return { above: leading(item, under, desk), own: [line], besides: true };
  const lines = collectionLines(item, under, desk);
  // The first member shares the line of the dash: its comments move above the item.
  const comments = lines.findIndex((one) => one.trimStart()[0] !== '#' && one !== '');
  const above = lines.splice(0, comments).flatMap((text) => (text === '' ? [] : [{ text: text.trim(), gap: false }]));
  lines[0] = `${start} ${(lines[0] ?? '').slice(under.indent)}`;
  return { above, own: lines, besides: false };
}

/** The comments above the first member of an item: they move above the item. */
function leading(item: Mapping | Sequence, { ground }: Place, { notes, order }: Desk): readonly CommentLine[] {
  const first = item.kind === 'map' ? order.sorted(item, ground)[0] : undefined;
  return first === undefined ? [] : notes.of(first).above.map(({ text }) => ({ text, gap: false }));
}

function scalarLines(start: string, { text }: Scalar, indent: number): string[] {
  if (text === '') return [start];
  if (!text.includes('\n')) return [`${start} ${scalarText(text, 'block')}`];
  const { header, lines } = blockText(text);
  return [`${start} ${header}`, ...lines.map((line) => (line === '' ? '' : indented(indent, line)))];
}

/** The one line of a collection that is empty, or of a short mapping of texts; null where it takes several. */
function oneLine(start: string, value: Mapping | Sequence, place: Place, desk: Desk): string | null {
  if (value.kind === 'list') return value.items.length === 0 ? `${start} []` : null;
  if (value.entries.length === 0) return `${start} {}`;
  if (!place.short || desk.notes.tail(value).length > 0) return null;
  const texts: string[] = [];
  for (const [i, entry] of desk.order.sorted(value, place.ground).entries()) {
    const { key, value: held } = entry;
    const { above, beside, below } = desk.notes.of(entry);
    const own = place.isItem && i === 0 ? [] : above;
    if (own.length + beside.length + below.length > 0 || held.kind !== 'scalar') return null;
    if (!isPlain(key.text, 'flow') || !isPlain(held.text, 'flow')) return null;
    texts.push(`${key.text}: ${held.text}`);
  }
  const line = `${start} { ${texts.join(', ')} }`;
  return columnsOf(line) <= ROW_WIDTH ? line : null;
}
