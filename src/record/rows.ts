import type { GroupValue, TreeNode, TreeValue } from './types.ts';

/** The rows of indicators that have anything in them, in the author's order, under whatever names they stand. */
export const filledRows = ({ nodes }: TreeValue): readonly GroupValue[] => nodes.flatMap(rowsUnder);

const rowsUnder = ({ below, rows }: TreeNode): readonly GroupValue[] =>
  below.length > 0 ? below.flatMap(rowsUnder) : rows.filter(isFilled);

const isFilled = ({ members }: GroupValue): boolean =>
  [...members.values()].some((member) => member.kind === 'scalar' && member.text !== '');
