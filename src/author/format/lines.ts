import type { Comment } from '../../source/index.ts';
import type { CommentLine } from './notes.ts';

/** The offset of the first character of the line an offset stands on. */
export const lineStartOf = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** True where nothing but blanks stands before an offset on its line. */
export const startsLine = (text: string, offset: number): boolean =>
  text.slice(lineStartOf(text, offset), offset).trim() === '';

/** True where the line before an offset's line is empty. */
export function gapBefore(text: string, offset: number): boolean {
  const lineStart = lineStartOf(text, offset);
  return lineStart > 0 && text.slice(lineStartOf(text, lineStart - 1), lineStart - 1).trim() === '';
}

/** A comment as it was typed, with its `#`. */
export const commentText = (text: string, { span }: Comment): string => text.slice(span.start, span.end).trimEnd();

/** A comment on a line of its own. */
export const commentLine = (text: string, comment: Comment): CommentLine => ({
  text: commentText(text, comment),
  gap: gapBefore(text, comment.span.start),
});
