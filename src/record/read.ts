import { andThen, diagnostic, fail, type Outcome, type Span, settle } from '../base/index.ts';
import { type Blueprint, type RecordYear, type Shelf, words } from '../blueprint/index.ts';
import { entry, type Mapping, type Scalar, type SourceFile } from '../source/index.ts';
import { takeAcceptances } from './acceptance.ts';
import { buildGroup } from './build.ts';
import { formFaults } from './checks/sums/find.ts';
import { explainIssues } from './explain.ts';
import { readLayout } from './layout.ts';
import { plainOf } from './plain.ts';
import { schemaOf, yearPattern } from './schema.ts';
import { fillSums } from './sums.ts';
import type { CheckedRecord } from './types.ts';

/** Finds a record's form and checks it against the form's fields; all problems of the record come at once. */
export function readRecord(source: SourceFile, shelf: Shelf): Outcome<CheckedRecord> {
  const { root } = source;
  if (root.kind !== 'map') {
    const message = '数据文件应是一组“名称: 内容”';
    return fail(diagnostic({ code: 'R008', at: root.span, message, advice: `第一行写“${words.form.id}: 表的名称”。` }));
  }
  const named = entry(root, words.form.id);
  if (named?.value.kind !== 'scalar' || named.value.blank) return unnamed(root, named?.key, shelf.ids());
  const { text, span } = named.value;
  return andThen(
    shelf.find(text.normalize('NFC'), (key) => yearUnder(root, key), span),
    (blueprint) => check(source, root, blueprint, span),
  );
}

function check(source: SourceFile, root: Mapping, blueprint: Blueprint, at: Span): Outcome<CheckedRecord> {
  const reserved: readonly string[] = [words.form.id, words.record.layout];
  const { body: said, acceptances, problems: malformed } = takeAcceptances(root, source.text);
  const body: Mapping = { ...said, entries: said.entries.filter(({ key }) => !reserved.includes(key.text)) };
  const { layout, problems } = readLayout(said);
  const { fields } = blueprint;
  const faults = formFaults(blueprint);
  const parsed = schemaOf(blueprint).safeParse(plainOf(body));
  if (!parsed.success) {
    const found = explainIssues(parsed.error.issues, { root: fields, top: body, at });
    return settle(undefined as never, [...faults, ...found, ...problems, ...malformed]);
  }
  const { root: filled, found } = fillSums(buildGroup(fields, body, [], at));
  const record: CheckedRecord = {
    file: source.file,
    text: source.text,
    blueprint,
    root: filled,
    layout,
    acceptances,
    found,
    at,
  };
  return settle(record, [...faults, ...problems, ...malformed]);
}

function unnamed(root: Mapping, key: Scalar | undefined, ids: readonly string[]): Outcome<never> {
  const message = `没有说是哪张表（缺“${words.form.id}”）`;
  const meant = root.entries.find(({ value }) => value.kind === 'scalar' && ids.includes(value.text))?.key;
  const at = meant?.span ?? key?.span ?? { ...root.span, end: Math.min(root.span.start + 1, root.span.end) };
  const advice = meant
    ? `把“${meant.text}”改成“${words.form.id}”。`
    : `在第一行写“${words.form.id}: 名称”；现有的表：${ids.join('、')}。`;
  return fail(diagnostic({ code: 'R001', at, message, advice }));
}

/** The record's year, by which the edition of the form is chosen. */
function yearUnder(root: Mapping, name: string): RecordYear | null {
  const value = entry(root, name)?.value;
  return value?.kind === 'scalar' && yearPattern.test(value.text) ? { year: Number(value.text), at: value.span } : null;
}
