import type { Paper } from '../../../src/base/index.ts';
import type { TableSpec } from '../../../src/form/index.ts';
import { picturePages } from '../../support/picture-pages.ts';
import { setTable } from '../../support/set-form.ts';
import { cell, row, table } from '../../support/specs.ts';

/** In the fake face a label's line takes 14 pt, a cell's 12, and a row 2 pt more; columns hold (width − 4) / 10 Han. */
export const pagesOf = (paper: Paper, ...bands: TableSpec['bands']): string =>
  `\n${picturePages(setTable(table(...bands), paper).pages)}`;

export const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => row(cell(`第${from + i}行`), cell(`${from + i}`)));

/** Text of so many lines in a column of ten Han, each line with its number. */
export const lines = (count: number): string =>
  Array.from({ length: count }, (_, i) => `${'一二三四五六七八九十'[i % 10]}`.padEnd(10, '文')).join('');
