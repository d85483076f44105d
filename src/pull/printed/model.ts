import { andThen, type Outcome, pathKey, succeed } from '../../base/index.ts';
import { type Blueprint, isSum } from '../../blueprint/index.ts';
import type { ColumnWish, FormDocument } from '../../form/index.ts';
import type { GridDocument } from '../../grid/index.ts';
import { type CheckedRecord, type Content, composeRecord, sampleRecord } from '../../record/index.ts';
import { type PrintedBlock, type PrintedFrom, printedBlocks } from './expect.ts';
import { flatSample } from './flat-sample.ts';
import { gridsOf } from './grids.ts';
import type { Slot } from './pattern.ts';
import { mergeStations, type Station, stationsOf } from './stations.ts';
import { textsOf } from './texts.ts';
import { type Uses, usesOf } from './uses.ts';

/** A form filled in with a record. */
export type Expand = (record: CheckedRecord) => Outcome<FormDocument<ColumnWish>>;

/** What a record's YAML prints, and what else its form could print. */
export type Model = {
  readonly blocks: readonly PrintedBlock[];
  /** For each table of `blocks` the stations that its rows may pass. */
  readonly stations: ReadonlyMap<PrintedBlock, readonly Station[]>;
  readonly uses: Uses;
  /** The keys of all values and levels that the form prints. */
  readonly printed: ReadonlySet<string>;
  /** The values that the record as it is prints, by `pathKey`. */
  readonly shown: ReadonlySet<string>;
  /** The keys of sums that the record writes out. */
  readonly typedSums: ReadonlySet<string>;
};

/** The tables of a form filled in with a record that nobody wrote. */
export type Sample = { readonly sample: CheckedRecord; readonly grids: GridDocument };

/** A form filled in with records that have what others may not have. */
export const samplesOf = (blueprint: Blueprint, expand: Expand): readonly Sample[] =>
  sampleRecords(blueprint).flatMap((sample) => {
    const grids = andThen(expand(sample), gridsOf);
    return grids.ok ? [{ sample, grids: grids.value }] : [];
  });

/** Tells how a form prints a record, and by its samples what else it could print. */
export function modelOf(
  record: CheckedRecord,
  form: FormDocument<ColumnWish>,
  samples: readonly Sample[],
): Outcome<Model> {
  return andThen(gridsOf(form), (own) => {
    const root = record.blueprint.fields;
    const uses = usesOf([own, ...samples.map(({ grids }) => grids)], root);
    const blocksOf = (from: CheckedRecord, grids: GridDocument): readonly PrintedBlock[] => {
      const texts = textsOf(from.root);
      const printedFrom: PrintedFrom = { root, uses, textAt: (path) => texts.get(pathKey(path)) ?? '' };
      return printedBlocks(grids, printedFrom);
    };
    const blocks = blocksOf(record, own);
    const others = samples.map(({ sample, grids }) => blocksOf(sample, grids).filter(({ kind }) => kind === 'table'));
    const stations = new Map<PrintedBlock, readonly Station[]>();
    const tables = blocks.filter((block) => block.kind === 'table');
    tables.forEach((table, i) => {
      const more = others.flatMap((all) => {
        const other = all.length === tables.length ? all[i] : undefined;
        return other?.kind === 'table' ? [stationsOf(other, false)] : [];
      });
      stations.set(table, more.reduce(mergeStations, stationsOf(table, true)));
    });
    const slots = slotsIn(blocks);
    return succeed({
      blocks,
      stations,
      uses,
      printed: keysIn(blocks, stations),
      shown: new Set(slots.map(({ spot }) => pathKey(spot.path))),
      typedSums: new Set(slots.filter(isTypedSum).map(({ spot }) => spot.key)),
    });
  });
}

const sampleRecords = (blueprint: Blueprint): readonly CheckedRecord[] => [
  sampleRecord(blueprint, 'full'),
  composeRecord(blueprint, flatSample(blueprint.fields) as { readonly [name: string]: Content }),
  sampleRecord(blueprint, 'blank'),
];

const slotsIn = (blocks: readonly PrintedBlock[]): readonly Slot[] =>
  blocks
    .flatMap((block) =>
      block.kind === 'line' ? block.cells : block.rows.flatMap(({ cells }) => cells.map(({ pattern }) => pattern)),
    )
    .flatMap(({ slots }) => slots);

const isTypedSum = ({ spot: { field }, computed, text }: Slot): boolean =>
  field !== null && isSum(field) && !computed && text !== '';

function keysIn(
  blocks: readonly PrintedBlock[],
  stations: ReadonlyMap<PrintedBlock, readonly Station[]>,
): ReadonlySet<string> {
  const keys = new Set<string>();
  const patterns = blocks.flatMap((block) =>
    block.kind === 'line'
      ? block.cells
      : (stations.get(block) ?? []).flatMap(({ kinds }) =>
          kinds.flatMap(({ cells }) => cells.map((cell) => cell.pattern)),
        ),
  );
  for (const { spot } of patterns.flatMap(({ slots }) => slots)) {
    keys.add(spot.key);
    for (const level of spot.levels) keys.add(level);
  }
  return keys;
}
