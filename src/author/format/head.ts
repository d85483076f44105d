import type { Comment, SourceFile } from '../../source/index.ts';
import { commentLine, commentText, gapBefore, startsLine } from './lines.ts';
import type { Notes } from './notes.ts';

/** The line by which editors find a schema; it counts only at the top. */
const modeline = /^#\s*yaml-language-server:/u;

/** What opens the file, and all other comments. */
type Head = Pick<Notes, 'head' | 'headGap'> & { readonly rest: readonly Comment[] };

/** Parts the comments that open the file from the others; `start` is where its first member begins. */
export function cutHead({ text, comments }: SourceFile, start: number): Head {
  const before = comments.filter(({ span }) => span.end <= start && startsLine(text, span.start));
  const opens = (comment: Comment, i: number): boolean =>
    modeline.test(commentText(text, comment)) || gapBefore(text, before[i + 1]?.span.start ?? start);
  const count = before.findLastIndex(opens) + 1;
  const head = before.slice(0, count).map((comment) => commentLine(text, comment));
  const headGap = count > 0 && gapBefore(text, before[count]?.span.start ?? start);
  const taken = new Set(before.slice(0, count));
  return { head, headGap, rest: comments.filter((comment) => !taken.has(comment)) };
}
