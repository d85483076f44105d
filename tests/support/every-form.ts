import fc from 'fast-check';
import { typeHeight, typeWidth } from '../../src/base/index.ts';
import type { FormDocument } from '../../src/form/index.ts';
import { buildGrids } from '../../src/grid/index.ts';
import type { CellBox, Page, TextItem } from '../../src/layout/index.ts';
import type { Setup } from '../../src/measure/index.ts';
import { forms } from './arbitrary-papers.ts';
import { pictureGrid } from './picture-grid.ts';
import { picturePages } from './picture-pages.ts';
import { runs } from './runs.ts';
import { linesOf, lineText, type SetForm, setForm, successOf } from './set-form.ts';

type Runs = {
  readonly seed: number;
  readonly numRuns?: number;
  readonly from?: fc.Arbitrary<FormDocument>;
  readonly setup?: Setup;
};

/** Checks a law on many random forms with a fixed seed; a law throws where it does not hold. */
export function everyForm(law: (set: SetForm) => void, { seed, numRuns = runs(60), from = forms, setup }: Runs): void {
  const property = fc.property(from, (form) => law(setForm(form, setup)));
  report(fc.check(property, { seed, numRuns }), setup);
}

/** {@link everyForm} for a law that waits for something. */
export async function everyFormSoon(
  law: (set: SetForm) => Promise<void>,
  { seed, numRuns = runs(60), from = forms, setup }: Runs,
): Promise<void> {
  const property = fc.asyncProperty(from, (form) => law(setForm(form, setup)));
  report(await fc.check(property, { seed, numRuns }), setup);
}

function report({ failed, counterexample, errorInstance }: fc.RunDetails<[FormDocument]>, setup?: Setup): void {
  if (!failed) return;
  const reason = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  throw new Error(`${reason}\nsmallest case:\n${counterexample ? pictureForm(counterexample[0], setup) : 'none'}`);
}

/** A form for people: the room on a page, the cells, and the pages as far as they can be set. */
function pictureForm(form: FormDocument, setup?: Setup): string {
  const [section] = successOf(buildGrids(form)).sections;
  const grids = section?.blocks.flatMap((block) => (block.kind === 'grid' ? [pictureGrid(block)] : [])) ?? [];
  const room = section === undefined ? '' : `${typeWidth(section.paper)} × ${typeHeight(section.paper)} mpt`;
  return [room, `${(section?.blocks.length ?? 1) - 1} titles`, ...grids, pagesOf(form, setup)].join('\n');
}

function pagesOf(form: FormDocument, setup?: Setup): string {
  try {
    return picturePages(setForm(form, setup).pages);
  } catch (error) {
    return String(error);
  }
}

/** Whether a cell is printed whole wherever it reaches; all others flow on. */
export const isWholeLabel = ({ grid, room }: SetForm, cell: number): boolean =>
  grid.grid.cells[cell]?.role === 'label' && (grid.cells[cell]?.need ?? 0) <= room;

/** The texts of a cell's lines that have characters. */
export const inkedLines = ({ grid }: SetForm, cell: number): string[] => {
  const measured = grid.cells[cell];
  return measured === undefined
    ? []
    : linesOf(measured)
        .map(lineText)
        .filter((text) => text !== '');
};

/** What a page prints of a cell. */
export function textsOf(page: Page, cell: number): readonly TextItem[] {
  const known = textsOfPages.get(page) ?? textsByCell(page);
  textsOfPages.set(page, known);
  return known.get(cell) ?? [];
}

/** Laws ask for cell after cell. */
const textsOfPages = new WeakMap<Page, ReadonlyMap<number, readonly TextItem[]>>();

function textsByCell({ texts }: Page): Map<number, TextItem[]> {
  const byCell = new Map<number, TextItem[]>();
  for (const text of texts) {
    if (text.owner.kind !== 'cell') continue;
    const known = byCell.get(text.owner.cell);
    if (known === undefined) byCell.set(text.owner.cell, [text]);
    else known.push(text);
  }
  return byCell;
}

export const boxOf = ({ boxes }: Page, cell: number): CellBox | undefined => boxes.find((box) => box.cell === cell);

/** The rows of which a page prints cells of one row: those for the first time, and those printed again. */
export function rowsOn({ grid }: SetForm, { boxes }: Page): { readonly own: number[]; readonly again: number[] } {
  const own = new Set<number>();
  const again = new Set<number>();
  for (const { cell, repeat } of boxes) {
    const place = grid.grid.cells[cell];
    if (place?.height !== 1) continue;
    if (repeat && isHeaderRow(grid.grid, place.y)) again.add(place.y);
    else own.add(place.y);
  }
  const sorted = (rows: Iterable<number>): number[] => [...rows].sort((a, b) => a - b);
  // The labels of a row that goes on from the page before are repeats too.
  return { own: sorted(own), again: sorted(again).filter((row) => !own.has(row)) };
}

export const isHeaderRow = ({ headers }: SetForm['grid']['grid'], row: number): boolean =>
  headers.some(({ first, end }) => row >= first && row < end);

/** Whether each row has a cell that stands in it alone, so that boxes tell which rows a page prints. */
export const everyRowSeen = ({ grid }: SetForm): boolean =>
  grid.grid.slots.every((owners) => owners.some((id) => grid.grid.cells[id]?.height === 1));
