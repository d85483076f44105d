import { Bare } from '../../../base/index.ts';
import { filledItems, filledRows } from '../../rows.ts';
import type { GroupValue, ScalarValue, Value } from '../../types.ts';
import { opaque } from './quantity.ts';

/** By which an object leads back to its group. Expressions see names only. */
const written = Symbol('written');

type Input = { [name: string]: unknown; [written]?: GroupValue };

/**
 * A record as expressions see it: groups as objects, lists and the rows of indicators as arrays, amounts as opaque things,
 * other scalars as their texts. Rows with nothing in them do not count.
 */
export function inputOf(group: GroupValue): object {
  const input = new Bare() as Input;
  input[written] = group;
  for (const [name, value] of group.members) {
    input[name] = seenOf(value);
  }
  return input;
}

function seenOf(value: Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.field.kind === 'amount' ? opaque(value) : value.text;
    case 'group':
      return inputOf(value);
    case 'list':
      return filledItems(value).map(seenOf);
    case 'tree':
      return filledRows(value).map(inputOf);
  }
}

/** The first scalar of a group that an expression led to, one of its own rather than of a list in it. */
export function firstScalar(item: unknown): ScalarValue | null {
  const group = typeof item === 'object' && item !== null ? (item as Input)[written] : undefined;
  return group ? firstIn(group) : null;
}

function firstIn(value: Value): ScalarValue | null {
  if (value.kind === 'scalar') return value;
  const members = value.kind === 'group' ? [...value.members.values()] : value.kind === 'list' ? value.items : [];
  const isList = ({ kind }: Value): boolean => kind === 'list';
  const below = [...members.filter((one) => !isList(one)), ...members.filter(isList)];
  return below.reduce<ScalarValue | null>((found, one) => found ?? firstIn(one), null);
}
