import { flatMap } from '../base/index.ts';
import { fieldAt, scopesIn, withAmounts } from './sum-scopes.ts';
import type { AmountField, GroupField, SumPath } from './types.ts';

/**
 * Fields whose 求和 that name a group name each amount typed in it; its sums would count twice. What is wrong with a
 * path is for {@link checkSums} to tell: paths that lead to no group stay.
 */
export function withGroupsSpelledOut(root: GroupField): GroupField {
  const scopes = scopesIn(root);
  return withAmounts(root, (field) => {
    const scope = scopes.get(field);
    return scope ? { ...field, sumOf: flatMap(field.sumOf ?? [], (path) => amountsAt(field, path, scope)) } : field;
  });
}

function amountsAt(sum: AmountField, path: SumPath, scope: GroupField): readonly SumPath[] {
  const last = path.at(-1);
  // The last name of a path that a group hands down is the sum's own: it means the amount of that name.
  if (last === undefined || last.at.start === sum.at.start) return [path];
  const end = fieldAt(path, scope);
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
