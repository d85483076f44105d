import type { Outcome } from '../../base/index.ts';
import type { ColumnWish, FormDocument } from '../../form/index.ts';
import { buildGrids, type GridDocument } from '../../grid/index.ts';

/**
 * The tables of a filled-in form. Which cell stands beside which does not depend on widths: columns left open share
 * evenly what the others leave.
 */
export function gridsOf(form: FormDocument<ColumnWish>): Outcome<GridDocument> {
  const settled: FormDocument = {
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'table'
          ? { ...block, bands: block.bands.map((band) => ({ ...band, columns: evenly(band.columns) })) }
          : block,
      ),
    })),
  };
  return buildGrids(settled);
}

function evenly(columns: readonly ColumnWish[]): number[] {
  const fixed = columns.reduce<number>((sum, column) => sum + (typeof column === 'number' ? column : 0), 0);
  const open = columns.filter((column) => typeof column !== 'number').length;
  return columns.map((column) => (typeof column === 'number' ? column : (100 - fixed) / open));
}
