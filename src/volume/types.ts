import type { Blueprint } from '../blueprint/index.ts';

/** A form that goes into a volume. */
export type Member = {
  /** The record's file as the user named it. */
  readonly file: string;
  /** Whose form it is. */
  readonly name: string;
  /** What tells it from others of the same form and name: another text of its summary, or its file. */
  readonly detail: string;
  /** The year that its record is about; empty where that is not said. */
  readonly year: string;
  readonly blueprint: Blueprint;
  /** By the columns of the form's summary: what its record has for them. */
  readonly values: readonly string[];
  readonly pages: number;
};

/** A record that has no form in the volume, and why in a few words. */
export type LeftOut = { readonly file: string; readonly reason: string };
