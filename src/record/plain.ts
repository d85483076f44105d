import { Bare } from '../base/index.ts';
import type { Node } from '../source/index.ts';

/** What zod sees of a source tree: maps as objects, lists as arrays, scalars as strings, blanks as null. */
export type Plain = string | null | readonly Plain[] | { readonly [key: string]: Plain };

export function plainOf(node: Node): Plain {
  if (node.kind === 'scalar') return node.blank ? null : node.text;
  if (node.kind === 'list') return node.items.map(plainOf);
  const plain = new Bare() as Record<string, Plain>;
  for (const { key, value } of node.entries) plain[key.text] = plainOf(value);
  return plain;
}
