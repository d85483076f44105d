import { amountAt, childrenOf, scopesIn, withAmounts } from './sum-scopes.ts';
import type { Field, GroupField } from './types.ts';

/** The fields with each sum marked that adds what stands in the group it stands in. */
export function withInnerSums(root: GroupField): GroupField {
  const scopes = scopesIn(root);
  if (scopes.size === 0) return root;
  const inner = new Set<Field>();
  const mark = (group: Field): ReadonlySet<Field> => {
    const below = new Set<Field>();
    for (const field of childrenOf(group)) {
      below.add(field);
      for (const one of mark(field)) below.add(one);
    }
    for (const field of childrenOf(group)) {
      const scope = field.kind === 'amount' ? scopes.get(field) : null;
      if (field.kind !== 'amount' || !scope) continue;
      const terms = (field.sumOf ?? []).map((path) => amountAt(path, scope));
      if (group !== root && terms.some((term) => term !== undefined && below.has(term))) inner.add(field);
    }
    return below;
  };
  mark(root);
  return inner.size === 0
    ? root
    : withAmounts(root, (field) => (inner.has(field) ? { ...field, isInner: true } : field));
}
