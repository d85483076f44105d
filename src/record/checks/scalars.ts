import { flatMap } from '../../base/index.ts';
import type { ScalarValue, Value } from '../types.ts';

/** The single values in a value, those of groups in it too; what lists and indicators hold is left out. */
export function scalarsIn(value: Value): readonly ScalarValue[] {
  if (value.kind === 'scalar') return [value];
  return value.kind === 'group' ? flatMap([...value.members.values()], scalarsIn) : [];
}
