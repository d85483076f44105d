import type { Diagnostic, Span } from '../base/index.ts';

/** A stretch of a text and what it should be. */
export type Mend = { readonly start: number; readonly end: number; readonly put: string };

/** Mends of a part of a text as mends of the text; the part begins at an offset. */
export const movedBy = (mends: readonly Mend[], offset: number): Mend[] =>
  mends.map(({ start, end, put }) => ({ start: start + offset, end: end + offset, put }));

/** A text with some slips mended, and the way from its faults to the author's characters. */
export type Mended = {
  readonly text: string;
  readonly asTyped: (fault: Diagnostic) => Diagnostic;
  /** Whether a fault of the mended text begins in what was put where nothing had been typed. */
  readonly isPutIn: (fault: Diagnostic) => boolean;
};

/** Mends stretches of a text that do not overlap. */
export function mended(text: string, mends: readonly Mend[]): Mended {
  const pieces: string[] = [];
  /** Where each mend ends in the mended text, and in the author's. */
  const places: { readonly mend: Mend; readonly end: number }[] = [];
  let at = 0;
  let length = 0;
  for (const mend of mends.toSorted((a, b) => a.start - b.start)) {
    pieces.push(text.slice(at, mend.start), mend.put);
    length += mend.start - at + mend.put.length;
    at = mend.end;
    places.push({ mend, end: length });
  }
  const offset = (there: number): number => {
    const last = places.findLast(({ mend, end }) => end - mend.put.length < there);
    if (last === undefined) return there;
    return there < last.end ? last.mend.start : last.mend.end + there - last.end;
  };
  const place = (span: Span): Span => ({ ...span, start: offset(span.start), end: offset(span.end) });
  return {
    text: pieces.join('') + text.slice(at),
    isPutIn: ({ at: { start } }) =>
      places.some(({ mend, end }) => mend.start === mend.end && end - mend.put.length <= start && start < end),
    asTyped: (fault) => ({
      ...fault,
      at: place(fault.at),
      related: fault.related.map((one) => ({ ...one, at: place(one.at) })),
    }),
  };
}
