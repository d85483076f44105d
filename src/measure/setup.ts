import type { ParagraphStyle, Styles, TableStyle } from '../base/index.ts';
import type { FontSet, LabelWords } from '../text/index.ts';

/** How a form sets its documents. */
export type Setup = {
  readonly styles: Styles;
  readonly table: TableStyle;
  readonly paragraph: ParagraphStyle;
  readonly fonts: FontSet;
  readonly labelWords: LabelWords;
};
