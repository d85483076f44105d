import { Bare } from '../../../base/index.ts';
import { filledRows } from '../../rows.ts';
import type { GroupValue, ScalarValue, Value } from '../../types.ts';
import { opaque } from './quantity.ts';

/**
 * A record as expressions see it: groups as objects, lists and the rows of indicators as arrays, amounts as opaque things,
 * other scalars as their texts. Rows that are printed though nobody wrote anything in them do not count.
 */
export function inputOf(group: GroupValue): object {
  const input = new Bare() as Record<string, unknown>;
  for (const [name, value] of group.members) {
    input[name] = seenOf(value);
  }
  written.set(input, group);
  return input;
}

function seenOf(value: Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.field.kind === 'amount' ? opaque(value) : value.text;
    case 'group':
      return inputOf(value);
    case 'list':
      return value.items.filter((item) => item.kind !== 'group' || item.given).map(seenOf);
    case 'tree':
      return filledRows(value).map(inputOf);
  }
}

const written = new WeakMap<object, GroupValue>();

/** The first scalar of a group that an expression led to. */
export function firstScalar(item: unknown): ScalarValue | null {
  const group = typeof item === 'object' && item !== null ? written.get(item) : undefined;
  return group ? firstIn(group) : null;
}

function firstIn(value: Value): ScalarValue | null {
  if (value.kind === 'scalar') return value;
  const below = value.kind === 'group' ? [...value.members.values()] : value.kind === 'list' ? value.items : [];
  return below.reduce<ScalarValue | null>((found, one) => found ?? firstIn(one), null);
}
