import type { Decimal } from '../decimal.ts';

/** How a value compares with what is achieved; a word such as 不低于, or 以上 behind the number, is put as its sign. */
export type Operator = '≥' | '>' | '≤' | '<' | '=' | '≈';

/** A number with what it counts. */
export type Quantity = {
  readonly number: Decimal;
  /** Percent as such (90 for 90%), also for 百分之九十 and 九成; per mille in percent. */
  readonly percent: boolean;
  /** The power of ten of 万, 亿 … before the unit; 0 without them. */
  readonly multiple: number;
  /** Such as 人次 or 元/人; empty where none is written, and for percents. */
  readonly unit: string;
};

/** A day, month or year; null for the parts that are not said. */
export type Moment = { readonly year: number | null; readonly month: number | null; readonly day: number | null };

/** One of several counts, such as 社工人员11人. */
export type Part = { readonly name: string; readonly quantity: Quantity };

/** What the value of an indicator says, in its own kind. */
export type Reading =
  | { readonly kind: 'blank' }
  /** 不适用, 无 and the like. */
  | { readonly kind: 'none' }
  | { readonly kind: 'quantity'; readonly operator: Operator | null; readonly quantity: Quantity }
  | { readonly kind: 'range'; readonly from: Quantity; readonly to: Quantity }
  /** The total before a bracket with its parts; `whole` is false where only some of them are named (其中). */
  | {
      readonly kind: 'breakdown';
      readonly operator: Operator | null;
      readonly quantity: Quantity;
      readonly parts: readonly Part[];
      readonly whole: boolean;
    }
  | { readonly kind: 'list'; readonly parts: readonly Part[] }
  /** `to` is null where one moment is named. */
  | { readonly kind: 'date'; readonly from: Moment; readonly to: Moment | null }
  | { readonly kind: 'formula'; readonly name: string; readonly expression: string }
  /** A word with what bounds it, such as 良以上: a grade where the lists of grades have it. */
  | { readonly kind: 'word'; readonly word: string; readonly operator: Operator | null }
  | { readonly kind: 'free' };

/** The value of an indicator as the author wrote it, which is what is printed, and what it says. */
export type Target = { readonly text: string; readonly reading: Reading };
