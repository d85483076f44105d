import { type Diagnostic, remembered } from '../../../base/index.ts';
import { relativePath } from '../../disk/paths.ts';
import type { Input } from '../../inputs/inputs.ts';
import type { Worked } from '../engine.ts';
import type { RecordResult } from '../types.ts';
import type { Common } from './common.ts';
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

/** The key of a form's basis as of the last time that all was put into a manifest. */
type Key = { text: string };

/** A record that was written: what its result holds anyway is told from there when the manifest is written down. */
class WrittenRecord implements KnownRecord {
  readonly text: string;
  readonly file: string;
  readonly outputs: readonly KnownOutput[];
  readonly #key: Key;
  readonly #result: RecordResult;

  constructor({ file, text, outputs }: Pick<KnownRecord, 'file' | 'text' | 'outputs'>, key: Key, result: RecordResult) {
    this.file = file;
    this.text = text;
    this.outputs = outputs;
    this.#key = key;
    this.#result = result;
  }

  get pages(): number | null {
    return this.#result.pages;
  }

  get basis(): string {
    return this.#key.text;
  }

  get findings(): readonly Diagnostic[] {
    return renamed(this.#result.findings, this.#result.file, '');
  }

  /** As the manifest shall have it after what it had before. */
  after(before: KnownRecord | undefined): KnownRecord {
    const old = oldOutputs(before, this.outputs);
    if (old.length === 0) return this;
    return new WrittenRecord({ ...this, outputs: [...this.outputs, ...old] }, this.#key, this.#result);
  }

  toJSON(): KnownRecord {
    const { file, text, pages, outputs, basis, findings } = this;
    return { file, text, pages, outputs, basis, findings };
  }
}

export function openLedger(out: string, common: Common): Ledger {
  let opening: readonly Diagnostic[] | null = null;
  const answersOf = new Map<string, Map<string, string>>();
  const written = new Map<string, WrittenRecord>();
  const known = new Map<string, KnownRecord | null>();
  const keyFor = remembered((_form: string): Key => ({ text: '' }));
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
    wrote: ({ file, target }, { basis, result }) => {
      if (basis === null) return;
      const { form, text, answers } = basis;
      if (answers !== null) learn(form, answers);
      if (result.state !== 'written') return;
      const outputs = result.outputs.map(({ file: _, ...output }): KnownOutput => ({ ...output, isOld: false }));
      written.set(target, new WrittenRecord({ file: relativePath(out, file), text, outputs }, keyFor(form), result));
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
        const key = keyFor(form);
        key.text = keyOf(basis);
        bases.set(key.text, basis);
      }
      for (const [target, record] of written) records.set(target, record.after(records.get(target)));
      return { fonts: common.fonts, opening: opening ?? current.opening, bases, records };
    },
  };
}

/** Outputs in formats that were not asked for this time stay ours, but are no longer what the record says. */
const oldOutputs = (before: KnownRecord | undefined, made: readonly KnownOutput[]): readonly KnownOutput[] =>
  (before?.outputs ?? [])
    .filter(({ format }) => !made.some((output) => output.format === format))
    .map((output) => ({ ...output, isOld: true }));

/** Diagnostics with another name for a file. */
export const renamed = (findings: readonly Diagnostic[], from: string, to: string): readonly Diagnostic[] => {
  const rename = <T extends { readonly at: Diagnostic['at'] }>(one: T): T =>
    one.at.file === from ? { ...one, at: { ...one.at, file: to } } : one;
  return findings.map((one) => ({ ...rename(one), related: one.related.map(rename) }));
};
