import { flatMap } from '../base/index.ts';
import { membersOf } from './sum-scopes.ts';
import type { AmountField, Field, GroupField, SumPath } from './types.ts';

/**
 * Fields whose 求和 that name a group name each amount typed in it; its sums would count twice. What is wrong with a
 * path is for {@link checkSums} to tell: paths that lead to no group stay.
 */
export function withGroupsSpelledOut(root: GroupField): GroupField {
  const inGroup = (group: GroupField, scope: GroupField): GroupField => ({
    ...group,
    fields: group.fields.map((field) => spelledOut(field, scope)),
  });
  const spelledOut = (field: Field, scope: GroupField): Field => {
    if (field.kind === 'group') return inGroup(field, scope);
    if (field.kind === 'list')
      return field.item.kind === 'group' ? { ...field, item: inGroup(field.item, field.item) } : field;
    if (field.kind === 'tree') return { ...field, row: inGroup(field.row, field.row) };
    if (field.kind !== 'amount' || field.sumOf === null) return field;
    return { ...field, sumOf: flatMap(field.sumOf, (path) => amountsAt(field, path, scope)) };
  };
  return inGroup(root, root);
}

function amountsAt(sum: AmountField, path: SumPath, scope: GroupField): readonly SumPath[] {
  const last = path.at(-1);
  // The last name of a path that a group hands down is the sum's own: it means the amount of that name.
  if (last === undefined || last.at.start === sum.at.start) return [path];
  let end: Field | undefined = scope;
  for (const { name } of path) end = end && membersOf(end).find((member) => member.name === name);
  if (end?.kind !== 'group') return [path];
  const amounts = amountsIn(end).map((names) => [...path, ...names.map((name) => ({ name, at: last.at }))]);
  return amounts.length === 0 ? [path] : amounts;
}

/** The names that lead to each typed amount of a group. */
const amountsIn = (group: GroupField): readonly (readonly string[])[] =>
  flatMap(group.fields, (field): readonly (readonly string[])[] => {
    if (field.kind === 'amount') return field.sumOf === null ? [[field.name]] : [];
    return field.kind === 'group' ? amountsIn(field).map((names) => [field.name, ...names]) : [];
  });
