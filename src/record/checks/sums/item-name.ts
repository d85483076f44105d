import { shortened } from '../../../base/index.ts';
import type { GroupValue, ScalarValue, TreeNode, Value } from '../../types.ts';

/** Which item of a list, or row of indicators, a value belongs to, for people: its list, its number and its first text. */
export function itemName({ field, origin }: ScalarValue, root: GroupValue): string {
  const path = 'path' in origin ? origin.path : [];
  const last = path.findLastIndex((part) => typeof part === 'number');
  if (last === -1) return path.length > 1 ? String(path.at(-2)) : field.name;
  const list = path.slice(0, last).findLast((part) => typeof part === 'string');
  const group = valueAt(root, path.slice(0, last + 1));
  const text = group !== undefined && 'kind' in group && group.kind === 'group' ? firstText(group) : '';
  return `${list ?? ''}第 ${Number(path[last]) + 1} 项${text === '' ? '' : `“${text}”`}`;
}

const valueAt = (root: Value, path: readonly (string | number)[]): Value | TreeNode | undefined =>
  path.reduce<Value | TreeNode | undefined>((at, part) => {
    if (at === undefined) return undefined;
    if (typeof part === 'number') return 'rows' in at ? at.rows[part] : at.kind === 'list' ? at.items[part] : undefined;
    if ('rows' in at) return at.below.find(({ name }) => name === part);
    if (at.kind === 'tree') return at.nodes.find(({ name }) => name === part);
    return at.kind === 'group' ? at.members.get(part) : undefined;
  }, root);

function firstText({ members }: GroupValue): string {
  for (const member of members.values()) {
    if (member.kind !== 'scalar' || member.text === '' || member.field.kind !== 'text') continue;
    return shortened(member.text.replaceAll('“', '‘').replaceAll('”', '’'));
  }
  return '';
}
