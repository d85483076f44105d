import type { Code, Paper, ParagraphStyle, Severity, Span, Styles, TableStyle, TextStyle } from '../base/index.ts';
import type { Scalar } from '../source/index.ts';

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
  /** The paths of the amounts it is the sum of; null: it is no sum. */
  readonly sumOf: readonly SumPath[] | null;
  /** Whether a blank is a nought to the sum; else it makes the sum unknown. */
  readonly blankIsNought: boolean;
  /** Whether it adds what stands in its own group: who adds all of the group leaves it out. */
  readonly isInner: boolean;
};

/** The names that lead to amounts; lists and indicators on the way are summed over. */
export type SumPath = readonly SumStep[];

/** A name and where form.yaml has it: in 求和, or as the member that a group hands its 求和 down to. */
export type SumStep = { readonly name: string; readonly at: Span };

export type GroupField = FieldBase & { readonly kind: 'group'; readonly fields: readonly Field[] };

export type ListField = FieldBase & {
  readonly kind: 'list';
  readonly item: Field;
  /** An empty list prints nothing, or one empty row. */
  readonly whenEmpty: 'nothing' | 'row';
  /** The word that the template prints with a number before each item, such as 目标; null: it numbers nothing. */
  readonly numbered: string | null;
};

/** Indicators in levels: names of a taxonomy, and under the lowest of them rows with these columns. */
export type TreeField = FieldBase & {
  readonly kind: 'tree';
  readonly taxonomy: Taxonomy;
  readonly row: GroupField;
  /** The word that the template prints with a number before each row, such as 指标; null: it numbers nothing. */
  readonly numbered: string | null;
};

export type ScalarField = WordField | AmountField;
export type Field = ScalarField | GroupField | ListField | TreeField;

/** The names of level one, each with the names of level two that may stand under it. */
export type Taxonomy = {
  readonly name: string;
  readonly levels: ReadonlyMap<string, readonly string[]>;
  /** Other names in use → the taxonomy's own name. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly expected: ExpectedNames;
  /** The names of level two whose indicators are counts and no rates. */
  readonly counts: readonly string[];
};

/** What indicators are expected to have; all names are the taxonomy's own. */
export type ExpectedNames = {
  /** Each of these names of level one has an indicator. */
  readonly levels: readonly string[];
  /** Under a name of level one each of these of level two is written, be it without an indicator. */
  readonly below: ReadonlyMap<string, readonly string[]>;
  /** One of these, on either level, has an indicator. */
  readonly satisfaction: readonly string[];
};

/** Grades that may stand for a percentage, each scale from its best to its worst. */
export type Grades = readonly (readonly string[])[];

/** What is known of words, in the language of indicators. */
export type WordLists = {
  /** Misspelt word → the right one. */
  readonly misspelt: ReadonlyMap<string, string>;
  /** Misspelt word → right texts that happen to contain it. */
  readonly spared: ReadonlyMap<string, readonly string[]>;
  readonly rates: RateWords;
  readonly spans: SpanWords;
  /** What the name of an indicator ends with → the unit of its values. */
  readonly measures: ReadonlyMap<string, string>;
};

/** Which indicators are rates, told by how their names end. */
export type RateWords = {
  readonly endings: readonly string[];
  /** End like rates and are none. */
  readonly others: readonly string[];
  /** Ends of the names of rates that can lie only between 0 and 100 %. */
  readonly bounded: readonly string[];
  /** Longer ends of names of rates that may lie elsewhere all the same. */
  readonly unbounded: readonly string[];
};

/** Which time a value speaks of. */
export type SpanWords = {
  /** What the name of a column has whose values are for the year, or for the whole period. */
  readonly year: readonly string[];
  readonly period: readonly string[];
  /** What the name of an indicator has whose dates may well lie in other years. */
  readonly across: readonly string[];
};

/** The number of an annex, such as 附件2, as form.yaml has it. */
export type Annex = { readonly text: string; readonly at: Span };

/** How the two sides of a sum stand to each other: =, ≤ or ≥. */
export type Relation = 'equal' | 'atMost' | 'atLeast';

/** What a form makes of a rule's findings; `off`: it does not look for them. */
export type CheckLevel = Severity | 'off';

/** How far two sides may differ: digits in the check's unit, or a percentage of the right side. */
export type Tolerance = { readonly digits: string; readonly percent: boolean };

/** A right side; `name` is what the form calls it, null where it is left to be described. */
export type SumSide = { readonly name: string | null; readonly text: Scalar };

/** A sum of a form's own, as form.yaml writes it; its expressions have not been parsed. */
export type SumCheck = {
  /** The rule of the table, or A0 for a check that only this form has. */
  readonly code: Code;
  /** Its key in form.yaml. */
  readonly name: string;
  /** Paths whose items it is evaluated for; empty: once for the record. */
  readonly each: readonly Scalar[];
  readonly left: Scalar;
  readonly relation: Relation;
  /** Alternatives: one that holds is enough. */
  readonly right: readonly SumSide[];
  /** Null: the unit of its amounts, which is one then. */
  readonly unit: string | null;
  /** Null: what rounding explains. */
  readonly tolerance: Tolerance | null;
  readonly severity: Severity;
  readonly message: Scalar | null;
  /** Paths of the fields a finding points at; empty: the amounts of the sum. */
  readonly points: readonly Scalar[];
  readonly at: Span;
};

/** 检查 of a form.yaml. */
export type Checks = {
  readonly sums: readonly SumCheck[];
  /** The levels that the form gives to rules which are not its own sums. */
  readonly levels: ReadonlyMap<Code, CheckLevel>;
};

/** The names that lead from the record to a field. */
export type FieldPath = readonly string[];

/**
 * Where a column of a summary has its values from: a text; amounts, added up in one unit; numbers of persons and things,
 * added up; how many rows lists and indicators have; what the volume knows of a form: its name, how many pages it has
 * and where it begins.
 */
export type SummarySource =
  | { readonly kind: 'text'; readonly path: FieldPath }
  | {
      readonly kind: 'amount';
      readonly paths: readonly FieldPath[];
      readonly unit: string;
      readonly print: AmountPrint;
    }
  | { readonly kind: 'count' | 'rows'; readonly paths: readonly FieldPath[] }
  | { readonly kind: 'name' | 'pages' | 'first' };

/** A column of a form's summary table. */
export type SummaryColumn = {
  readonly title: string;
  readonly source: SummarySource;
  /** Whether its sum stands in the last row. */
  readonly totalled: boolean;
};

/** A form.yaml, read and checked. */
export type Blueprint = {
  readonly id: string;
  readonly edition: string;
  /** The years it serves; null: any. */
  readonly years: readonly number[] | null;
  readonly paper: Paper;
  readonly styles: Styles;
  /** Styles that the form names itself, for single headings and lines of its template. */
  readonly ownStyles: ReadonlyMap<string, TextStyle>;
  readonly table: TableStyle;
  readonly paragraph: ParagraphStyle;
  /** At most so many pages, by smaller type; null: as many as it takes. */
  readonly fit: number | null;
  /** Null: the form is no annex. */
  readonly annex: Annex | null;
  readonly fields: GroupField;
  readonly checks: Checks;
  /** What a summary of many records shows of each; empty: the form says nothing of it. */
  readonly summary: readonly SummaryColumn[];
  /** The first field that is a year; by it a record finds its edition. */
  readonly yearField: string | null;
  /** The field whose text is the author in the document's properties. */
  readonly author: string | null;
  /** Folders where form.hbs and partials are looked for, nearest first. */
  readonly folders: readonly string[];
};
