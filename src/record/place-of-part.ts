import type { Span } from '../base/index.ts';
import type { Scalar } from '../source/index.ts';

/** The first character of a stretch; of one without any the stretch. */
export const startOf = (span: Span): Span => ({ ...span, end: Math.min(span.start + 1, span.end) });

/** The place of a part of a scalar's text as it was typed; the whole scalar where escapes or lines hide the place. */
export function placeOfPart(
  { span, text }: Scalar,
  { start, end }: { readonly start: number; readonly end: number },
): Span {
  const quotes = span.end - span.start - text.length;
  if (quotes !== 0 && quotes !== 2) return span;
  const first = span.start + quotes / 2;
  return { ...span, start: first + start, end: first + end };
}
