import fc from 'fast-check';
import type { Paper } from '../../src/base/index.ts';
import type { FormDocument, Lines } from '../../src/form/index.ts';
import { keptTables, tables } from './arbitrary-tables.ts';
import { paperOf } from './fake-fonts.ts';
import { cell, formOf, lines, title } from './specs.ts';

const folio = fc.constantFrom<Paper['folio']>('none', 'none', 'gbt9704');

/** Sheets on which a table of a few rows takes many pages. */
const tinyPapers: fc.Arbitrary<Paper> = fc
  .tuple(fc.integer({ min: 150, max: 400 }), fc.integer({ min: 60, max: 200 }), folio)
  .map((sizes) => paperOf(...sizes));

const normalPapers: fc.Arbitrary<Paper> = fc
  .tuple(fc.constantFrom(440, 700), fc.constantFrom(480, 640), folio)
  .map((sizes) => paperOf(...sizes));

const formsOn = (papers: fc.Arbitrary<Paper>, some = tables): fc.Arbitrary<FormDocument> =>
  fc
    .tuple(some, papers, fc.constantFrom(0, 1, 2))
    .map(([table, paper, titles]) =>
      formOf(paper, ...Array.from({ length: titles }, (_, i) => title(`标题${i}`)), table),
    );

/** Text below a table in one or two blocks. */
const tails: fc.Arbitrary<readonly Lines[]> = fc.array(
  fc.constantFrom(
    lines([100], cell('单位负责人签字：')),
    lines([50, 50], cell('填表人：'), cell(['联系电话：', '填报日期：'], { align: 'right' })),
  ),
  { minLength: 1, maxLength: 2 },
);

/** Forms of one table with lines below it, and with or without a title. */
export const formsWithTails: fc.Arbitrary<FormDocument> = fc
  .tuple(tables, fc.oneof(tinyPapers, normalPapers), fc.boolean(), tails)
  .map(([table, paper, titled, tail]) => formOf(paper, ...(titled ? [title('标题')] : []), table, ...tail));

/** Forms of one table, with or without titles that take some of the first page. */
export const forms = formsOn(fc.oneof({ arbitrary: tinyPapers, weight: 3 }, { arbitrary: normalPapers, weight: 1 }));

/** Forms with many rows and groups that a page turn must not part. */
export const keptForms = formsOn(fc.oneof(tinyPapers, normalPapers), keptTables);

/** Forms on sheets of a usual size. */
export const usualForms = formsOn(normalPapers);

/** Forms on small sheets, but large enough for type of 10 pt. */
export const smallForms = formsOn(fc.constantFrom(paperOf(330, 260), paperOf(420, 400, 'gbt9704')));
