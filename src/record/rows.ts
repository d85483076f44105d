import { flatMap } from '../base/index.ts';
import type { GroupValue, ListValue, ScalarValue, TreeNode, TreeValue, Value } from './types.ts';

/** The rows of indicators that have anything in them, in the author's order, under whatever names they stand. */
export const filledRows = ({ nodes }: TreeValue): readonly GroupValue[] => flatMap(nodes, rowsUnder);

const rowsUnder = ({ below, rows }: TreeNode): readonly GroupValue[] =>
  below.length > 0 ? flatMap(below, rowsUnder) : rows.filter(isFilled);

/** The items of a list that have anything in them: an empty row is printed, but is none. */
export const filledItems = ({ items }: ListValue): readonly Value[] => items.filter(isFilled);

/** Whether there is anything in a value, however deep. */
export function isFilled(value: Value): boolean {
  if (value.kind === 'scalar') return value.text !== '';
  if (value.kind === 'group') return [...value.members.values()].some(isFilled);
  return value.kind === 'list' ? filledItems(value).length > 0 : filledRows(value).length > 0;
}

/** The single values in a value, those of groups in it too; what lists and indicators hold is left out. */
export function scalarsIn(value: Value): readonly ScalarValue[] {
  if (value.kind === 'scalar') return [value];
  return value.kind === 'group' ? flatMap([...value.members.values()], scalarsIn) : [];
}

/** Whether a value is a sum of others in its group, and would count them twice where all of the group is added. */
export const isInnerSum = (value: Value): boolean =>
  value.kind === 'scalar' && value.field.kind === 'amount' && value.field.isInner;
