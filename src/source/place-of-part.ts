import type { Span } from '../base/index.ts';
import type { Scalar } from './types.ts';

/** The first character of a stretch; of one without any the stretch. */
export const startOf = (span: Span): Span => ({ ...span, end: Math.min(span.start + 1, span.end) });

/** The place of a part of a scalar's text as it was typed; the whole scalar where escapes or lines hide the place. */
export function placeOfPart(
  { span, text, style }: Scalar,
  { start, end }: { readonly start: number; readonly end: number },
): Span {
  const quote = style === 'quoted' ? 1 : 0;
  if (span.end - span.start !== text.length + 2 * quote) return span;
  return { ...span, start: span.start + quote + start, end: span.start + quote + end };
}
