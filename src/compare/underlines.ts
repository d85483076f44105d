import { mpt, type Path, pathKey, pt } from '../base/index.ts';
import type { Ground, TextItem } from '../layout/index.ts';
import type { Marks, TextRange } from './marks.ts';

/** Below the baseline, in parts of the size. */
const BELOW = 0.17;
const THICK = pt(0.8);
/** The tick where something was taken out. */
const TICK = { width: pt(1), height: pt(4) } as const;

/** A line of text with the strokes under it. */
export type Underlined = { readonly item: TextItem; readonly strokes: readonly Ground[] };

/** How far a value has been read, in the cell or block that prints it. */
type Reading = { at: number };

/**
 * Lines under the characters that are new in a long text, and ticks where some were taken out. The texts of a document
 * must be given page by page in order: a text that goes on on the next page is read on there.
 */
export function underlines({ markOf, stretchesOf }: Marks): (texts: readonly TextItem[]) => readonly Underlined[] {
  const readings = new Map<string, Reading>();
  const known = new Map<string, ReturnType<Marks['stretchesOf']>>();
  const stretches = (path: Path): ReturnType<Marks['stretchesOf']> => {
    const key = pathKey(path);
    const found = known.has(key) ? (known.get(key) ?? null) : stretchesOf(path);
    known.set(key, found);
    return found;
  };
  return (texts) =>
    texts
      .filter(({ repeat, line }) => !repeat && !line.turned)
      .map((item) => ({ item, strokes: linesUnder(item) }))
      .filter(({ strokes }) => strokes.length > 0);

  function linesUnder({ x: left, y, line, owner }: TextItem): readonly Ground[] {
    const found: Ground[] = [];
    let x: number = left;
    for (const { text, size, advances, origin } of line.fragments) {
      const width = advances.reduce((sum, advance) => sum + advance, 0);
      if ('path' in origin && markOf(origin.path) === 'changed') {
        const value = stretches(origin.path);
        const place = { y: mpt(y + BELOW * size), size };
        if (value !== null) {
          const reading = readingOf(`${JSON.stringify(owner)}\0${pathKey(origin.path)}`);
          for (const piece of piecesOf({ text, advances, x }, value, reading)) found.push(stroke(piece, place));
        } else if (owner.kind === 'block') found.push(stroke({ from: x, to: x + width }, place));
      }
      x += width;
    }
    return found;
  }

  function readingOf(key: string): Reading {
    const reading = readings.get(key) ?? { at: 0 };
    readings.set(key, reading);
    return reading;
  }
}

type Stroke = { readonly from: number; readonly to: number };

function stroke({ from, to }: Stroke, { y, size }: { readonly y: number; readonly size: number }): Ground {
  if (to > from) return { kind: 'ground', x: mpt(from), y: mpt(y), width: mpt(to - from), height: THICK, grey: 0 };
  const top = mpt(y - size * 0.08);
  return { kind: 'ground', x: mpt(from - TICK.width / 2), y: top, width: TICK.width, height: TICK.height, grey: 0 };
}

type Piece = { readonly text: string; readonly advances: readonly number[]; readonly x: number };
type Stretches = { readonly text: string; readonly ranges: readonly TextRange[] };

/** The parts of a piece of a line that lie in the ranges; characters that a line drops are skipped in the value. */
function piecesOf(piece: Piece, value: Stretches, reading: Reading): readonly Stroke[] {
  const found: Stroke[] = [];
  let { x } = piece;
  let open: number | null = null;
  if (reading.at >= value.text.length) reading.at = 0;
  [...piece.text].forEach((character, i) => {
    let here = reading.at;
    while (!value.text.startsWith(character, here) && /\s/u.test(value.text[here] ?? '')) here += 1;
    for (const { start, end } of value.ranges)
      if (start === end && start >= reading.at && start <= here) found.push({ from: x, to: x });
    const inside = value.ranges.some(({ start, end }) => here >= start && here < end);
    if (inside && open === null) open = x;
    if (!inside && open !== null) {
      found.push({ from: open, to: x });
      open = null;
    }
    reading.at = here + character.length;
    x += piece.advances[i] ?? 0;
  });
  // What was taken out at the very end has no character after it.
  const end = value.text.length;
  const cut = value.ranges.some((range) => range.start === end && range.end === end);
  if (reading.at >= end && cut) found.push({ from: x, to: x });
  if (open !== null) found.push({ from: open, to: x });
  return found;
}
