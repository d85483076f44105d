import { flatMap } from '../../../base/index.ts';
import type { AmountField, Field } from '../../../blueprint/index.ts';
import type { PathTitle, Title } from './title.ts';

/** Fields of the record; several where 逐项 has several paths. `many`: a list or indicators are on the way. */
export type Fields = {
  readonly kind: 'fields';
  readonly fields: readonly Field[];
  /** The same before lists and indicators are entered. */
  readonly named: readonly Field[];
  readonly many: boolean;
  readonly title: PathTitle;
};

/** What an expression leads to, known before any record is there. */
export type Shape =
  | Fields
  /** What a function gives: one amount. */
  | { readonly kind: 'amount'; readonly title: Title }
  | { readonly kind: 'number'; readonly title: Title };

/** The amounts of a field: itself, or all that its group holds; null where it holds anything else. */
export function amountsOf(field: Field): readonly AmountField[] | null {
  if (field.kind === 'amount') return [field];
  if (field.kind === 'list') return amountsOf(field.item);
  if (field.kind !== 'group') return null;
  const all = field.fields.map(amountsOf);
  return all.includes(null) ? null : flatMap(all, (some) => some ?? []);
}
