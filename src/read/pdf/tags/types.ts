/** A stretch of a page's content that an element of the structure tree holds. */
export type PdfMark = {
  readonly kind: 'mark';
  /** The page, counted from 0, and the number of the stretch there: glyphs of it have it as their `mark`. */
  readonly page: number;
  readonly mark: number;
};

/** An element of the structure tree (ISO 32000-1, 14.7.2). */
export type PdfElement = {
  readonly kind: 'element';
  /** The standard type: Table, TR, TH, TD, P … */
  readonly role: string;
  /** RowSpan and ColSpan, 1 where nothing is said. */
  readonly rows: number;
  readonly columns: number;
  /** What it says instead of its glyphs; null where they say it themselves. */
  readonly actualText: string | null;
  readonly kids: readonly (PdfElement | PdfMark)[];
};

/** What a file says of its structure: nothing, a tree, or something that cannot be read. */
export type PdfTags =
  | { readonly kind: 'none' }
  | { readonly kind: 'tree'; readonly root: PdfElement }
  | { readonly kind: 'unreadable' };
