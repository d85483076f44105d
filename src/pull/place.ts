import type { Path, Span } from '../base/index.ts';
import { entry, type Node, type SourceFile } from '../source/index.ts';

/** Where a value of a path stands in a file, or what it would stand in: its text, else the key above it. */
export function spanAt({ root }: Pick<SourceFile, 'root'>, path: Path): Span {
  let node: Node = root;
  let span: Span = { ...root.span, end: root.span.start };
  for (const part of path) {
    const next: Node | undefined =
      typeof part === 'number'
        ? node.kind === 'list'
          ? node.items[part]
          : undefined
        : node.kind === 'map'
          ? entry(node, part)?.value
          : undefined;
    if (next === undefined) return span;
    const key = typeof part === 'string' && node.kind === 'map' ? entry(node, part)?.key.span : undefined;
    node = next;
    span = node.kind === 'scalar' && !node.blank ? node.span : (key ?? node.span);
  }
  return span;
}
