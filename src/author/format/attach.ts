import { addTo } from '../../base/index.ts';
import type { Comment, SourceFile } from '../../source/index.ts';
import { type Anchor, anchorsOf, isFlow } from './anchors.ts';
import { cutHead } from './head.ts';
import { commentLine, commentText, gapBefore, lineStartOf, startsLine } from './lines.ts';
import type { Collection, CommentLine, Member, MemberNotes, Notes } from './notes.ts';

type Gathered = {
  -readonly [Key in keyof MemberNotes]: MemberNotes[Key] extends readonly (infer One)[] ? One[] : MemberNotes[Key];
};

type Desk = {
  readonly source: SourceFile;
  readonly members: Map<Member, Gathered>;
  readonly tails: Map<Collection, CommentLine[]>;
  readonly head: CommentLine[];
};

/** A comment with the members before and behind it. */
type Case = { readonly comment: Comment; readonly last: Anchor | null; readonly next: Anchor | null };

/**
 * Finds for each comment what it is about: the member on its line; else, from its indentation, the member below it or
 * the end of a collection above it.
 */
export function attachComments(source: SourceFile): Notes {
  const anchors = anchorsOf(source);
  const desk: Desk = { source, members: new Map(), tails: new Map(), head: [] };
  for (const { member, start } of anchors)
    desk.members.set(member, { gap: gapBefore(source.text, start), above: [], beside: [], below: [] });
  const { head, headGap, rest } = cutHead(source, anchors[0]?.start ?? source.text.length);
  let next = 0;
  for (const comment of rest) {
    while (next < anchors.length && (anchors[next]?.start ?? 0) < comment.span.start) next += 1;
    place({ comment, last: anchors[next - 1] ?? null, next: anchors[next] ?? null }, desk);
  }
  // The empty line before the first member belongs to the head: it stays when the member moves.
  const first = anchors[0] === undefined ? undefined : desk.members.get(anchors[0].member);
  if (first !== undefined) openWithoutGap(first);
  const blank: MemberNotes = { gap: false, above: [], beside: [], below: [] };
  return {
    head: [...head, ...desk.head],
    headGap,
    of: (member) => desk.members.get(member) ?? blank,
    tail: (collection) => desk.tails.get(collection) ?? [],
  };
}

function openWithoutGap(notes: Gathered): void {
  const [line] = notes.above;
  if (line === undefined) notes.gap = false;
  else notes.above[0] = { ...line, gap: false };
}

function place(at: Case, desk: Desk): void {
  const { comment, last, next } = at;
  const { text } = desk.source;
  if (last === null && next === null) desk.head.push(commentLine(text, comment));
  else if (startsLine(text, comment.span.start)) placeLine(at, desk);
  else placeBeside(at, desk);
}

/** A comment behind something on its line; behind a closing bracket it belongs to what the brackets are the value of. */
function placeBeside({ comment, last }: Case, desk: Desk): void {
  let about = last;
  while (about !== null && about.parent.span.end <= comment.span.start && isFlow(desk.source.text, about.parent))
    about = about.holder;
  const words = commentText(desk.source.text, comment);
  if (about !== null) notesOf(desk, about).beside.push(words);
  else if (last === null) desk.head.push({ text: words, gap: false });
  else addTo(desk.tails, rootOf(last), { text: words, gap: false });
}

/** A comment on a line of its own. */
function placeLine({ comment, last, next }: Case, desk: Desk): void {
  const { text } = desk.source;
  const line = commentLine(text, comment);
  const { start } = comment.span;
  if (last === null) return void (next === null ? desk.head : notesOf(desk, next).above).push(line);
  const brackets = bracketsAround(text, start, last);
  if (brackets !== null) {
    const isLast = next === null || next.start >= brackets.span.end;
    if (membersOf(brackets) === 0) notesOf(desk, last).above.push(line);
    else if (isLast) addTo(desk.tails, brackets, line);
    else notesOf(desk, next).above.push(line);
    return;
  }
  const column = start - lineStartOf(text, start);
  const { value } = last;
  if (value.kind === 'scalar' && start < value.span.start) notesOf(desk, last).above.push(line);
  else if (isBlank(last) && column > last.column && column > (next?.column ?? -1)) notesOf(desk, last).below.push(line);
  else {
    const ended = column > (next?.column ?? -1) ? endedAbove(column, last, next) : null;
    if (ended !== null) addTo(desk.tails, ended, line);
    else if (next === null) addTo(desk.tails, rootOf(last), line);
    else notesOf(desk, next).above.push(line);
  }
}

const isBlank = ({ value }: Anchor): boolean => value.kind === 'scalar' && value.span.start === value.span.end;

/** The innermost collection that has ended before `next` and whose members are indented no deeper than `column`. */
function endedAbove(column: number, last: Anchor, next: Anchor | null): Collection | null {
  const open = new Set<Collection>();
  for (let one = next; one !== null; one = one.holder) open.add(one.parent);
  for (let one: Anchor | null = last; one !== null; one = one.holder) {
    if (open.has(one.parent)) return null;
    if (one.column <= column) return one.parent;
  }
  return null;
}

/** The innermost collection in brackets that a place is within. */
function bracketsAround(text: string, start: number, last: Anchor): Collection | null {
  const { value } = last;
  const holds = (one: Collection): boolean => start < one.span.end && isFlow(text, one);
  if (value.kind !== 'scalar' && holds(value)) return value;
  for (let one: Anchor | null = last; one !== null; one = one.holder) if (holds(one.parent)) return one.parent;
  return null;
}

const membersOf = (collection: Collection): number =>
  collection.kind === 'map' ? collection.entries.length : collection.items.length;

function rootOf(anchor: Anchor): Collection {
  let { parent } = anchor;
  for (let one = anchor.holder; one !== null; one = one.holder) parent = one.parent;
  return parent;
}

function notesOf(desk: Desk, { member }: Anchor): Gathered {
  const notes = desk.members.get(member);
  if (notes === undefined) throw new Error('a member of the tree has no notes');
  return notes;
}
