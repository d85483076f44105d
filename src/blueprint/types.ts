import type { Paper, ParagraphStyle, Span, Styles, TableStyle } from '../base/index.ts';

/** How an amount is printed: at least so many decimals, and whether thousands are grouped. Never rounded. */
export type AmountPrint = { readonly decimals: number; readonly group: boolean };

type FieldBase = {
  /** The key of the record, in the form's own words; empty for the items of a list. */
  readonly name: string;
  /** The key must be there. */
  readonly required: boolean;
  /** The key may have nothing after it. */
  readonly mayBeBlank: boolean;
  readonly example: string;
  readonly note: string;
  readonly at: Span;
};

/** A line of text, a year, a count, the value of an indicator, or prose of one or more paragraphs. */
export type WordField = FieldBase & { readonly kind: 'text' | 'prose' | 'year' | 'count' | 'target' };

export type AmountField = FieldBase & {
  readonly kind: 'amount';
  /** The unit that amounts are written in, such as 万元; inherited downwards. */
  readonly unit: string;
  /** Null: printed as typed. */
  readonly print: AmountPrint | null;
  readonly mayBeNegative: boolean;
  /** The path of the amounts it is the sum of; lists on the way are summed over. */
  readonly sumOf: readonly string[] | null;
};

export type GroupField = FieldBase & { readonly kind: 'group'; readonly fields: readonly Field[] };

export type ListField = FieldBase & {
  readonly kind: 'list';
  readonly item: Field;
  /** An empty list prints nothing, or one empty row. */
  readonly whenEmpty: 'nothing' | 'row';
};

/** Indicators in levels: names of a taxonomy, and under the lowest of them rows with these columns. */
export type TreeField = FieldBase & {
  readonly kind: 'tree';
  readonly taxonomy: Taxonomy;
  readonly row: GroupField;
};

export type ScalarField = WordField | AmountField;
export type Field = ScalarField | GroupField | ListField | TreeField;

/** The names of level one, each with the names of level two that may stand under it. */
export type Taxonomy = {
  readonly name: string;
  readonly levels: ReadonlyMap<string, readonly string[]>;
  /** Other names in use → the taxonomy's own name. */
  readonly aliases: ReadonlyMap<string, string>;
};

/** The number of an annex, such as 附件2, as form.yaml has it. */
export type Annex = { readonly text: string; readonly at: Span };

/** A form.yaml, read and checked. */
export type Blueprint = {
  readonly id: string;
  readonly edition: string;
  /** The years it serves; null: any. */
  readonly years: readonly number[] | null;
  readonly paper: Paper;
  readonly styles: Styles;
  readonly table: TableStyle;
  readonly paragraph: ParagraphStyle;
  /** At most so many pages, by smaller type; null: as many as it takes. */
  readonly fit: number | null;
  /** Null: the form is no annex. */
  readonly annex: Annex | null;
  readonly fields: GroupField;
  /** The first field that is a year; by it a record finds its edition. */
  readonly yearField: string | null;
  /** The field whose text is the author in the document's properties. */
  readonly author: string | null;
  /** Folders where form.hbs and partials are looked for, nearest first. */
  readonly folders: readonly string[];
};
