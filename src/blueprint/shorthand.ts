import type { Mapping, Node } from '../source/index.ts';
import { words } from './vocabulary.ts';

/** What a field says of itself; a lone word is its 类型, or what stands under another key. Null for a list. */
export function settingsOf(value: Node, meant: string = words.field.type): Mapping | null {
  if (value.kind !== 'scalar') return value.kind === 'map' ? value : null;
  const key = { ...value, text: meant, blank: false };
  return { kind: 'map', entries: [{ key, value, span: value.span }], span: value.span };
}
