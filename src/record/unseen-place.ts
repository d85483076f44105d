import type { Span, Unseen } from '../base/index.ts';
import type { Scalar } from '../source/index.ts';

/** The place of an unseen character of a scalar as it was typed; the whole scalar where escapes hide the place. */
export function unseenPlace({ span, text }: Scalar, { start, end }: Unseen): Span {
  const quotes = span.end - span.start - text.length;
  if (quotes !== 0 && quotes !== 2) return span;
  const first = span.start + quotes / 2;
  return { ...span, start: first + start, end: first + end };
}
