import type { Path } from '../base/index.ts';
import type { Field } from '../blueprint/index.ts';
import { entry, type Node, type Scalar } from '../source/index.ts';

/** What stands at a path: the field (null below unknown keys and at names of a taxonomy), the key and the node. */
export type Found = {
  readonly field: Field | null;
  readonly key: Scalar | null;
  readonly node: Node | undefined;
  /** The nearest node above that exists. */
  readonly parent: Node;
  /** The names a key may have here. */
  readonly names: readonly string[];
};

/** Walks a path through fields and source together. */
export function fieldAt(root: Field, top: Node, path: Path): Found {
  let field: Field | null = root;
  let tree = 0;
  let node: Node | undefined = top;
  let parent: Node = top;
  let key: Scalar | null = null;
  for (const part of path) {
    if (node !== undefined) parent = node;
    if (typeof part === 'number') {
      node = node?.kind === 'list' ? node.items[part] : undefined;
      if (field?.kind === 'list') field = field.item;
      else if (field?.kind === 'tree') field = field.row;
      continue;
    }
    const found: ReturnType<typeof entry> = node?.kind === 'map' ? entry(node, part) : undefined;
    key = found?.key ?? key;
    node = found?.value;
    if (field?.kind === 'group') field = field.fields.find(({ name }) => name === part) ?? null;
    else if (field?.kind === 'tree') tree += 1;
  }
  return { field, key, node, parent, names: namesOf(field, tree, path) };
}

function namesOf(field: Field | null, depth: number, path: Path): readonly string[] {
  if (field?.kind === 'group') return field.fields.map(({ name }) => name);
  if (field?.kind !== 'tree') return [];
  const { levels, aliases } = field.taxonomy;
  if (depth === 0) return [...levels.keys()];
  const level = String(path.at(-1));
  return levels.get(level) ?? levels.get(aliases.get(level) ?? '') ?? [];
}
