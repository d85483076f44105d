import type { Entry, Mapping, Node, Sequence } from '../../source/index.ts';

/** A collection whose members stand in lines of their own. */
export type Collection = Mapping | Sequence;

/** What can have comments: an entry of a mapping, or an item of a list. */
export type Member = Entry | Node;

/** A comment on a line of its own, with its `#`; `gap`: an empty line comes before it. */
export type CommentLine = { readonly text: string; readonly gap: boolean };

/** What belongs to a member besides its text. */
export type MemberNotes = {
  /** An empty line comes before the member itself (after the comments above it). */
  readonly gap: boolean;
  readonly above: readonly CommentLine[];
  /** Comments behind it on its line, in the order of the file; more than one where a value stood below its key. */
  readonly beside: readonly string[];
  /** Comments in the place of a value that was left blank. */
  readonly below: readonly CommentLine[];
};

/** All comments of a file, each at the one member or collection it belongs to. */
export type Notes = {
  /** What opens the file: comments that an empty line parts from the first member, and a line that speaks to editors. */
  readonly head: readonly CommentLine[];
  /** An empty line follows the head. */
  readonly headGap: boolean;
  readonly of: (member: Member) => MemberNotes;
  /** Comments after the last member of a collection, indented like its members. */
  readonly tail: (collection: Collection) => readonly CommentLine[];
};
