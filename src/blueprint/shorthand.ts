import type { Mapping, Node } from '../source/index.ts';
import { words } from './vocabulary.ts';

/** What a field says of itself; a lone word is its 类型. Null for a list. */
export function settingsOf(value: Node): Mapping | null {
  if (value.kind !== 'scalar') return value.kind === 'map' ? value : null;
  const key = { ...value, text: words.field.type, blank: false };
  return { kind: 'map', entries: [{ key, value, span: value.span }], span: value.span };
}
