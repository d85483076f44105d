import type { AmountField, Field, GroupField, SumPath } from './types.ts';

/** Where the paths of a sum begin: at the record, or at the item or row that it stands in; null in an item that is one value. */
export type Scope = GroupField | null;

/** Whether a field is worked out by the program where its author leaves it out. */
export const isSum = (field: Field): boolean => field.kind === 'amount' && field.sumOf !== null;

/** Whether all of a field is worked out by the program: a sum, or a group of nothing else. */
export const isComputed = (field: Field): boolean =>
  field.kind === 'group' ? field.fields.length > 0 && field.fields.every(isComputed) : isSum(field);

/** The sums of a form, each with its scope. */
export function scopesIn(root: GroupField): ReadonlyMap<AmountField, Scope> {
  const found = new Map<AmountField, Scope>();
  const collect = (field: Field, scope: Scope): void => {
    if (field.kind === 'amount' && field.sumOf !== null) found.set(field, scope);
    if (field.kind === 'group') for (const member of field.fields) collect(member, scope);
    if (field.kind === 'list') collect(field.item, field.item.kind === 'group' ? field.item : null);
    if (field.kind === 'tree') collect(field.row, field.row);
  };
  collect(root, root);
  return found;
}

/** The field that a path leads to; undefined where it leads nowhere. */
export const fieldAt = (path: SumPath, scope: GroupField): Field | undefined => {
  let found: Field | undefined = scope;
  for (const { name } of path) found = found && membersOf(found).find((member) => member.name === name);
  return found;
};

/** What a path adds: the field it leads to, or what stands in that list or under those indicators. */
export const amountAt = (path: SumPath, scope: GroupField): Field | undefined => {
  const found = fieldAt(path, scope);
  return found && itemOf(found);
};

/** What stands in a list or under indicators; any other field itself. */
export const itemOf = (field: Field): Field => {
  if (field.kind === 'tree') return field.row;
  return field.kind === 'list' ? itemOf(field.item) : field;
};

/** The fields that a path may lead on to. */
export const membersOf = (field: Field): readonly Field[] => {
  const item = itemOf(field);
  return item.kind === 'group' ? item.fields : [];
};

/** The fields directly in a field. */
export const childrenOf = (field: Field): readonly Field[] => {
  if (field.kind === 'group') return field.fields;
  if (field.kind === 'list') return [field.item];
  return field.kind === 'tree' ? [field.row] : [];
};

/** The same fields with other amounts. */
export function withAmounts<F extends Field>(field: F, other: (amount: AmountField) => AmountField): F {
  if (field.kind === 'group') return { ...field, fields: field.fields.map((member) => withAmounts(member, other)) };
  if (field.kind === 'list') return { ...field, item: withAmounts(field.item, other) };
  if (field.kind === 'tree') return { ...field, row: withAmounts(field.row, other) };
  return field.kind === 'amount' ? (other(field) as F) : field;
}
