import type { FormDocument, TableSpec } from '../../../src/form/index.ts';
import { buildGrids } from '../../../src/grid/index.ts';
import { layoutDocument, type Page } from '../../../src/layout/index.ts';
import { measureDocument, type Setup } from '../../../src/measure/index.ts';
import { fakeSetup } from '../../support/fake-fonts.ts';
import { lineText, successOf } from '../../support/set-form.ts';
import { cell, row } from '../../support/specs.ts';

/** The pages of a form in the fake face. */
export const pagesOf = (form: FormDocument, setup: Setup = fakeSetup): readonly Page[] =>
  successOf(layoutDocument(successOf(measureDocument(successOf(buildGrids(form)), setup)), setup.fonts)).pages;

/** The texts of each page in reading order, those of one line after another. */
export const outline = (form: FormDocument, setup?: Setup): string[] =>
  pagesOf(form, setup).map(({ texts }) => texts.map(({ line }) => lineText(line)).join(' '));

/** Rows of two cells, each 14 pt high in the fake face: 甲1 1, 甲2 2 … */
export const rows = (from: number, to: number): TableSpec['bands'][number]['children'][number][] =>
  Array.from({ length: to - from + 1 }, (_, i) => row(cell(`甲${from + i}`), cell(`${from + i}`)));

/** Text of so many lines in a column of ten Han, each known by its first character. */
export const longText = (count: number): string =>
  Array.from({ length: count }, (_, i) => `${'一二三四五六七八九十'[i % 10]}`.padEnd(10, '文')).join('');
