import { type Path, pathKey } from '../../base/index.ts';
import type { GroupValue, TreeNode, Value } from '../../record/index.ts';

/** The printed texts of a record's values by {@link pathKey}. */
export function textsOf(root: GroupValue): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const walk = (value: Value, path: Path): void => {
    if (value.kind === 'scalar') texts.set(pathKey(path), value.text);
    else if (value.kind === 'group') for (const [name, member] of value.members) walk(member, [...path, name]);
    else if (value.kind === 'list') for (const [i, item] of value.items.entries()) walk(item, [...path, i]);
    else for (const node of value.nodes) walkNode(node, path);
  };
  const walkNode = (node: TreeNode, above: Path): void => {
    const path = node.name === '' ? above : [...above, node.name];
    texts.set(pathKey(path), node.name);
    for (const lower of node.below) walkNode(lower, path);
    for (const [i, row] of node.rows.entries()) walk(row, [...path, i]);
  };
  walk(root, []);
  return texts;
}
