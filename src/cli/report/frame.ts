import { between } from '../../base/index.ts';
import { characterWidth, textWidth, visibleText } from '../width.ts';

/** Columns of source text that a frame shows at most. */
const FRAME_WIDTH = 96;
/** Characters looked at on either side of a caret; some take no column. */
const NEAR = 4 * FRAME_WIDTH;
/** Columns kept before the caret where a long line is cut. */
const BEFORE_CARET = 32;
const TAB = '    ';
const CUT = '…';

/** A file cut into lines once, for any number of frames. */
export type Lines = { readonly text: string; readonly starts: readonly number[] };

export function cutLines(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, starts };
}

/** The index of the line an offset stands on, from 0. */
export function lineAt({ starts }: Lines, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export type FramePart = { readonly kind: 'gutter' | 'source' | 'caret'; readonly text: string };

/**
 * The line of a range with the line before it and a line of carets below, cut to {@link FRAME_WIDTH} columns. A range
 * over several lines is shown on its first line; an empty range gets one caret.
 */
export function frame(lines: Lines, range: { start: number; end: number }, context: boolean): FramePart[][] {
  const line = lineAt(lines, range.start);
  const source = sourceOf(lines, line);
  const from = range.start - (lines.starts[line] ?? 0);
  const piece = windowOf(source, from, Math.min(from + range.end - range.start, source.length));
  const digits = String(line + 1).length;
  const gutter = (mark: string, label: string): FramePart => ({
    kind: 'gutter',
    text: ` ${mark} ${label.padStart(digits)} │ `,
  });
  const rows: FramePart[][] = [];
  if (context && line > 0)
    rows.push([gutter(' ', String(line)), { kind: 'source', text: windowOf(sourceOf(lines, line - 1), 0, 0).text }]);
  rows.push([gutter('>', String(line + 1)), { kind: 'source', text: piece.text }]);
  rows.push([
    gutter(' ', ''),
    { kind: 'caret', text: ' '.repeat(piece.caret) + '^'.repeat(Math.max(1, piece.length)) },
  ]);
  return rows;
}

function sourceOf({ text, starts }: Lines, line: number): string {
  const end = starts[line + 1];
  const source = text.slice(starts[line], end === undefined ? text.length : end - 1);
  return source.endsWith('\r') ? source.slice(0, -1) : source;
}

/** What is shown of a line: its text, and column and length of the carets in terminal columns. */
function windowOf(source: string, from: number, to: number): { text: string; caret: number; length: number } {
  const near = startNear(source, from);
  const head = shown(source.slice(near, from));
  const marked = shown(source.slice(from, Math.min(to, from + NEAR)));
  const tail = shown(source.slice(to, to + FRAME_WIDTH));
  const whole = textWidth(head) + textWidth(marked) + textWidth(tail);
  if (near === 0 && whole <= FRAME_WIDTH)
    return { text: head + marked + tail, caret: textWidth(head), length: textWidth(marked) };
  const before = near === 0 && textWidth(head) <= BEFORE_CARET ? head : CUT + lastColumns(head, BEFORE_CARET);
  const room = FRAME_WIDTH - textWidth(before);
  const after = firstColumns(marked + tail, room);
  const rest = after.length < (marked + tail).length ? CUT : '';
  const length = Math.min(textWidth(marked), textWidth(after));
  return { text: before + after + rest, caret: textWidth(before), length };
}

/** Where to begin to look at a long line, so that each of its faults takes the same time; never within a character. */
const startNear = (source: string, from: number): number => between(source, Math.max(0, from - NEAR));

const shown = (text: string): string => visibleText(text).replaceAll('\t', TAB);

function firstColumns(text: string, columns: number): string {
  let width = 0;
  let kept = '';
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns) break;
    kept += character;
  }
  return kept;
}

function lastColumns(text: string, columns: number): string {
  const characters = [...text];
  let width = 0;
  let first = characters.length;
  while (first > 0) {
    width += characterWidth(characters[first - 1] ?? '');
    if (width > columns) break;
    first -= 1;
  }
  return characters.slice(first).join('');
}
