import type { Span } from '../base/index.ts';

/** A text as the author typed it. Nothing is a number, a date or a boolean before a field says so. */
export type Scalar = {
  readonly kind: 'scalar';
  /** Plain: the source text; quoted: what the quotes mean; block: its lines joined by `\n`, outer blank lines dropped. */
  readonly text: string;
  /** True where nothing was typed, or only white space. */
  readonly blank: boolean;
  readonly style: 'plain' | 'quoted' | 'block';
  /** The scalar's own characters with its quotes; zero-width right after the `:` or `-` where nothing was typed. */
  readonly span: Span;
};

export type Sequence = { readonly kind: 'list'; readonly items: readonly Node[]; readonly span: Span };

export type Entry = { readonly key: Scalar; readonly value: Node; readonly span: Span };

/** Entries in the author's order; no key stands twice. */
export type Mapping = { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly span: Span };

export type Node = Scalar | Sequence | Mapping;

/** A comment without its `#` and outer blanks; the span has the `#`. */
export type Comment = { readonly text: string; readonly span: Span };

/** A YAML file as a tree of texts, each with its place; all offsets count UTF-16 units of `text`. */
export type SourceFile = {
  readonly file: string;
  readonly text: string;
  readonly root: Node;
  readonly comments: readonly Comment[];
};
