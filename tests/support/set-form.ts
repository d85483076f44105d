import { type Diagnostic, type Length, type Outcome, type Paper, typeHeight } from '../../src/base/index.ts';
import type { FormDocument, TableSpec } from '../../src/form/index.ts';
import { buildGrids } from '../../src/grid/index.ts';
import { layoutDocument, type Page, type PagedDocument } from '../../src/layout/index.ts';
import {
  type MeasuredCell,
  type MeasuredDocument,
  type MeasuredGrid,
  measureDocument,
  type Setup,
} from '../../src/measure/index.ts';
import type { Line } from '../../src/text/index.ts';
import { fakeSetup } from './fake-fonts.ts';
import { formOf } from './specs.ts';

/** A form with one table, set on pages; `block` is the table's number among the blocks. */
export type SetForm = {
  readonly paper: Paper;
  readonly measured: MeasuredDocument;
  readonly grid: MeasuredGrid;
  readonly block: number;
  /** The height of an empty type area. */
  readonly room: Length;
  readonly paged: PagedDocument;
  readonly pages: readonly Page[];
  readonly warnings: readonly Diagnostic[];
};

/** The value of a success; what went wrong is thrown with its codes. */
export function successOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ code, message }) => `${code} ${message}`).join('\n'));
}

/** Sets a form of one section with one table. */
export function setForm(form: FormDocument, setup: Setup = fakeSetup): SetForm {
  const measured = successOf(measureDocument(successOf(buildGrids(form)), setup));
  return withTable(measured, layoutDocument(measured, setup.fonts));
}

/** The table of a document and its pages. */
export function withTable(measured: MeasuredDocument, laid: Outcome<PagedDocument>): SetForm {
  const blocks = measured.sections.flatMap((section) => section.blocks.map((one) => ({ section, one })));
  const block = blocks.findIndex(({ one }) => one.kind === 'grid');
  const { section, one: grid } = blocks[block] ?? {};
  if (section === undefined || grid?.kind !== 'grid') throw new Error('a form without a table');
  const paged = successOf(laid);
  const { paper } = section;
  const warnings = laid.ok ? laid.warnings : [];
  return { paper, measured, grid, block, room: typeHeight(paper), paged, pages: paged.pages, warnings };
}

export const setTable = (spec: TableSpec, paper: Paper): SetForm => setForm(formOf(paper, spec));

/** All characters of a line, those dropped at its end included. */
export const lineText = ({ fragments, trailing }: Line): string =>
  fragments.map(({ text }) => text).join('') + trailing;

/** The lines of a cell, one paragraph after another. */
export const linesOf = ({ paragraphs }: MeasuredCell): Line[] => paragraphs.flatMap(({ lines }) => lines);
