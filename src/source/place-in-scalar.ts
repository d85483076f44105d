import { lastUpTo, type Span } from '../base/index.ts';

/** A stretch of a value's text, half-open, in UTF-16 units. */
export type Stretch = { readonly start: number; readonly end: number };

/**
 * The author's characters behind a stretch of a scalar's text. `source` is the text of the file, `scalar` the span of
 * the value with its quotes or its `|`; what lies outside the value is cut to it. Works for every style that
 * `parseSource` lets through: a plain or quoted text of one line, and the lines of a block.
 */
export function placeInScalar(source: string, scalar: Span, stretch: Stretch): Span {
  const place = placerIn(source, scalar);
  const start = Math.min(place(stretch.start), scalar.end - scalar.start);
  // The end follows from the last unit, so that a stretch that ends with a line does not reach into the next one.
  const last = stretch.end > stretch.start ? place(stretch.end - 1, 'end') : start;
  return { file: scalar.file, start: scalar.start + start, end: scalar.start + Math.max(start, last) };
}

type Edge = 'start' | 'end';
/** Where the unit at an index of the value begins, or ends, in what was typed. */
type Placer = (index: number, edge?: Edge) => number;

/** Those of values that are still known: one with a thousand findings is walked through once. */
const placers = new WeakMap<Span, { readonly source: string; readonly place: Placer }>();

function placerIn(source: string, scalar: Span): Placer {
  const known = placers.get(scalar);
  if (known?.source === source) return known.place;
  const place = placerOf(source.slice(scalar.start, scalar.end));
  placers.set(scalar, { source, place });
  return place;
}

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

/** Notes for each unit of the value where the piece between the quotes that stands for it begins and ends. */
function walking(typed: string, piece: RegExp, units: (piece: string) => number): Placer {
  const starts: number[] = [];
  const ends: number[] = [];
  const last = Math.max(1, typed.length - 1);
  for (let at = 1; at < last; at = piece.lastIndex) {
    piece.lastIndex = at;
    const [found = ''] = piece.exec(typed) ?? [];
    for (let unit = units(found); unit > 0; unit -= 1) {
      starts.push(at);
      ends.push(piece.lastIndex);
    }
  }
  return (index, edge) => (edge === 'end' ? ends : starts)[index] ?? last;
}

/** A line of a block: its first unit of the value, and where it begins in what was typed. */
type BlockLine = { readonly start: number; readonly at: number; readonly text: string };

/** The lines below the `|`; each lost the indentation of the first that is not blank. */
function inBlock(typed: string): Placer {
  const texts: Omit<BlockLine, 'start'>[] = [];
  for (let at = typed.indexOf('\n') + 1; at > 0; ) {
    const end = typed.indexOf('\n', at);
    texts.push({ at, text: typed.slice(at, end === -1 ? typed.length : end).replace(/\r$/, '') });
    at = end + 1;
  }
  const first = texts.findIndex(({ text }) => text.trim() !== '');
  const kept = first === -1 ? [] : texts.slice(first);
  const indent = indentOf(typed, kept);
  let start = 0;
  const lines = kept.map((line): BlockLine => {
    const own = { ...line, start };
    start += Math.max(0, line.text.length - indent) + 1;
    return own;
  });
  return (index, edge) => {
    const line = index < start ? lastUpTo(lines, index) : undefined;
    if (line === undefined) return typed.length;
    const place = line.at + indent + index - line.start;
    const end = line.at + line.text.length;
    return place < end ? place + (edge === 'end' ? 1 : 0) : end;
  };
}

/** A number after the `|` says that the first line keeps blanks of its own; then the line with the fewest tells. */
function indentOf(typed: string, lines: readonly { readonly text: string }[]): number {
  const full = lines.map(({ text }) => text).filter((text) => text.trim() !== '');
  const blanks = (/^\|[+-]?[1-9]/.test(typed) ? full : full.slice(0, 1)).map((text) => text.search(/\S/));
  return blanks.reduce((least, one) => Math.min(least, one), blanks[0] ?? 0);
}

const clamp = (at: number, most: number): number => Math.max(0, Math.min(at, most));
