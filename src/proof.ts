import { alongside, andThen, type Diagnostic, type Outcome, settle } from './base/index.ts';
import type { Blueprint } from './blueprint/index.ts';
import { type ColumnWish, expandForm, type FormDocument, notPrinted, type Template } from './form/index.ts';
import { type CheckedRecord, formFaults, type SampleKind, sampleRecord } from './record/index.ts';

/** What a form is tried with, and how that is told. */
const samples: readonly (readonly [SampleKind, string])[] = [
  ['full', '用每项都填了的数据试排时'],
  ['blank', '用每项都有、但什么也没填的数据试排时'],
  ['least', '用只写了必填项、什么也没填的数据试排时'],
];

/** How a form is loaded and set. */
export type Proofing = {
  readonly templateOf: (blueprint: Blueprint) => Outcome<Template>;
  readonly set: (filled: {
    readonly record: CheckedRecord;
    readonly form: FormDocument<ColumnWish>;
  }) => Outcome<unknown>;
};

/**
 * Everything that is wrong with a form whatever its records say, or as soon as they say nothing: its template is checked
 * and set with sample records. Each fault is told once, with the sample that showed it.
 */
export function proofForm(blueprint: Blueprint, { templateOf, set }: Proofing): Outcome<null> {
  const tried = andThen(templateOf(blueprint), (template) => {
    const found = new Map<string, Diagnostic>();
    const told = new Set<string>();
    for (const [kind, when] of samples) {
      const record = sampleRecord(blueprint, kind);
      const outcome = andThen(expandForm(record, template), (form) => set({ record, form }));
      if (outcome.ok) continue;
      // Other samples have other numbers of rows: of what was told in them only the numbers differ.
      const news = outcome.problems.filter((fault) => !told.has(keyOf(fault)));
      for (const fault of news) {
        told.add(keyOf(fault));
        found.set(`${keyOf(fault)}\0${fault.message}`, { ...fault, message: `${fault.message}（${when}）` });
      }
    }
    const lost = template.unprinted.wholes.map(({ name, at }) => notPrinted(name, at));
    return settle(null, [...found.values(), ...lost]);
  });
  return alongside(formFaults(blueprint), tried);
}

const keyOf = ({ code, at, message }: Diagnostic): string =>
  `${code}\0${at.file}\0${at.start}\0${message.replace(/\d+/g, '')}`;
