import type { Span } from '../../base/index.ts';
import type { Comment, Scalar } from '../types.ts';

/** A place in a text that is read once from its beginning to its end. */
export type Cursor = {
  readonly file: string;
  readonly text: string;
  readonly comments: Comment[];
  /** Where the reader is; in a line with content, behind the line's indentation. */
  at: number;
  /** The blanks before the content of the current line, -1 behind the last line. */
  indent: number;
  /** The end of the current line: its line feed, or the end of the text. */
  lineEnd: number;
};

/** Stands at the first line with content. */
export function openCursor(file: string, text: string): Cursor {
  const cursor: Cursor = { file, text, comments: [], at: 0, indent: -1, lineEnd: -1 };
  nextLine(cursor);
  return cursor;
}

const BLANK = 0x20;
const LINE_FEED = 0x0a;
const NUMBER_SIGN = 0x23;

/** Goes to the next line with content; notes the comments on the way. */
export function nextLine(cursor: Cursor): void {
  const { text } = cursor;
  let start = cursor.lineEnd + 1;
  while (start < text.length) {
    let at = start;
    while (text.charCodeAt(at) === BLANK) at += 1;
    const code = text.charCodeAt(at);
    const lineFeed = code === LINE_FEED ? at : text.indexOf('\n', at);
    cursor.lineEnd = lineFeed === -1 ? text.length : lineFeed;
    if (at < cursor.lineEnd && code !== NUMBER_SIGN) {
      cursor.at = at;
      cursor.indent = at - start;
      return;
    }
    if (code === NUMBER_SIGN) noteComment(cursor, at);
    start = cursor.lineEnd + 1;
  }
  cursor.at = cursor.lineEnd = text.length;
  cursor.indent = -1;
}

/** The comment from a place to the end of the line. */
function noteComment({ file, text, comments, lineEnd }: Cursor, start: number): void {
  comments.push({ text: text.slice(start + 1, lineEnd).trim(), span: { file, start, end: lineEnd } });
}

export function skipBlanks(cursor: Cursor): void {
  while (cursor.text.charCodeAt(cursor.at) === BLANK) cursor.at += 1;
}

/** Leaves a line on which nothing more stands but blanks or a comment; false where anything else does. */
export function endLine(cursor: Cursor): boolean {
  const { text, at: before, lineEnd } = cursor;
  skipBlanks(cursor);
  if (cursor.at < lineEnd) {
    if (text.charCodeAt(cursor.at) !== NUMBER_SIGN || cursor.at === before) return false;
    noteComment(cursor, cursor.at);
  }
  nextLine(cursor);
  return true;
}

/** Whether all lines are behind. */
export const isAtEnd = ({ indent }: Cursor): boolean => indent === -1;

export const spanAt = ({ file }: Cursor, start: number, end: number): Span => ({ file, start, end });

/** A scalar of a text; `style` is how it was typed. */
export const scalarOf = (text: string, style: Scalar['style'], span: Span): Scalar => ({
  kind: 'scalar',
  text,
  blank: text.trim() === '',
  style,
  span,
});

/** What stands where nothing was typed. */
export const nothingAt = (cursor: Cursor, at: number): Scalar => ({
  kind: 'scalar',
  text: '',
  blank: true,
  style: 'plain',
  span: spanAt(cursor, at, at),
});
