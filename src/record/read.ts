import type * as z from 'zod';
import { andThen, type Diagnostic, diagnostic, fail, type Outcome, settle, succeed } from '../base/index.ts';
import { findForm, nameOfForm, type Shelf, words } from '../blueprint/index.ts';
import { entry, type Mapping, type Scalar, type SourceFile, startOf } from '../source/index.ts';
import { takeAcceptances } from './acceptance.ts';
import { buildGroup } from './build.ts';
import { formFaults } from './checks/sums/find.ts';
import { explainIssues } from './explain.ts';
import { readLayout } from './layout.ts';
import { plainOf } from './plain.ts';
import { schemaOf } from './schema.ts';
import { fillSums } from './sums.ts';
import type { CheckedRecord } from './types.ts';

/** A record whose form is known, before its fields are looked at. */
export type Draft = Pick<CheckedRecord, 'blueprint' | 'at' | 'layout' | 'acceptances'> & {
  readonly source: SourceFile;
  /** What stands in the fields. */
  readonly body: Mapping;
  /** What is wrong beside the fields. */
  readonly problems: readonly Diagnostic[];
};

/** Finds the form of a record. */
export function openDraft(source: SourceFile, shelf: Shelf): Outcome<Draft> {
  const { root } = source;
  if (root.kind !== 'map') {
    const message = '数据文件应是一组“名称: 内容”';
    return fail(diagnostic({ code: 'R008', at: root.span, message, advice: `第一行写“${words.form.id}: 表的名称”。` }));
  }
  const at = nameOfForm(root)?.span;
  const form = findForm(root, shelf);
  if (at === undefined || form === null) return unnamed(root, entry(root, words.form.id)?.key, shelf.ids());
  return andThen(form, (blueprint) => succeed({ source, blueprint, at, ...partsOf(root, source.text) }));
}

function partsOf(root: Mapping, text: string): Pick<Draft, 'body' | 'layout' | 'acceptances' | 'problems'> {
  const reserved: readonly string[] = [words.form.id, words.record.layout];
  const { body: said, acceptances, problems: malformed } = takeAcceptances(root, text);
  const body: Mapping = { ...said, entries: said.entries.filter(({ key }) => !reserved.includes(key.text)) };
  const { layout, problems } = readLayout(said);
  return { body, layout, acceptances, problems: [...problems, ...malformed] };
}

/** What is wrong with the fields of a draft, as zod says it; nothing where they are right. */
export const issuesOf = ({ blueprint, body }: Draft): readonly z.core.$ZodIssue[] =>
  schemaOf(blueprint).safeParse(plainOf(body)).error?.issues ?? [];

/** The record of a draft whose fields are right. */
export function recordOf({ source, blueprint, body, at, layout, acceptances }: Draft): CheckedRecord {
  const { root, found } = fillSums(buildGroup(blueprint.fields, body, [], at));
  return { file: source.file, text: source.text, blueprint, root, layout, acceptances, found, at };
}

/** Finds a record's form and checks it against the form's fields; all problems of the record come at once. */
export const readRecord = (source: SourceFile, shelf: Shelf): Outcome<CheckedRecord> =>
  andThen(openDraft(source, shelf), (draft) => {
    const { blueprint, body, at, problems } = draft;
    const issues = issuesOf(draft);
    const found = explainIssues(issues, { root: blueprint.fields, top: body, at });
    const record = issues.length === 0 ? recordOf(draft) : (undefined as never);
    return settle(record, [...formFaults(blueprint), ...found, ...problems]);
  });

function unnamed(root: Mapping, key: Scalar | undefined, ids: readonly string[]): Outcome<never> {
  const message = `没有说是哪张表（缺“${words.form.id}”）`;
  const meant = root.entries.find(({ value }) => value.kind === 'scalar' && ids.includes(value.text))?.key;
  const at = meant?.span ?? key?.span ?? startOf(root.span);
  const advice = meant
    ? `把“${meant.text}”改成“${words.form.id}”。`
    : `在第一行写“${words.form.id}: 名称”；现有的表：${ids.join('、')}。`;
  return fail(diagnostic({ code: 'R001', at, message, advice }));
}
