import type { ReadTable } from '../types.ts';
import type { Unread } from '../unread.ts';

/** A paragraph outside tables; a line break inside it is `\n`, a tab `\t`. */
export type ReadParagraph = {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Left out where there is nothing of the kind. */
  readonly unread?: readonly Unread[];
};

/** A paragraph as written; each kind of what is not read is told of once. */
export type WrittenParagraph = { readonly text: string; readonly unread: readonly Unread[] };

/** The body of a DOCX file, in order; headers, footers and notes are not part of it. */
export type DocxContent = {
  readonly kind: 'docx';
  readonly blocks: readonly (ReadParagraph | ReadTable)[];
  /** Whether changes are tracked in it; they are read as accepted. */
  readonly tracked: boolean;
};

/** A `w:tc` as written, before merges are worked out. */
export type WrittenCell = {
  /** `w:gridSpan`. */
  readonly span: number;
  readonly vertical: Merge;
  /** The legacy `w:hMerge`. */
  readonly horizontal: Merge;
  readonly paragraphs: readonly WrittenParagraph[];
};

export type Merge = 'none' | 'restart' | 'continue';

/** A `w:tr` as written: `before` is its `w:gridBefore`, `after` its `w:gridAfter`. */
export type WrittenRow = {
  readonly before: number;
  readonly after: number;
  readonly cells: readonly WrittenCell[];
};
