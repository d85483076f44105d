import { settle, type World } from '../../src/base/index.ts';
import { type Blueprint, openShelf, type Shelf } from '../../src/blueprint/index.ts';
import { nodeWorld } from '../../src/cli/disk/world.ts';
import { encloseRecord } from '../../src/enclose.ts';
import { expandForm, loadTemplate, type Template } from '../../src/form/index.ts';
import { buildGrids, type GridDocument } from '../../src/grid/index.ts';
import { layoutDocument, type PagedDocument } from '../../src/layout/index.ts';
import { type MeasuredDocument, measureDocument, type Setup, settleColumns } from '../../src/measure/index.ts';
import { checkRecord, readRecord } from '../../src/record/index.ts';
import { parseSource } from '../../src/source/index.ts';
import { tagDocument } from '../../src/tags/index.ts';
import { type FontSet, openFonts } from '../../src/text/index.ts';
import { writeDocx } from '../../src/write/flow/docx/index.ts';
import { writePdf } from '../../src/write/page/pdf/index.ts';
import { places, recordFile } from '../folders.ts';
import { expectValue } from '../outcome.ts';
import type { StageName } from '../run-facts.ts';
import type { Contestant } from './contestant.ts';

/** What the stages share from record to record. */
export type Workshop = {
  readonly world: World;
  readonly shelf: Shelf;
  readonly fonts: FontSet;
  readonly templates: Map<Blueprint, Template>;
};

export function openWorkshop(): Workshop {
  const world = nodeWorld();
  const shelf = expectValue(openShelf(world, places.templates, places.fonts));
  return { world, shelf, fonts: openFonts(world, shelf.commons.faces), templates: new Map() };
}

export type Worked = {
  readonly grids: GridDocument;
  readonly setup: Setup;
  readonly measured: MeasuredDocument;
  readonly paged: PagedDocument;
  readonly pdf: Uint8Array;
  readonly docx: Uint8Array;
  /** Milliseconds. */
  readonly times: Readonly<Record<StageName, number>>;
};

/** The way of `pipeline.ts`, with a look at the clock after each stage. */
export async function workThrough(file: string, { world, shelf, fonts, templates }: Workshop): Promise<Worked> {
  const start = performance.now();
  const source = expectValue(parseSource(file, expectValue(world.readText(file))));
  const read = performance.now();
  const record = expectValue(readRecord(source, shelf));
  expectValue(settle(record, await checkRecord(record, shelf.commons)));
  const checked = performance.now();
  const { blueprint } = record;
  const template = templates.get(blueprint) ?? expectValue(loadTemplate(world, blueprint, shelf.partialFolders));
  templates.set(blueprint, template);
  const form = expectValue(expandForm(record, template));
  const expanded = performance.now();
  const { labelWords } = shelf.commons;
  const { styles, table, paragraph } = blueprint;
  const setup = { styles, table, paragraph, fonts, labelWords };
  const grids = expectValue(buildGrids(expectValue(settleColumns(form, setup)).form));
  const placed = performance.now();
  const measured = expectValue(measureDocument(grids, setup));
  const broken = performance.now();
  const paged = expectValue(layoutDocument(measured, fonts));
  const laidOut = performance.now();
  const enclosure = encloseRecord(record, measured, { isMarked: false, fit: null });
  const pdf = await writePdf(paged, { tagged: { kind: 'a3a', tree: tagDocument(measured) }, enclosure });
  const printed = performance.now();
  const docx = await writeDocx({ ...measured, enclosure }, paged, shelf.commons.faces);
  const written = performance.now();
  const times = {
    source: read - start,
    record: checked - read,
    form: expanded - checked,
    grid: placed - expanded,
    measure: broken - placed,
    layout: laidOut - broken,
    pdf: printed - laidOut,
    docx: written - printed,
  };
  return { grids, setup, measured, paged, pdf, docx, times };
}

/** Both formats, stage by stage. */
export const biaoliStages: Contestant = {
  open: async () => {
    const workshop = openWorkshop();
    return async (index) => {
      const { paged, pdf, docx, times } = await workThrough(recordFile(index), workshop);
      return { bytes: pdf.length + docx.length, pages: paged.pages.length, stages: times };
    };
  },
};
