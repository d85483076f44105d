import type { ColumnWish, FormDocument, TableSpec } from '../../src/form/index.ts';

/** The first table of a form whose columns are all given as numbers. */
export function settledTable(form: FormDocument<ColumnWish>): TableSpec {
  const found = form.sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'table');
  if (found === undefined) throw new Error('the form has no table');
  const bands = found.bands.map((band) => ({
    ...band,
    columns: band.columns.filter((wish) => typeof wish === 'number'),
  }));
  return { ...found, bands };
}
