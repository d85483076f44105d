import type { Path, Span } from '../base/index.ts';
import { entry, type Node, type SourceFile } from '../source/index.ts';

/**
 * Where the value of a path stands in a file: its text, else the key above it. Of a value that is not there, where that
 * stands which it would stand in.
 */
export function spanAt({ root }: Pick<SourceFile, 'root'>, path: Path): Span {
  let node: Node = root;
  let span: Span = { ...root.span, end: root.span.start };
  for (const part of path) {
    const next = stepInto(node, part);
    if (next === undefined) return span;
    node = next.node;
    span = node.kind === 'scalar' && !node.blank ? node.span : (next.key ?? node.span);
  }
  return span;
}

/** What stands at a key or a position of a node, and where its key is, if it has one. */
function stepInto(node: Node, part: string | number): { readonly node: Node; readonly key?: Span } | undefined {
  if (typeof part === 'number') {
    const item = node.kind === 'list' ? node.items[part] : undefined;
    return item && { node: item };
  }
  const found = node.kind === 'map' ? entry(node, part) : undefined;
  return found && { node: found.value, key: found.key.span };
}
