import type { ParagraphStyle, Span, Styles, TableStyle } from '../base/index.ts';
import type { FontSet, LabelWords } from '../text/index.ts';

/** How a form sets its documents. */
export type Setup = {
  readonly styles: Styles;
  readonly table: TableStyle;
  readonly paragraph: ParagraphStyle;
  readonly fonts: FontSet;
  readonly labelWords: LabelWords;
  /** Left out: a place is known only where as many characters are printed as were typed. */
  readonly typedAt?: TypedAt;
};

/**
 * Where a stretch (half-open, in UTF-16 units) of a printed text was typed, `value` being the whole value it was
 * printed from; null where the two do not answer to each other.
 */
export type TypedAt = (
  value: Span,
  text: string,
  stretch: { readonly start: number; readonly end: number },
) => Span | null;
