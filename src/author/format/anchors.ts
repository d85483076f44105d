import type { Comment, Mapping, Node, SourceFile } from '../../source/index.ts';
import { lineStartOf } from './lines.ts';
import type { Collection, Member } from './notes.ts';

/** A member with its place in the file. */
export type Anchor = {
  readonly member: Member;
  readonly value: Node;
  /** Where its key begins, or its dash. */
  readonly start: number;
  /** Columns before it, from 0. */
  readonly column: number;
  readonly parent: Collection;
  /** The anchor whose value `parent` is; none for the root. */
  readonly holder: Anchor | null;
};

/** True for a collection in brackets. */
export const isFlow = (text: string, { kind, span }: Node): boolean =>
  text[span.start] === (kind === 'map' ? '{' : kind === 'list' ? '[' : undefined);

/** All members of a file's collections in the order they are typed, each before what it holds. */
export function anchorsOf({ text, root, comments }: SourceFile): readonly Anchor[] {
  const anchors: Anchor[] = [];
  const commentEnds = new Map(comments.map(({ span }: Comment) => [span.start, span.end]));
  const add = (parent: Collection, holder: Anchor | null, { member, value, start }: Found): void => {
    const anchor = { member, value, start, column: start - lineStartOf(text, start), parent, holder };
    anchors.push(anchor);
    if (value.kind !== 'scalar') walk(value, anchor);
  };
  const walk = (collection: Collection, holder: Anchor | null): void => {
    if (collection.kind === 'map') {
      for (const found of entriesOf(collection)) add(collection, holder, found);
      return;
    }
    const dashed = !isFlow(text, collection);
    let from = collection.span.start;
    for (const item of collection.items) {
      const start = dashed ? dashFrom(text, from, commentEnds) : item.span.start;
      add(collection, holder, { member: item, value: item, start });
      from = item.span.end;
    }
  };
  if (root.kind !== 'scalar') walk(root, null);
  return anchors;
}

type Found = Pick<Anchor, 'member' | 'value' | 'start'>;

const entriesOf = ({ entries }: Mapping): Found[] =>
  entries.map((member) => ({ member, value: member.value, start: member.key.span.start }));

/** The dash of the next item: between two items there are only blanks and comments. */
function dashFrom(text: string, from: number, commentEnds: ReadonlyMap<number, number>): number {
  let at = from;
  while (at < text.length && text[at] !== '-') at = commentEnds.get(at) ?? at + 1;
  return at;
}
