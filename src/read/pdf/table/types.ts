/** How wide some characters are that stay together, and how far the next ones on the line begin from where they do. */
export type Stretch = { readonly width: number; readonly advance: number };

/** A line of text in a ruled cell; lengths in points, `left` and `right` from the cell's left rule. */
export type CellLine = {
  readonly text: string;
  /** Where its first and last inked characters begin and end; blanks at either end are not counted. */
  readonly left: number;
  readonly right: number;
  /** How wide its characters are by themselves, without what stretches the line. */
  readonly natural: number;
  /** The baseline from the cell's top rule. */
  readonly y: number;
  /** The size of its largest character. */
  readonly size: number;
  /** The stretches, one after another, that a line break may not part. */
  readonly stretches: readonly Stretch[];
  /** How many inked characters. */
  readonly inked: number;
};

/** A cell as it is ruled on one page: columns `x … x + columns` and rows `y … y + rows` count lines of its part. */
export type RuledCell = {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly CellLine[];
  /** The lines joined with nothing between them. */
  readonly text: string;
  /** The font of most of its Han, or of most of what there is; -1 for an empty cell. */
  readonly face: number;
};

/** A table, or the part of one that stands on a page: cells that touch, in reading order. */
export type RuledPart = {
  readonly page: number;
  /** Its outer rules, in points from the top left corner of the page. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  /** The columns' edges from the part's left rule, and how many rows it has. */
  readonly edges: readonly number[];
  readonly rows: number;
  readonly cells: readonly RuledCell[];
};
