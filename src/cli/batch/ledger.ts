import path from 'node:path';
import type { Diagnostic } from '../../base/index.ts';
import type { Input } from '../inputs.ts';
import type { Common } from './common.ts';
import type { Worked } from './engine.ts';
import { type KnownBasis, type KnownOutput, type KnownRecord, keyOf, type Manifest } from './manifest.ts';

/** What a run has learnt for the manifest so far. */
export type Ledger = {
  /** Takes what was found when forms and fonts were opened. */
  readonly opened: (opening: readonly Diagnostic[]) => void;
  /** Takes a record that was written; one that failed leaves what was known of it. */
  readonly wrote: (input: Input, worked: Worked) => void;
  /** Takes what is now known of a record that was not made anew; null: it is forgotten. */
  readonly know: (target: string, record: KnownRecord | null) => void;
  /** Whether there is anything that the manifest does not know. */
  readonly isEmpty: () => boolean;
  /** The manifest with all this in it. */
  readonly into: (current: Manifest) => Manifest;
};

/** The answer to a question that was answered in two ways while the run lasted: no later answer is the same. */
const UNSURE = '?';

/** A record that was written, as the manifest shall have it after what it had before. */
type Written = (before: KnownRecord | undefined) => KnownRecord;

export function openLedger(out: string, common: Common): Ledger {
  let opening: readonly Diagnostic[] | null = null;
  const answersOf = new Map<string, Map<string, string>>();
  const written = new Map<string, Written>();
  const known = new Map<string, KnownRecord | null>();
  /** By forms, as of the last time that all was put into a manifest. */
  const keys = new Map<string, string>();
  const learn = (form: string, answers: ReadonlyMap<string, string>): void => {
    const all = answersOf.get(form) ?? new Map<string, string>();
    for (const [question, answer] of answers) {
      const before = all.get(question);
      all.set(question, before === undefined || before === answer ? answer : UNSURE);
    }
    answersOf.set(form, all);
  };
  const asBasis = (form: string): KnownBasis => ({ common: common.digest, answers: answersOf.get(form) ?? new Map() });
  return {
    opened: (found) => {
      opening = found;
    },
    wrote: ({ file, target }, { basis, result, modified }) => {
      if (basis === null) return;
      const { form, text, answers } = basis;
      if (answers !== null) learn(form, answers);
      if (result.state !== 'written') return;
      const made = result.outputs.map(({ format, bytes, sha256 }, i): KnownOutput => {
        return { format, bytes, modified: modified[i] ?? 0, sha256, isOld: false };
      });
      const fromHere = fromOut(out, file);
      // Made once and told when it is written down: a manifest of ten thousand records is not held beside their results.
      const recordWith = (outputs: readonly KnownOutput[]): KnownRecord => ({
        file: fromHere,
        text,
        pages: result.pages,
        outputs,
        get basis() {
          return keys.get(form) ?? '';
        },
        get findings() {
          return renamed(result.findings, file, '');
        },
      });
      const alone = recordWith(made);
      written.set(target, (before) => {
        const old = oldOutputs(before, made);
        return old.length === 0 ? alone : recordWith([...made, ...old]);
      });
    },
    know: (target, record) => void known.set(target, record),
    isEmpty: () => written.size === 0 && known.size === 0,
    into: (current) => {
      const bases = new Map(current.bases);
      const records = new Map(current.records);
      for (const [target, record] of known) {
        if (record === null) records.delete(target);
        else records.set(target, record);
      }
      for (const form of answersOf.keys()) {
        const basis = asBasis(form);
        const key = keyOf(basis);
        keys.set(form, key);
        bases.set(key, basis);
      }
      for (const [target, recordAfter] of written) records.set(target, recordAfter(records.get(target)));
      return { fonts: common.fonts, opening: opening ?? current.opening, bases, records };
    },
  };
}

/** Outputs in formats that were not asked for this time stay ours, but are no longer what the record says. */
const oldOutputs = (before: KnownRecord | undefined, made: readonly KnownOutput[]): readonly KnownOutput[] =>
  (before?.outputs ?? [])
    .filter(({ format }) => !made.some((output) => output.format === format))
    .map((output) => ({ ...output, isOld: true }));

/** A path as seen from the output folder, so that both can be moved together. */
export const fromOut = (out: string, file: string): string => path.relative(out, file).replaceAll(path.sep, '/');

/** Diagnostics with another name for a file. */
export const renamed = (findings: readonly Diagnostic[], from: string, to: string): readonly Diagnostic[] => {
  const rename = <T extends { readonly at: Diagnostic['at'] }>(one: T): T =>
    one.at.file === from ? { ...one, at: { ...one.at, file: to } } : one;
  return findings.map((one) => ({ ...rename(one), related: one.related.map(rename) }));
};
