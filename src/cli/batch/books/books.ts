import { existsSync } from 'node:fs';
import type { Diagnostic, World } from '../../../base/index.ts';
import type { Places } from '../../../press.ts';
import type { Input } from '../../inputs/inputs.ts';
import type { Errand, Worked } from '../engine.ts';
import type { RecordResult } from '../types.ts';
import { commonOf } from './common.ts';
import { findGone, type Gone } from './gone.ts';
import { openLedger } from './ledger.ts';
import { manifestPath, openManifest } from './manifest-file.ts';
import { openStanding } from './standing.ts';

/** Milliseconds after which what was made is written down while a run goes on, so that a killed one loses little. */
const OFTEN = 2_000;
/** Writing down takes no more than this part of the time. */
const SHARE = 0.05;

/** What a run knows of earlier ones, and leaves to later ones. */
export type Books = {
  /** The manifest cannot be used; all is made anew. */
  readonly isUnusable: boolean;
  /** Nothing is known of earlier runs. */
  readonly isNew: boolean;
  /** What was found when forms and fonts were last opened. */
  readonly opening: readonly Diagnostic[];
  /** The result of a record that need not be made anew; null: it must. */
  readonly standing: (input: Input) => RecordResult | null;
  readonly opened: (opening: readonly Diagnostic[]) => void;
  /** Takes a record that was worked on. */
  readonly worked: (input: Input, worked: Worked) => void;
  /** Output of records that are gone. */
  readonly gone: (args: readonly string[], inputs: readonly Input[]) => readonly Gone[];
  /** Forgets a record that is gone, or remembers only these outputs of it. */
  readonly forget: (gone: Gone, but: Gone['outputs']) => void;
  /** Writes down what is new; false where that cannot be done. */
  readonly save: () => Promise<boolean>;
};

/** Whether an output folder has books: a single record does not begin them. */
export const hasBooks = (out: string): boolean => existsSync(manifestPath(out));

export function openBooks(errand: Errand, places: Places, world: World): Books {
  const { out } = errand;
  const file = openManifest(out);
  const { known } = file;
  const common = commonOf(errand, places, known.fonts);
  const ledger = openLedger(out, common);
  const standing = openStanding({ known, common, world, errand });
  const areFontsNew = [...common.fonts].some(([name, { modified }]) => known.fonts.get(name)?.modified !== modified);
  let due = performance.now() + OFTEN;
  const save = async (): Promise<boolean> => {
    due = Number.POSITIVE_INFINITY;
    const start = performance.now();
    const isSaved = await file.save(ledger.into);
    const end = performance.now();
    due = end + Math.max(OFTEN, (end - start) / SHARE);
    return isSaved;
  };
  return {
    isUnusable: file.isUnusable,
    isNew: known.records.size === 0,
    opening: known.opening,
    standing: (input) => {
      const found = standing(input);
      if (found?.news) ledger.know(input.target, found.news);
      return found?.result ?? null;
    },
    opened: ledger.opened,
    worked: (input, worked) => {
      ledger.wrote(input, worked);
      if (performance.now() > due) void save();
    },
    gone: (args, inputs) => findGone(known, { args, inputs }, out),
    forget: ({ target, record }, but) => ledger.know(target, but.length === 0 ? null : { ...record, outputs: but }),
    save: async () => (ledger.isEmpty() && !areFontsNew && !file.isUnusable) || save(),
  };
}
