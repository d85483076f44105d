import { words } from '../blueprint/index.ts';
import { withCauses } from './consequences.ts';
import { joinCrossings } from './crossing.ts';
import { printsOf } from './printed.ts';
import type { FilledRecord, RecordChanges } from './types.ts';
import { startWalk } from './walk.ts';

/** What differs between two records as their forms print them. Records of two forms are compared in what both have. */
export function compareRecords(before: FilledRecord, after: FilledRecord): RecordChanges {
  const alone = { before: new Set<string>(), after: new Set<string>() };
  const walk = startWalk({
    prints: { before: printsOf(before.form), after: printsOf(after.form) },
    alone: (name, side) => alone[side].add(name),
  });
  const found = walk.groups({ before: before.record.root, after: after.record.root });
  const changes = withCauses(joinCrossings(found, walk), after.record.blueprint.fields);
  const notes = [...formNotes(before, after), ...loneFields(alone), ...settingNotes(before, after)];
  return { changes, notes, unseen: changes.length === 0 && notes.length === 0 && before.text !== after.text };
}

function formNotes({ record: { blueprint: old } }: FilledRecord, { record: { blueprint } }: FilledRecord): string[] {
  if (old.id !== blueprint.id)
    return [`换了表：原来是“${old.id}”，现在是“${blueprint.id}”。下面只比两张表都有的栏目。`];
  if (old.edition === blueprint.edition) return [];
  return [`表的版本由 ${old.edition} 换成 ${blueprint.edition}。下面只比两个版本都有的栏目。`];
}

const loneFields = ({ before, after }: Readonly<Record<'before' | 'after', ReadonlySet<string>>>): string[] => [
  ...(before.size === 0 ? [] : [`只有原来的表有：${[...before].join('、')}。`]),
  ...(after.size === 0 ? [] : [`只有现在的表有：${[...after].join('、')}。`]),
];

function settingNotes({ record: { layout: old } }: FilledRecord, { record: { layout } }: FilledRecord): string[] {
  const pages = ({ fit }: typeof old): string => (fit === null ? '不限页数' : `至多 ${fit.pages} 页`);
  return pages(old) === pages(layout) ? [] : [`${words.record.layout}由${pages(old)}改为${pages(layout)}。`];
}
