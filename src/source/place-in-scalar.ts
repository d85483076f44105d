import type { Span } from '../base/index.ts';

/** A stretch of a value's text, half-open, in UTF-16 units. */
export type Stretch = { readonly start: number; readonly end: number };

/**
 * The author's characters behind a stretch of a scalar's text. `source` is the text of the file, `scalar` the span of
 * the value with its quotes or its `|`; what lies outside the value is cut to it. Works for every style that
 * `parseSource` lets through: a plain or quoted text of one line, and the lines of a block.
 */
export function placeInScalar(source: string, scalar: Span, stretch: Stretch): Span {
  const typed = source.slice(scalar.start, scalar.end);
  const place = placerOf(typed);
  const start = Math.min(place(stretch.start), typed.length);
  // The end follows from the last unit, so that a stretch that ends with a line does not reach into the next one.
  const last = stretch.end > stretch.start ? place(stretch.end - 1, 'end') : start;
  return { file: scalar.file, start: scalar.start + start, end: scalar.start + Math.max(start, last) };
}

type Edge = 'start' | 'end';
/** Where the unit at an index of the value begins, or ends, in what was typed. */
type Placer = (index: number, edge?: Edge) => number;

function placerOf(typed: string): Placer {
  if (typed.startsWith("'")) return walking(typed, /''|./gsy, () => 1);
  if (typed.startsWith('"')) return walking(typed, doubleQuoted, unitsOf);
  return typed.startsWith('|')
    ? inBlock(typed)
    : (index, edge) => clamp(index + (edge === 'end' ? 1 : 0), typed.length);
}

/** The escapes of YAML 1.2.2, 5.7; a line end after a backslash is no part of the text. */
const doubleQuoted = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r?\n[ \t]*|.)|./gsy;

function unitsOf(piece: string): number {
  if (!piece.startsWith('\\')) return 1;
  if (piece[1] === 'U') return String.fromCodePoint(Math.min(Number.parseInt(piece.slice(2), 16), 0x10ffff)).length;
  return piece[1] === '\n' || piece[1] === '\r' ? 0 : 1;
}

/** Counts the units that each piece between the quotes stands for. */
function walking(typed: string, piece: RegExp, units: (piece: string) => number): Placer {
  return (index, edge) => {
    let passed = 0;
    let at = 1;
    while (at < typed.length - 1) {
      piece.lastIndex = at;
      const [found = ''] = piece.exec(typed) ?? [];
      const next = passed + units(found);
      if (index < next) return edge === 'end' ? at + found.length : at;
      passed = next;
      at += found.length;
    }
    return Math.max(1, typed.length - 1);
  };
}

/** The lines below the `|`; each lost the indentation of the first that is not blank. */
function inBlock(typed: string): Placer {
  const lines: { readonly start: number; readonly text: string }[] = [];
  for (let start = typed.indexOf('\n') + 1; start > 0; ) {
    const end = typed.indexOf('\n', start);
    lines.push({ start, text: typed.slice(start, end === -1 ? typed.length : end).replace(/\r$/, '') });
    start = end + 1;
  }
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const kept = first === -1 ? [] : lines.slice(first);
  const indent = indentOf(typed, kept);
  return (index, edge) => {
    let rest = index;
    for (const { start, text } of kept) {
      const length = Math.max(0, text.length - indent);
      if (rest < length) return start + indent + rest + (edge === 'end' ? 1 : 0);
      if (rest === length) return start + text.length;
      rest -= length + 1;
    }
    return typed.length;
  };
}

/** A number after the `|` says that the first line keeps blanks of its own; then the line with the fewest tells. */
function indentOf(typed: string, lines: readonly { readonly text: string }[]): number {
  const full = lines.map(({ text }) => text).filter((text) => text.trim() !== '');
  const blanks = (/^\|[+-]?[1-9]/.test(typed) ? full : full.slice(0, 1)).map((text) => text.search(/\S/));
  return blanks.reduce((least, one) => Math.min(least, one), blanks[0] ?? 0);
}

const clamp = (at: number, most: number): number => Math.max(0, Math.min(at, most));
